"""Local editions: what a place adds to the course, in the slots it may fill, and nothing else.

A local edition has no field for a law, nor for a national service: it can add, it cannot change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field

from balise.fields import Day, Jurisdiction, Name, Part, PictureFile, Text
from balise.load import Path_
from balise.messages import Message, message
from balise.registries.service import Contact

EDITIONS = "editions"
"""The folder of the local editions, under `modules/_shared/`."""
CALLED = {
    "nurse": message("Infirmerie scolaire"),
    "association": message("Association d'aide"),
    "brigade": message("Police ou gendarmerie"),
    "court": message("Tribunal"),
}
"""What each slot is called, nearest help first."""
FOR_ADULTS = frozenset({"court"})
"""Slots of no use to a pupil."""


class LocalLogo(Part):
    """A logo shown beside the title of a local edition."""

    rewordable: ClassVar[bool] = False

    file: PictureFile
    """The name of a file of `modules/_shared/media/`: `.svg`, `.png` or `.jpg`."""
    alt: Text
    """What it shows, for whoever cannot see it; 250 characters at most."""
    credit: Name
    """Who made it, and under which licence."""


class LocalContact(Part):
    """Somebody near: who, how to reach them, and who says so."""

    rewordable: ClassVar[bool] = False

    name: Text
    """What it is called there."""
    contacts: tuple[Contact, ...] = ()
    """How to reach it."""
    address: Text | None = None
    """Where it is."""
    hours: Text | None = None
    """When somebody is there."""
    source: Name = Field(examples=["https://example.org/contact"])
    """Where this was checked: a web address, or who confirmed it and how."""
    verified_on: Day = Field(examples=["2026-11-22"])
    """When it was last checked."""
    review_by: Day = Field(examples=["2027-05-22"])
    """When it must be checked again."""

    @property
    def link(self) -> str:
        """The address of its source; empty where it is a person's word."""
        return self.source if self.source.startswith(("https://", "http://")) else ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A contact of a local edition: where it is written, and what its slot is called, if it has a name."""

    path: Path_
    label: Message | None
    one: LocalContact
    for_adults: bool = False


class LocalEdition(Part):
    """`modules/_shared/editions/<name>.yaml`: what a place adds to the pages and sheets that offer help."""

    rewordable: ClassVar[bool] = False

    title: Text
    """The name of the place, as readers know it."""
    jurisdiction: Jurisdiction
    """Whose law holds there: it shows on the modules of that jurisdiction only."""
    example: bool = False
    """True for an invented place: all that it adds says so."""
    logo: LocalLogo | None = None
    """A logo shown beside its title."""
    nurse: LocalContact | None = None
    """The school nurse."""
    association: LocalContact | None = None
    """An association that helps victims."""
    brigade: LocalContact | None = None
    """Police or gendarmerie."""
    court: LocalContact | None = None
    """The court; shown to adults only."""
    numbers: tuple[LocalContact, ...] = ()
    """A few more, in the order pages show them."""

    def slots(self, *, adults: bool = True) -> Iterator[Slot]:
        """Yield what it adds, nearest help first; to pupils, only what is of use to them."""
        for name, label in CALLED.items():
            one = getattr(self, name)
            if one and (adults or name not in FOR_ADULTS):
                yield Slot((name,), label, one, name in FOR_ADULTS)
            if name == "brigade":
                yield from (Slot(("numbers", index), None, more) for index, more in enumerate(self.numbers))
