"""A place on a scale: no right answer, something to talk about."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from balise.fields import Markdown, Part, Slug, Text
from balise.interactions import Answer, Choice, numbered
from balise.parts import Item


class Point(Part):
    """One point of the scale."""

    id: Slug
    """A short name, unique in the item."""
    text: Text
    """What the point says."""
    feedback: Markdown
    """Something to think about, for whoever chose it."""


class Scale(Item):
    """Points from one end to the other; not scored."""

    type: Literal["scale"]
    points: tuple[Point, ...] = Field(min_length=3, max_length=7)
    """Three to seven points, from one end to the other."""

    def lower(self) -> Choice:
        return Choice(numbered([Answer(p.id, p.text, p.feedback) for p in self.points], "o"), scale=True)


MEMBER = Scale
