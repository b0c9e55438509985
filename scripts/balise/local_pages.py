"""What local editions show in the holes of one locale's finished pages.

The national page is made first; an edition's page is that page with its holes filled, and nothing else changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any, TypeAlias

from balise.course import SHARED, SOURCE_LOCALE
from balise.decks import Deck
from balise.holes import filled, has_holes
from balise.images import size_of
from balise.local import LocalCourse
from balise.near import near_slides
from balise.outputs.help_page import JURISDICTION
from balise.pictures import media_folder
from balise.place import LocalEdition
from balise.plan import Artifact
from balise.render import Renderer

LOCAL = "local"
"""The folder of the local editions in the national site."""
LOGOS = "assets/local"
TEMPLATES = "templates/place"
Find: TypeAlias = Callable[[str, str], Artifact]
"""Returns what a page was made from, by its address and the slug of its module."""


def logo_address(edition: LocalEdition) -> str:
    """Return where the logo of an edition is in its site; empty without one."""
    return f"{LOGOS}/{edition.logo.file}" if edition.logo else ""


class LocalPages:
    """Fills the holes of the pages of one locale, for the site being built and for each of its local editions."""

    def __init__(self, local: LocalCourse, renderer: Renderer, artifact: Find, place: str) -> None:
        self.local, self.renderer, self.artifact = local, renderer, artifact
        self.place = local.local_edition(place) if place else None
        self.editions = {name: local.local_edition(name) for name in local.course.places}

    def own(self, path: str, html: str, slug: str = "") -> str:
        """Return a page as this site shows it: its holes filled when it is that of a place, else gone."""
        here = self._filler(path, slug, self.place) if self.place else self._national(path)
        return filled(html, here)

    def copies(self, path: str, html: str, slug: str = "") -> Iterator[tuple[str, str]]:
        """Yield the name of each local edition whose page differs, with that page."""
        if has_holes(html):
            for name, edition in self.editions.items():
                yield name, filled(html, self._filler(path, slug, edition))

    def _filler(self, path: str, slug: str, edition: LocalEdition) -> Callable[[str], str]:
        module = self.local.modules.get(slug)
        holds = edition.jurisdiction == (module.jurisdiction if module else JURISDICTION)
        makers = {"home": self._home, "help": self._help, "guide": self._guide, "slide": self._slide}
        makers["notes"] = self._slide

        def fill(hole: str) -> str:
            self.renderer.stand("../" * path.count("/"))
            return makers[hole](path, slug, edition) if holds and hole in makers else ""

        return fill

    def _national(self, path: str) -> Callable[[str], str]:
        """The national site says where its local editions are, on one page."""

        def fill(hole: str) -> str:
            if hole != "choose" or not self.editions:
                return ""
            root = "../" * path.count("/")
            self.renderer.stand(root)
            ways = [
                (f"{root}../{LOCAL}/{name}/{self.local.locale}/{path}", edition)
                for name, edition in self.editions.items()
            ]
            real = [way for way in ways if not way[1].example]
            return self._made("choose", real=real, examples=[way for way in ways if way[1].example])

        return fill

    def _home(self, _: str, __: str, edition: LocalEdition) -> str:
        return self._made(
            "home",
            near=edition,
            logo_address=logo_address(edition),
            logo_size=self._logo_size(edition),
            logo_language="" if self.local.is_source else SOURCE_LOCALE,
        )

    def _logo_size(self, edition: LocalEdition) -> Any:
        file = media_folder(self.local.course.root, SHARED) / edition.logo.file if edition.logo else None
        return size_of(file.read_bytes()) if file and file.is_file() else None

    def _help(self, _: str, slug: str, edition: LocalEdition) -> str:
        # Under the title of a help box, or beside those of the help page.
        level = 3 if slug else 2
        return self._made("help", near=edition, slots=list(edition.slots(adults=False)), level=level)

    def _guide(self, _: str, __: str, edition: LocalEdition) -> str:
        return self._made("guide", near=edition, slots=list(edition.slots()))

    def _slide(self, path: str, slug: str, edition: LocalEdition) -> str:
        artifact = self.artifact(path, slug)  # only the pages of decks have this hole
        deck: Deck = artifact.data["deck"]
        template = PurePosixPath(artifact.template).with_name(f"near-{PurePosixPath(artifact.template).name}")
        slides = near_slides(self.local, deck.module, edition, deck.slides[deck.near].start)
        return str(self.renderer.fragment(str(template), deck=deck, shown={}, slides=slides))

    def _made(self, name: str, **data: Any) -> str:
        return str(self.renderer.fragment(f"{TEMPLATES}/{name}.html", **data))
