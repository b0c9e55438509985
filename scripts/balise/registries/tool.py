"""Programs and techniques of police or industry: explained, never offered as help."""

from __future__ import annotations

from typing import ClassVar, Literal

from balise.entry import Entry
from balise.fields import Markdown, Text


class Tool(Entry):
    """A program or technique of police or industry: explained, never offered as help."""

    scheme: ClassVar[str] = "tool"
    files: ClassVar[str] = "tools.yaml"

    name: Text
    """Its name."""
    operator: Text
    """Who made or runs it."""
    status: Literal["in_use", "historical", "unverified"]
    """Its state today, as far as known."""
    text: Markdown
    """What it is or was."""
    note: Markdown | None = None
    """What to be careful about."""

    @property
    def label(self) -> str:
        return self.name


MEMBER = Tool
