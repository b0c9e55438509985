"""The locales of the site, from the course to its files: made a few modules at a time, on every core.

What cannot have changed since an earlier build is not made again: its pages are put where they were.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment

from balise import local_sites, write
from balise.course import Course
from balise.localsite import LocalSite, Made
from balise.metadata import is_indexed
from balise.parallel import each, shares, worth
from balise.progress import Say, silent
from balise.search import Records, search_index
from balise.shell import PageFacts
from balise.store import Kept, Store, memory
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


class Part(NamedTuple):
    """Some modules of a locale."""

    locale: str
    slugs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BuiltLocale:
    """What a locale came to: `files` maps an address to its SHA-256.

    `indexed` pages may be listed by search engines; `made` counts those of modules that were not remembered.
    """

    locale: str
    made: int
    files: dict[str, str]
    indexed: tuple[str, ...]
    used: frozenset[str]
    """Digests of all that is remembered of it."""


def build_locales(makers: Makers, workers: int, say: Say = silent) -> Iterator[BuiltLocale]:
    """Build each locale into its folder of the site: what is remembered, the modules that are not, then the rest.

    `say` is told how many parts of the second have been made, and of how many.
    """
    locales, modules = makers.order.locales, makers.order.course.modules
    found = {locale: makers.of(locale).place(modules) for locale in locales}
    missing = {locale: [slug for slug in modules if slug not in found[locale]] for locale in locales}
    parts = [Part(locale, slugs) for locale in locales for slugs in shares(missing[locale], workers)]
    workers = worth(workers, [slug for slugs in missing.values() for slug in slugs])
    for number, (part, units) in enumerate(each(makers, parts, workers), 1):
        found[part.locale] |= units
        say(number, len(parts))
    for locale in locales:
        makers.of(locale).units = {slug: found[locale][slug] for slug in modules}
    fresh = {locale: sum(len(makers.of(locale).units[slug].pages) for slug in missing[locale]) for locale in locales}
    for locale, rest in each(makers.finish, locales, workers):
        yield _built(locale, {**makers.of(locale).units, COURSE: rest}, fresh[locale])


def _built(locale: str, units: dict[str, Unit], made: int) -> BuiltLocale:
    digests = {path: page.digest for unit in units.values() for path, page in unit.pages.items()}
    return BuiltLocale(
        locale,
        made,
        {f"{locale}/{path}": name for path, name in digests.items()},
        tuple(path for unit in units.values() for path in unit.indexed),
        frozenset(digests.values()).union(*(unit.raw.values() for unit in units.values())),
    )


class Makers:
    """Makes parts of the site. What the parts of a locale need is worked out once, for every process to inherit."""

    def __init__(self, order: Order, units: Mapping[str, dict[str, Unit]] | None = None) -> None:
        self.order = order
        self._units = units or {}
        self._makers: dict[str, Maker] = {}
        self.theme = write.theme(order.config_file)

    def __reduce__(self) -> tuple[Any, ...]:
        """Go to a process that was not forked with what modules have come to, to be worked out again there."""
        return Makers, (self.order, {locale: maker.units for locale, maker in self._makers.items()})

    def __call__(self, part: Part) -> dict[str, Unit]:
        """Return what each of some modules came to, by its slug."""
        maker = self.of(part.locale)
        units = maker.modules(part.slugs)
        maker.site.local.forget(part.slugs)
        return units

    def finish(self, locale: str) -> Unit:
        """Make the pages of the course as a whole, and the search index."""
        return self.of(locale).finish()

    def of(self, locale: str) -> Maker:
        if locale not in self._makers:
            self._makers[locale] = Maker(self.order, locale, self.theme, self._units.get(locale))
        return self._makers[locale]

    def follow(self, order: Order, slugs: Iterable[str]) -> None:
        """Go on with a course of which these modules have changed, and nothing around them."""
        self.order = order
        for maker in self._makers.values():
            maker.follow(order, slugs)


def _in_order(units: Iterable[Unit]) -> Iterator[Records]:
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
        self.units = units or {}
        """What each module came to, in their order, once all are there."""

    @property
    def folder(self) -> Path:
        return self.order.folder / self.locale

    def follow(self, order: Order, slugs: Iterable[str]) -> None:
        """Go on with a course of which these modules have changed, and nothing around them."""
        self.order, self.known.course = order, order.course
        self.site.follow(order.course, slugs)

    def place(self, slugs: Iterable[str]) -> dict[str, Unit]:
        """Put the pages of an earlier build where they belong, module by module, and return what each came to."""
        known = self.known.recall(self.known.keys(slugs))
        placed = ((slug, self._placed(slug, unit)) for slug, unit in known.items())
        return {slug: unit for slug, unit in placed if unit}

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
        known = self.known.recall({COURSE: key}).get(COURSE)
        if known and (placed := self._placed(COURSE, known)):
            return placed
        unit = self._unit(self.site.pages_apart())
        unit.shown = self.site.art()
        self.known.remember(key, unit)
        return unit

    def _placed(self, slug: str, unit: Unit) -> Unit | None:
        """Put the pages of an earlier build in place, if all of them are still there."""
        if not self.filling:
            folder = os.fspath(self.folder)
            for inside in {path.rpartition("/")[0] for path in unit.pages}:
                os.makedirs(f"{folder}/{inside}", exist_ok=True)  # noqa: PTH103  quicker than a Path
            place = self.store.place
            placed = all(place(page.digest, f"{folder}/{path}", page.state) for path, page in unit.pages.items())
            return unit if placed else None
        raw = {path: self.store.page(name) for path, name in unit.raw.items()}
        whole = {path: page.decode() for path, page in raw.items() if page is not None}
        if len(whole) < len(raw):
            return None
        return replace(unit, pages={path: self._fill(path, page, slug) for path, page in whole.items()})

    def _unit(self, pages: Iterable[Made], slug: str = "") -> Unit:
        unit = Unit()
        for page in pages:
            path = page.facts.path
            raw = self._whole(page.facts, page.html)
            unit.pages[path] = self._fill(path, raw, slug)
            if self.filling:
                unit.raw[path] = self.store.hold(raw.encode())
            if is_indexed(page.facts):
                unit.indexed.append(path)
            if page.search:
                unit.search.setdefault(page.output, []).extend(page.search)
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
    file.unlink(missing_ok=True)  # it may be the very file that is remembered
    write.write_bytes(file, raw)
    return store.keep(file, raw)
