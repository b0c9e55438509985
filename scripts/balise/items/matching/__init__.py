"""Two columns to join."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from balise.fields import Markdown, Part, Slug, Text
from balise.interactions import Answer, Match, mixed, numbered
from balise.parts import Item


class Pair(Part):
    """Two things that go together."""

    id: Slug
    """A short name, unique in the item."""
    left: Markdown
    """What is given."""
    right: Text
    """What it goes with."""
    feedback: Markdown
    """Why they go together."""


class Matching(Item):
    """Pairs written side by side; learners see the right-hand column mixed."""

    type: Literal["matching"]
    pairs: tuple[Pair, ...] = Field(min_length=3, max_length=7)
    """Three to seven pairs."""
    extra: tuple[Text, ...] = Field(default=(), max_length=3)
    """Right-hand entries that go with nothing."""

    def lower(self) -> Match:
        rows = numbered([Answer(pair.id, pair.left, pair.feedback) for pair in self.pairs], "r")
        targets = [Answer(pair.id, pair.right) for pair in self.pairs]
        targets += [Answer(f"+{number}", text) for number, text in enumerate(self.extra, 1)]
        shown = mixed(targets, [target.text for target in targets], self.id)
        places = {target.id: f"t{number}" for number, target in enumerate(shown, 1)}
        key = {row.id: places[pair.id] for row, pair in zip(rows, self.pairs, strict=True)}
        return Match(rows, numbered(shown, "t"), key)


MEMBER = Matching
