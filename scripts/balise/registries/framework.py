"""Entries of curricula and competence frameworks."""

from __future__ import annotations

from typing import ClassVar, Literal

from balise.entry import Entry
from balise.fields import Markdown, Text


class Framework(Entry):
    """An entry of a curriculum or competence framework."""

    scheme: ClassVar[str] = "framework"
    files: ClassVar[str] = "frameworks.yaml"

    framework: Literal["EVARS", "EMC", "CRCN", "DigComp", "UNESCO", "pHARe", "code"]
    """Which framework."""
    title: Text
    """What the entry says, in short."""
    reference: Text
    """How it is cited."""
    text: Markdown
    """What it asks for."""

    @property
    def label(self) -> str:
        return self.title


MEMBER = Framework
