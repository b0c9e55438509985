"""A fictional case to think through."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from balise.fields import EntryId, Markdown, Part, Slug, Text
from balise.parts import Activity


class Person(Part):
    """Somebody in the story. Everyone is fictional."""

    id: Slug
    """A short name, unique here."""
    name: Text
    """First name."""
    about: Text
    """Age and a few words: what they like, who they are to the others."""


class Scenario(Activity):
    """A story, questions about it, and what can be done."""

    refers: ClassVar[dict[str, str]] = {"services": "service"}

    type: Literal["scenario"]
    people: tuple[Person, ...] = Field(min_length=1)
    """Who is in it."""
    story: tuple[Markdown, ...] = Field(min_length=1)
    """What happens, in short paragraphs; nothing graphic."""
    questions: tuple[Markdown, ...] = Field(min_length=1)
    """What learners are asked."""
    ways_out: tuple[Markdown, ...] = Field(min_length=1)
    """What the people in it can do now, and who helps."""
    services: tuple[EntryId, ...] = ()
    """Services that help in such a case."""


MEMBER = Scenario
