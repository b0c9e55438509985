"""Several right options: all of them must be chosen, and no other."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from balise.interactions import Answer, Choice, numbered
from balise.parts import Item, Option


class MultipleChoice(Item):
    """A question with one right option or more; learners are told that several may be right."""

    type: Literal["multiple_choice"]
    options: tuple[Option, ...] = Field(min_length=3, max_length=8)
    """Three to eight options, at least one with `correct: true` and one without."""

    def lower(self) -> Choice:
        answers = numbered([Answer(o.id, o.text, o.feedback, o.correct) for o in self.options], "o")
        return Choice(answers, multiple=True)


MEMBER = MultipleChoice
