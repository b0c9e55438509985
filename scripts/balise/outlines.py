"""Outlines of decks: which slides a delivery shows, by their ids and marks, without a word of them."""

from __future__ import annotations

from balise.paper import Block, Inline
from balise.typesetter import Typesetter


class Wordless(Typesetter):
    """Sets no word and counts none: a text is one slide, however long, called as its first part would be."""

    def text(self, value: str, **values: object) -> Inline:  # noqa: ARG002
        return []

    def inline(self, value: str) -> Inline:  # noqa: ARG002
        return []

    def md(self, value: str) -> list[Block]:  # noqa: ARG002
        return []

    def count(self, text: str) -> int:  # noqa: ARG002
        return 0
