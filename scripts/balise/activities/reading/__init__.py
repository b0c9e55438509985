"""A short text to read."""

from __future__ import annotations

from typing import Literal

from balise.fields import Markdown
from balise.parts import Activity


class Reading(Activity):
    """A text, and what to keep of it."""

    type: Literal["reading"]
    body: tuple[Markdown, ...]
    """Paragraphs, each a short idea."""
    key_points: tuple[Markdown, ...] = ()
    """What to keep of it."""


MEMBER = Reading
