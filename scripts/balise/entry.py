"""What every registry entry carries: where it comes from, how it is known, until when it may be shown."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal

from balise.fields import Day, EntryId, Jurisdiction, Name, Part, Url


class Confidence(StrEnum):
    """How sure an entry is; never above its evidence."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        return list(type(self)).index(self)


class Entry(Part):
    """What every entry carries: where it comes from, how it is known, until when it may be shown."""

    rewordable: ClassVar[bool] = False
    scheme: ClassVar[str]
    """The registry's name in references: `law` in `[](law:fr.cp.226-2-1)`."""
    files: ClassVar[str]
    """Where its entries are written, under `modules/_shared/`."""

    id: EntryId
    """The id used in references; begins with the jurisdiction where there is one."""
    jurisdiction: Jurisdiction = "int"
    """Where it holds: a country, `eu` or `int`."""
    evidence: tuple[Name, ...] = ()
    """Ids of the facts it rests on, in `evidence.yaml`."""
    source: tuple[Url, ...] = ()
    """Where it can be checked."""
    how_known: Literal["text_read", "public_source", "general_knowledge", "definition"] = "general_knowledge"
    """How we know it: the legal text was read, a public page was found, or neither."""
    text_as_of: Day | None = None
    """Date of the version of the text that was read."""
    confidence: Confidence = Confidence.LOW
    """low, medium or high."""
    verified_on: Day | None = None
    """When it was last checked; leave out when it never was."""
    review_by: Day | None = None
    """When it must be checked again."""
    superseded_by: EntryId | None = None
    """Id of the entry to use instead."""

    @property
    def label(self) -> str:
        """Return what a reference with no text of its own shows."""
        raise NotImplementedError

    @property
    def anchor(self) -> str:
        return self.id.replace(".", "-")
