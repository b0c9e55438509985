"""Hard questions from the room, with answers ready for whoever leads."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from balise.fields import ADULTS, Markdown, Part, Slug, Text
from balise.parts import Activity


class HardQuestion(Part):
    """One question and its answer."""

    id: Slug
    """A short name, unique here."""
    ask: Annotated[Text, ADULTS]
    """The question, in the words of the room."""
    answer: Annotated[Markdown, ADULTS]
    """What can be answered, and where the answer stops."""


class Questions(Activity):
    """A time for questions. Learners see how to ask; facilitators see the questions to expect, with answers."""

    type: Literal["questions"]
    intro: Markdown
    """How questions are asked: on paper, without a name, without telling one's own story."""
    questions: tuple[HardQuestion, ...] = Field(min_length=1)
    """Questions to expect: for facilitators only."""
    key_points: tuple[Markdown, ...] = ()
    """What to end on."""


MEMBER = Questions
