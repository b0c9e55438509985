"""A common belief: myth or fact?"""

from __future__ import annotations

from typing import Literal

from balise.fields import Markdown
from balise.interactions import Answer, Choice
from balise.messages import message
from balise.parts import Item


class MythOrFact(Item):
    """Something people say; the learner decides whether it holds."""

    type: Literal["myth_or_fact"]
    answer: Literal["myth", "fact"]
    """`myth` or `fact`."""
    if_myth: Markdown
    """Said to the learner who answered “myth”."""
    if_fact: Markdown
    """Said to the learner who answered “fact”."""

    def lower(self) -> Choice:
        myth = Answer("myth", message("Idée reçue"), self.if_myth, self.answer == "myth")
        fact = Answer("fact", message("Réalité"), self.if_fact, self.answer == "fact")
        return Choice((myth, fact))


MEMBER = MythOrFact
