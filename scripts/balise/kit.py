"""One session on a USB key: its deck, its PowerPoint and notes, its handouts, and the site to open without a network.

It is made of a site built for it. A page at its top leads to everything, in the order it is needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from balise import policy
from balise.course import SOURCE_LOCALE
from balise.deck_sheets import NAMES, name_of
from balise.deliveries import Delivery, deck_name
from balise.local import LocalCourse
from balise.messages import Message, message
from balise.offers import Offer, offers
from balise.pack import files_of
from balise.render import Renderer

SITE = "site"
# Names in letters every machine can read: in the source locale, then in any other.
START = {SOURCE_LOCALE: "COMMENCER.html"}, "START.html"
FOLDERS = {SOURCE_LOCALE: ("1-preparer", "2-presenter", "3-distribuer")}, ("1-prepare", "2-present", "3-hand-out")
PREPARE, PRESENT, HAND_OUT = message("À préparer"), message("À présenter"), message("À distribuer")


@dataclass(frozen=True, slots=True)
class KitPart:
    """What is needed at one time, and the folder of the kit that holds a copy of it."""

    title: Message
    folder: str
    offers: tuple[Offer, ...]


class Kit:
    """The kit of one delivery of a module in one locale, for a place if the course is for one.

    `name` is that of its folder, `start` that of the page to open first.
    """

    def __init__(self, local: LocalCourse, slug: str, delivery: Delivery) -> None:
        self.local, self.slug, self.delivery = local, slug, delivery
        self.module = local.modules[slug]
        self.deck = deck_name(self.module.code, delivery)
        self.start = START[0].get(local.locale, START[1])
        self.parts = tuple(self._parts())
        place = local.course.place
        self.place = local.course.local_editions[place] if place else None
        named = ("balise", self.deck, local.locale, place, local.settings.edition.isoformat())
        self.name = "-".join(part for part in named if part)

    def _parts(self) -> Iterable[KitPart]:
        own, shared = offers(self.local, self.slug), offers(self.local)
        beside = tuple(one for one in own if one.kind in NAMES and self._is_of_deck(one))
        rest = [one for one in (*own, *shared) if one.kind not in NAMES]
        adults = tuple(one for one in rest if one.audience == "facilitator")
        given = tuple(one for one in rest if one.audience != "facilitator")
        folders = FOLDERS[0].get(self.local.locale, FOLDERS[1])
        for title, folder, found in zip((PREPARE, PRESENT, HAND_OUT), folders, (adults, beside, given), strict=True):
            yield KitPart(title, folder, found)

    def _is_of_deck(self, offer: Offer) -> bool:
        """Say whether a sheet is that of this delivery."""
        return offer.name == f"{self.module.code}-{name_of(offer.kind, self.delivery.name)}"

    def files(self, site: Path) -> dict[str, bytes]:
        """Return every file of the kit by its path in it. `site` is a site built with the sheets of this module."""
        found = {f"{SITE}/{path}": content for path, content in files_of(site).items()}
        for part in self.parts:
            for file in (file for one in part.offers for file in one.files):
                found[f"{part.folder}/{Path(file.path).name}"] = found[f"{SITE}/{self.local.locale}/{file.path}"]
        return {**found, self.start: self._page().encode()}

    def _page(self) -> str:
        """Return the page at the top of the kit."""
        data = {
            "policy": policy.CONTENT,
            "site": SITE,
            "here": f"{SITE}/{self.local.locale}/",
            "slug": self.slug,
            "deck": self.deck,
            "module": self.module,
            "delivery": self.delivery,
            "parts": self.parts,
            "place": self.place,
        }
        return str(Renderer(self.local).fragment("templates/kit/start.html", **data))
