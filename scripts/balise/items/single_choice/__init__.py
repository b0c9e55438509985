"""One right option among several."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from balise.interactions import Answer, Choice, numbered
from balise.parts import Item, Option


class SingleChoice(Item):
    """A question with exactly one right option."""

    type: Literal["single_choice"]
    options: tuple[Option, ...] = Field(min_length=3, max_length=6)
    """Three to six options, one with `correct: true`."""

    def lower(self) -> Choice:
        return Choice(numbered([Answer(o.id, o.text, o.feedback, o.correct) for o in self.options], "o"))


MEMBER = SingleChoice
