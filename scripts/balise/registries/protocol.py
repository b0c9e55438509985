"""Rules for receiving what a learner confides."""

from __future__ import annotations

from typing import ClassVar

from balise.entry import Entry
from balise.fields import Markdown, Text


class ProtocolStep(Entry):
    """One rule for receiving a learner's word."""

    scheme: ClassVar[str] = "protocol"
    files: ClassVar[str] = "protocol.yaml"

    title: Text
    """The rule, in a few words."""
    text: Markdown
    """What to do, and why."""

    @property
    def label(self) -> str:
        return self.title


MEMBER = ProtocolStep
