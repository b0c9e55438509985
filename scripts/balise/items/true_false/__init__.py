"""A statement that is true or false."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from balise.fields import Markdown
from balise.interactions import Answer, Choice
from balise.messages import message
from balise.parts import Item


class TrueFalse(Item):
    """A statement; the learner says whether it is true."""

    type: Literal["true_false"]
    answer: bool = Field(strict=True)
    """`true` or `false`."""
    if_true: Markdown
    """Said to the learner who answered “true”."""
    if_false: Markdown
    """Said to the learner who answered “false”."""

    def lower(self) -> Choice:
        true = Answer("true", message("Vrai"), self.if_true, self.answer)
        false = Answer("false", message("Faux"), self.if_false, not self.answer)
        return Choice((true, false))


MEMBER = TrueFalse
