"""The closed set of interactions, named after QTI. Every item lowers to one; outputs know nothing else.

A new item type never adds an interaction, so an output that handles these five handles every item.
Strings are Markdown unless a name says otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeAlias, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that can be chosen, placed or filled in, and what the learner is told about it."""

    id: str
    text: str
    feedback: str = ""
    correct: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Choose one or several options (QTI choiceInteraction). A `scale` has no key and is not scored."""

    options: tuple[Answer, ...]
    multiple: bool = False
    scale: bool = False
    kind: str = "choice"

    @property
    def scored(self) -> bool:
        return not self.scale


@dataclass(frozen=True, slots=True)
class Order:
    """Put steps in order (QTI orderInteraction). `shown` is the fixed mixed order, `key` the right one."""

    shown: tuple[Answer, ...]
    key: tuple[str, ...]
    feedback: str = ""
    kind: str = "order"
    scored: bool = True


@dataclass(frozen=True, slots=True)
class Match:
    """Join each row to a target (QTI matchInteraction); several rows may share one. `key`: row id to target id."""

    rows: tuple[Answer, ...]
    targets: tuple[Answer, ...]
    key: dict[str, str]
    kind: str = "match"
    scored: bool = True

    @property
    def longest(self) -> int:
        """How many letters the longest target has."""
        return max(len(target.text) for target in self.targets)


@dataclass(frozen=True, slots=True)
class Gap:
    """A hole in a text: the words offered, in the order shown, and the right one. Plain text."""

    id: str
    words: tuple[str, ...]
    key: str


@dataclass(frozen=True, slots=True)
class TextEntry:
    """Fill the gaps of a text (QTI textEntryInteraction, inlineChoice). `text` holds `{gap-id}` marks."""

    text: str
    gaps: tuple[Gap, ...]
    feedback: str = ""
    kind: str = "text_entry"
    scored: bool = True


@dataclass(frozen=True, slots=True)
class ExtendedText:
    """Write freely (QTI extendedTextInteraction): never scored, never stored. `lines` is the space on paper."""

    lines: int
    model_answer: str = ""
    kind: str = "extended_text"
    scored: bool = False


Interaction: TypeAlias = Choice | Order | Match | TextEntry | ExtendedText


def mixed(things: Sequence[T], texts: Sequence[str], seed: str) -> tuple[T, ...]:
    """Return `things` in an order fixed by what they say, never the given order: same input, same sheet.

    Ids and places take no part: an order that followed them could tell which answer is right.

    Raises:
        ValueError: when `texts` and `things` differ in length.
    """
    pairs = list(zip(texts, things, strict=True))
    shuffled = sorted(pairs, key=lambda pair: blake2b(f"{seed}/{pair[0]}".encode(), digest_size=8).digest())
    return tuple(thing for _, thing in shuffled)


def numbered(answers: Sequence[Answer], prefix: str) -> tuple[Answer, ...]:
    """Return answers with ids that say their place only: an author's id could say which one is right."""
    return tuple(
        Answer(f"{prefix}{number}", one.text, one.feedback, one.correct) for number, one in enumerate(answers, 1)
    )
