"""The pages of one locale: made, or put where they were in an earlier build, and kept for the next."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment

from balise import local_sites, write
from balise.course import Course
from balise.localsite import LocalSite, Made
from balise.metadata import is_indexed
from balise.scanning import scanned
from balise.search import Records, rows, search_index
from balise.shell import PageFacts
from balise.store import Kept, Store, file_state, memory
from balise.units import Unit, Units

COURSE = ""
"""The name of the pages of the course as a whole."""
SEARCH = "search.js"
SHELL = "main.html"
"""The template of the theme around most pages."""


@dataclass(frozen=True, slots=True)
class Order:
    """What every locale of a build must know. `folder` is the site being made, `base` its public address."""

    course: Course
    config_file: Path
    folder: Path
    locales: tuple[str, ...]
    base: str


def _in_order(units: Iterable[Unit]) -> Iterator[str]:
    """Yield what search finds, output by output; pages written by hand come last."""
    some = list(units)
    for output in sorted({name for unit in some for name in unit.search}, key=lambda name: (not name, name)):
        yield from (unit.search[output] for unit in some if output in unit.search)


class Maker:
    """Puts the pages of one locale into the site, and into those of its local editions."""

    def __init__(self, order: Order, locale: str, theme: Environment, units: dict[str, Unit] | None = None) -> None:
        course = order.course
        self.order, self.locale, self.store = order, locale, memory(course.root)
        self.known = Units(self.store, course, locale, order.locales, order.base)
        self.site = LocalSite(course, locale, order.locales, order.base, self.known.paths)
        self.theme = theme
        self.filling = bool(course.place or course.places)
        self.ready: set[str] = set()
        """Folders that are there."""
        self.there: dict[str, tuple[int, ...]] = {}
        """Files of an earlier site this one is made from, each with its state."""
        self.units = units or {}
        """What each module came to, in their order, once all are there."""

    @property
    def folder(self) -> Path:
        return self.order.folder / self.locale

    def follow(self, order: Order, slugs: Iterable[str]) -> None:
        """Go on with a course of which these modules have changed, and nothing around them."""
        self.order, self.known.course = order, order.course
        self.site.follow(order.course, slugs)

    def begin(self, spare: Path) -> None:
        """Make this locale from what an earlier site had of it, if that was put by."""
        with suppress(OSError):
            spare.rename(self.folder)
        before = len(os.fspath(self.folder)) + 1
        for path, status in scanned(self.folder):
            if "." in path.rpartition(os.sep)[2]:
                self.there[path[before:].replace(os.sep, "/")] = file_state(status)
            else:
                Path(path).unlink()  # a folder has such a name
        self.ready = {path.rpartition("/")[0] for path in self.there}

    def end(self, rest: Unit) -> None:
        """Remove what an earlier site had of this locale, and this one has not; `rest` is what `finish` returned."""
        for path in self.there.keys() - {path for unit in (*self.units.values(), rest) for path in unit.pages}:
            with suppress(OSError):  # there is more in its folder
                (self.folder / path).unlink(missing_ok=True)
                os.removedirs((self.folder / path).parent)
        self.there = {}

    def place(self, slugs: Iterable[str]) -> dict[str, Unit]:
        """Put the pages of an earlier build where they belong, module by module, and return what each came to."""
        return dict(self._recalled(self.known.keys(slugs)))

    def modules(self, slugs: tuple[str, ...]) -> dict[str, Unit]:
        """Make the pages of some modules, and return what each came to."""
        made = {}
        for slug, key in self.known.keys(slugs).items():
            made[slug] = self._unit(self.site.module_pages(slug), slug)
            made[slug].shown = self.site.shown(slug)
            self.known.remember(key, made[slug])
        return made

    def finish(self) -> Unit:
        """Make the pages of the course as a whole, and the search index, once all modules are there."""
        apart = self._pages_apart()
        shown = {slug: unit.shown for slug, unit in self.units.items()}
        rest = apart | self._unit(self.site.gathered_pages(shown, apart.shown))
        index = search_index(_in_order([*self.units.values(), rest]))
        rest.pages[SEARCH] = put(self.store, self.folder / SEARCH, index)
        return rest

    def _pages_apart(self) -> Unit:
        """Put the pages that show nothing of modules in place, made anew where that is needed."""
        key = self.known.key_apart()
        if known := next(self._recalled({COURSE: key}), None):
            return known[1]
        unit = self._unit(self.site.pages_apart())
        unit.shown = self.site.art()
        self.known.remember(key, unit)
        return unit

    def _recalled(self, keys: dict[str, str]) -> Iterator[tuple[str, Unit]]:
        """Yield what is remembered under these keys, by the names they are under, if all its pages could be placed."""
        for name, unit in self.known.recall(keys).items():
            pages = self._filled(unit, name) if self.filling else self._placed(unit)
            if pages is not None:
                if pages != unit.pages:
                    unit.pages = pages
                    self.known.remember(keys[name], unit)
                yield name, unit

    def _placed(self, unit: Unit) -> dict[str, Kept] | None:
        """Put the pages of an earlier build in place, and return them, if all of them are still there."""
        folder, pages = os.fspath(self.folder), {}
        self._make({path.rpartition("/")[0] for path in unit.pages})
        for path, page in unit.pages.items():
            placed = self.store.place(page, f"{folder}/{path}", self.there.get(path, ()))
            if placed is None:
                return None
            pages[path] = placed
        return pages

    def _make(self, inside: set[str]) -> None:
        """Make folders that are not there."""
        for one in sorted(inside - self.ready):
            (self.folder / one).mkdir(parents=True, exist_ok=True)
        self.ready |= inside

    def _filled(self, unit: Unit, slug: str) -> dict[str, Kept] | None:
        """Do so with pages whose holes are filled for a place."""
        raw = {path: self.store.page(name) for path, name in unit.raw.items()}
        whole = {path: page.decode() for path, page in raw.items() if page is not None}
        if len(whole) < len(raw):
            return None
        return {path: self._fill(path, page, slug) for path, page in whole.items()}

    def _unit(self, pages: Iterable[Made], slug: str = "") -> Unit:
        unit = Unit()
        found: dict[str, Records] = {}
        for page in pages:
            path = page.facts.path
            raw = self._whole(page.facts, page.html)
            unit.pages[path] = self._fill(path, raw, slug)
            if self.filling:
                unit.raw[path] = self.store.hold(raw.encode())
            if is_indexed(page.facts):
                unit.indexed.append(path)
            if page.search:
                found.setdefault(page.output, []).extend(page.search)
        unit.search = {output: rows(some) for output, some in found.items()}
        return unit

    def _whole(self, facts: PageFacts, html: str) -> str:
        """Return a page in its shell."""
        template = self.theme.get_template(facts.frame or SHELL)
        return template.render(bl=self.site.context(facts), page={"content": html})

    def _fill(self, path: str, raw: str, slug: str) -> Kept:
        """Write a page, its holes filled, for this site and each of its local editions; return it as it is kept."""
        for name, html in self.site.near.copies(path, raw, slug):
            own = local_sites.folder(self.order.folder, name) / self.locale / path
            write.write_text(own, html)
        return put(self.store, self.folder / path, self.site.near.own(path, raw, slug))


def put(store: Store, file: Path, content: str) -> Kept:
    """Write a file of the site, and return it as it is kept."""
    raw = content.encode()
    write.write_bytes(file, raw)
    return store.keep(file, raw)
