"""Cards to put into categories."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from balise.interactions import Answer, Match, mixed
from balise.parts import Card, Item, Labelled


class Categorise(Item):
    """Cards, each belonging to one category."""

    type: Literal["categorise"]
    categories: tuple[Labelled, ...] = Field(min_length=2, max_length=5)
    """Two to five categories."""
    cards: tuple[Card, ...] = Field(min_length=3, max_length=10)
    """Three to ten cards."""

    def lower(self) -> Match:
        rows = [Answer(card.id, card.text, card.why) for card in self.cards]
        shown = mixed(rows, [row.id for row in rows], self.id)
        targets = tuple(Answer(category.id, category.label) for category in self.categories)
        return Match(shown, targets, {card.id: card.category for card in self.cards})


MEMBER = Categorise
