"""Documents the course rests on."""

from __future__ import annotations

from typing import ClassVar

from balise.entry import Entry
from balise.fields import Markdown, Name, Text


class Reference(Entry):
    """A document the course rests on."""

    scheme: ClassVar[str] = "source"
    files: ClassVar[str] = "sources.yaml"

    title: Text
    """Its title."""
    author: Text
    """Who published it."""
    year: Name | None = None
    """When."""
    text: Markdown
    """What it is used for, and its limits."""

    @property
    def label(self) -> str:
        return self.title


MEMBER = Reference
