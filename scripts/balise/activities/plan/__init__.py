"""A plan of one's own, written on paper and kept by the learner: never stored, never collected."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from balise.fields import Markdown, Part, Slug, Text
from balise.parts import Activity


class Slot(Part):
    """One line of the plan."""

    id: Slug
    """A short name, unique here."""
    label: Text
    """What to think of."""
    hint: Text | None = None
    """An idea for whoever is stuck."""


class Plan(Activity):
    """Lines to fill in for oneself."""

    type: Literal["plan"]
    intro: Markdown
    """What the plan is for, and that nobody will read it."""
    slots: tuple[Slot, ...] = Field(min_length=1, max_length=10)
    """The lines."""
    closing: Markdown | None = None
    """What to do with it afterwards."""


MEMBER = Plan
