"""The record of the last automatic look at the site, as `make audit` writes it, and what it looked at."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from balise.discovery import PACKAGE
from balise.fields import Day, Name, Part
from balise.scanning import scanned

AUDIT = "audit"
LOOKED_AT = (".html", ".css", ".js")
Number = Annotated[int, Field(strict=True, ge=0)]
Scheme = Literal["light", "dark"]
Width = Literal["360", "1280", "400 %"]


class Program(Part):
    """A program that looked at the pages."""

    name: Name
    version: Name


class Look(Part):
    """Pages of one language, seen in one way."""

    locale: Name
    scheme: Scheme
    """The colours: light or dark."""
    width: Width
    """The width of the window in pixels, or how much the page was enlarged."""
    pages: Number
    findings: dict[str, Number] = Field(default_factory=dict)
    """How many elements each rule objects to."""

    @property
    def count(self) -> int:
        return sum(self.findings.values())


class Walk(Part):
    """Pages of one language, gone through with the keyboard alone."""

    locale: Name
    pages: Number
    stops: Number
    """How many times the focus moved."""
    findings: Number


class Markup(Part):
    """What a checker of HTML says of every page."""

    pages: Number
    findings: Number


class Audit(Part):
    """`modules/_shared/audit.yaml`: what programs looked at, when, and what they found."""

    date: Day
    digest: Name
    """A digest of the templates, styles and scripts it was run on."""
    programs: tuple[Program, ...] = Field(min_length=1)
    looks: tuple[Look, ...] = Field(min_length=1)
    keyboard: tuple[Walk, ...] = ()
    markup: Markup | None = None


def digest_of(root: Path) -> str:
    """Return a digest of every template, style and script pages are made with: what an audit depends on."""
    bases = (PACKAGE, root / "site_overrides")
    files = ((Path(path).relative_to(base).as_posix(), path) for base in bases for path, _ in scanned(base))
    found = hashlib.sha256()
    for name, path in sorted(files):
        if path.endswith(LOOKED_AT):
            found.update(f"{name}\n".encode() + Path(path).read_bytes())
    return found.hexdigest()[:16]
