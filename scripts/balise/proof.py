"""What lets a printed sheet be judged years later: its edition, the dates of its facts, and where to look it up."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import segno

from balise.entry import Entry
from balise.messages import message
from balise.paper import Inline
from balise.typesetter import Typesetter

TITLE = message("Cette fiche est-elle encore juste ?")
VERIFIED = {"law": message("Loi vérifiée le {day}"), "service": message("Numéros vérifiés le {day}")}
QR_BORDER = 4  # modules of white around it that readers need


class Publisher:
    """Who publishes: `base` is the site's public address, empty without one; then sheets have no QR code.

    The address holds the edition and the sheet's name, after a `#` that no browser sends: it tells nobody anything.
    """

    def __init__(self, base: str, locale: str, edition: date) -> None:
        self.base, self.locale, self.edition = base, locale, edition

    def address(self, name: str = "") -> str:
        """Return the address of the page that judges a sheet; empty without a public address."""
        if not self.base:
            return ""
        return f"{self.base}{self.locale}/editions/{self.edition.isoformat()}.html" + (f"#{name}" if name else "")

    def page(self, path: str) -> str:
        """Return the address of a page of the site in this locale; empty without a public address."""
        return f"{self.base}{self.locale}/{path}" if self.base else ""

    def proof(self, to: Typesetter, facts: tuple[str, ...], name: str, code: str) -> dict[str, Any]:
        """Return the foot of every page, the lines of the proof and its QR code, for a sheet that shows `facts`."""
        dates = dates_of(to, facts)
        edition = to.text(message("Édition du {day}"), day=to.local.date(self.edition))
        mark = [to.text(to.local.settings.title + (f" {code.upper()}" if code else ""))]
        address = self.address()
        where = (
            [*to.text(message("Vérifie sur :")), " ", *to.number(address.partition("://")[2])]
            if address
            else to.text(message("Sur le site : page « Cette fiche est-elle encore juste ? »"))
        )
        return {
            "foot": [*mark, edition, *dates[-1:]],
            "proof": {
                "title": to.text(TITLE),
                "lines": [edition, *dates, where],
            },
            "qr": qr(to, self.address(name)) if address else None,
        }


def dates_of(to: Typesetter, facts: Iterable[str]) -> list[Inline]:
    """Return when the laws and services that are shown were checked, and when to check them again."""
    known = tuple(facts)
    entries = {scheme: _entries(to, known, scheme) for scheme in ("law", "service")}
    said = [checked for found in entries.values() if (checked := verified(to, found))]
    limits = [entry.review_by for found in entries.values() for entry in found if entry.review_by]
    if limits:
        said.append(to.text(message("À revérifier après le {day}"), day=to.local.date(min(limits))))
    return said


def verified(to: Typesetter, entries: Sequence[Entry]) -> Inline:
    """Return when the one of these laws, or of these services, that was checked first was; nothing if none ever was."""
    days = [entry.verified_on for entry in entries if entry.verified_on]
    return to.text(VERIFIED[entries[0].scheme], day=to.local.date(min(days))) if days else []


def _entries(to: Typesetter, facts: tuple[str, ...], scheme: str) -> list[Entry]:
    known = to.local.registry.entries[scheme]
    return [known[fact.partition(":")[2]] for fact in facts if fact.startswith(f"{scheme}:")]


def qr(to: Typesetter, address: str) -> dict[str, Any]:
    """Return a QR code as SVG, with its address, its width in modules, and words for whoever cannot see it."""
    out = io.BytesIO()
    code = code_of(address)
    code.save(out, kind="svg", scale=4, border=QR_BORDER, xmldecl=False, light="#fff")
    said = to.local.phrase(message("Code à scanner : {address}"), address=address)
    width, _ = code.symbol_size(border=0)
    return {"svg": out.getvalue().decode(), "modules": width, "address": address, "alt": str(said)}


@lru_cache(maxsize=64)
def code_of(address: str) -> segno.QRCode:
    """Return the QR code of an address; the formats of a sheet share theirs."""
    return segno.make(address, error="m", micro=False)
