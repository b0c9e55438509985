"""Questions to talk about together."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from balise.fields import Markdown
from balise.parts import Activity


class Discussion(Activity):
    """Open questions, and what to end on."""

    type: Literal["discussion"]
    intro: Markdown | None = None
    """What starts it off."""
    prompts: tuple[Markdown, ...] = Field(min_length=1)
    """The questions."""
    key_points: tuple[Markdown, ...] = ()
    """What to end on."""


MEMBER = Discussion
