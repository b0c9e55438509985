"""The record of an edition: what its printed sheets said, so that they can be judged years later.

`balise edition record` writes one file an edition, `modules/_shared/history/<edition>.yaml`, never changed by hand but
for its `note`. Its words are those of the source locale.
"""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from balise.fields import Day, Name, Part, Text

HISTORY = "history"
"""The folder of the records, under `modules/_shared/`."""


class Fact(Part):
    """A registry entry as an edition printed it."""

    fact: Name
    """`law:…` or `service:…`."""
    said: dict[str, str]
    """What it said, by the name of each thing it says: `phone`, `hours`, `reference`, `text`…"""


class PrintedSheet(Part):
    """A sheet of an edition."""

    name: Name
    """What its QR code calls it: the same in every language and variant."""
    label: Name
    """Its kind, as its readers call it."""
    title: Name
    module: str = ""
    """Slug of its module; empty for those every module shares."""
    facts: tuple[Name, ...] = ()
    """The registry entries it shows."""
    words: Name
    """A digest of its words."""


class Edition(Part):
    """`modules/_shared/history/<edition>.yaml`: an edition as it was printed."""

    rewordable: ClassVar[bool] = False

    edition: Day
    note: Text | None = None
    """What changed in it, in the words of whoever made it: shown as it is, in every language."""
    facts: tuple[Fact, ...] = ()
    sheets: tuple[PrintedSheet, ...] = Field(min_length=1)

    @property
    def name(self) -> str:
        return self.edition.isoformat()

    def said(self, fact: str) -> dict[str, str] | None:
        """Return what it said of an entry; nothing of one it did not show."""
        return next((one.said for one in self.facts if one.fact == fact), None)

    def sheet(self, name: str) -> PrintedSheet | None:
        return next((one for one in self.sheets if one.name == name), None)
