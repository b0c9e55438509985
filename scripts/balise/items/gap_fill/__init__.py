"""A text with gaps, each filled by choosing among given words."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from balise.fields import Markdown, Part, Slug, Text
from balise.interactions import Gap, TextEntry, mixed
from balise.parts import Item


class GapWords(Part):
    """The words offered for one gap."""

    id: Slug
    """The name written between braces in the text."""
    key: Text
    """The right word."""
    distractors: tuple[Text, ...] = Field(min_length=1, max_length=4)
    """Wrong words offered beside it."""


class GapFill(Item):
    """A text where each `{gap-id}` is a gap."""

    type: Literal["gap_fill"]
    text: Markdown
    """The text, with a `{gap-id}` for each gap."""
    gaps: tuple[GapWords, ...] = Field(min_length=1, max_length=6)
    """The gaps, in the order of the text."""
    feedback: Markdown
    """Said once answered."""

    def lower(self) -> TextEntry:
        gaps = []
        for gap in self.gaps:
            words = (gap.key, *gap.distractors)
            gaps.append(Gap(gap.id, mixed(words, words, f"{self.id}/{gap.id}"), gap.key))
        return TextEntry(self.text, tuple(gaps), self.feedback)


MEMBER = GapFill
