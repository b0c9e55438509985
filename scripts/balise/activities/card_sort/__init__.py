"""Cards to sort into categories, on the page or cut out."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from balise.fields import Markdown
from balise.parts import Activity, Card, Labelled


class CardSort(Activity):
    """Cards, categories, and why each card goes where it goes."""

    type: Literal["card_sort"]
    intro: Markdown
    """What to sort, and how."""
    categories: tuple[Labelled, ...] = Field(min_length=2, max_length=5)
    """Two to five categories."""
    cards: tuple[Card, ...] = Field(min_length=4, max_length=20)
    """Four to twenty cards."""
    key_points: tuple[Markdown, ...] = ()
    """What to end on."""


MEMBER = CardSort
