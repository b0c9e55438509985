"""Words of the glossary."""

from __future__ import annotations

from typing import ClassVar

from balise.entry import Entry
from balise.fields import Markdown, Text


class Term(Entry):
    """A word of the glossary."""

    scheme: ClassVar[str] = "term"
    files: ClassVar[str] = "glossary.yaml"

    term: Text
    """The word."""
    definition: Markdown
    """What it means, for a learner."""
    avoid: tuple[Text, ...] = ()
    """Words not to use, and why they hurt or mislead."""

    @property
    def label(self) -> str:
        return self.term


MEMBER = Term
