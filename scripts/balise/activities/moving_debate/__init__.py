"""A debate on foot: learners move to the side they choose, and may change their minds."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from balise.fields import ADULTS, Markdown, Part, Slug, Text
from balise.parts import Activity


class Statement(Part):
    """A statement to take sides on."""

    id: Slug
    """A short name, unique here."""
    text: Text
    """The statement, read aloud."""
    bring_out: Annotated[Markdown, ADULTS]
    """What the discussion should bring out (facilitators only)."""


class MovingDebate(Activity):
    """Statements, and the places in the room."""

    type: Literal["moving_debate"]
    intro: Markdown
    """The rule of the game; staying in the middle is always allowed."""
    positions: tuple[Text, ...] = Field(min_length=2, max_length=4)
    """Signs on the walls: agree, disagree, not sure."""
    statements: tuple[Statement, ...] = Field(min_length=2)
    """What is debated. Never a learner's own life."""
    key_points: tuple[Markdown, ...] = ()
    """What to end on."""


MEMBER = MovingDebate
