"""Cards to put into categories."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from balise.interactions import Answer, Match, mixed, numbered
from balise.parts import Card, Item, Labelled


class Categorise(Item):
    """Cards, each belonging to one category."""

    type: Literal["categorise"]
    categories: tuple[Labelled, ...] = Field(min_length=2, max_length=5)
    """Two to five categories."""
    cards: tuple[Card, ...] = Field(min_length=3, max_length=10)
    """Three to ten cards."""

    def lower(self) -> Match:
        cards = mixed(self.cards, [card.text for card in self.cards], self.id)
        rows = numbered([Answer(card.id, card.text, card.why) for card in cards], "r")
        targets = tuple(Answer(category.id, category.label) for category in self.categories)
        return Match(rows, targets, {row.id: card.category for row, card in zip(rows, cards, strict=True)})


MEMBER = Categorise
