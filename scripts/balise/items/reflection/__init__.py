"""A question to think or write about: not scored, never stored."""

from __future__ import annotations

from typing import Literal

from balise.fields import Count, Markdown
from balise.interactions import ExtendedText
from balise.parts import Item


class Reflection(Item):
    """An open question."""

    type: Literal["reflection"]
    lines: Count = 4
    """Ruled lines on paper."""
    model_answer: Markdown
    """What a good answer may say."""

    def lower(self) -> ExtendedText:
        return ExtendedText(self.lines, self.model_answer)


MEMBER = Reflection
