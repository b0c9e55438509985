"""The locales of the site, from the course to its files: made a few modules at a time, on every core.

What cannot have changed since an earlier build is not made again: its pages are put where they were.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from balise import local_sites, write
from balise.course import Course
from balise.localsite import LocalSite, Made
from balise.metadata import is_indexed
from balise.parallel import each, shares
from balise.search import Records, search_index
from balise.shell import PageFacts
from balise.store import Store, memory
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
    """Some modules of a locale; no modules: the pages of the course as a whole."""

    locale: str
    slugs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BuiltLocale:
    """What a locale came to: `files` maps an address to its SHA-256.

    `indexed` pages may be listed by search engines; `made` counts those that were not remembered.
    """

    locale: str
    pages: int = 0
    made: int = 0
    files: dict[str, str] = field(default_factory=dict)
    indexed: tuple[str, ...] = ()
    used: frozenset[str] = frozenset()
    """Digests of all that is remembered of it."""
    units: dict[str, Unit] = field(default_factory=dict)
    """What each module came to, and the pages of the course as a whole."""


def build_locales(order: Order, workers: int) -> Iterator[BuiltLocale]:
    """Build each locale into its folder of the site."""
    makers = Makers(order)
    some = [(), *shares(list(order.course.modules), workers)]
    made: dict[str, dict[str, Unit]] = {locale: {} for locale in order.locales}
    count, left = Counter[str](), Counter({locale: len(some) for locale in order.locales})
    parts = [Part(locale, slugs) for locale in order.locales for slugs in some]
    for part, (units, fresh) in each(makers, parts, workers):
        made[part.locale] |= units
        count[part.locale] += fresh
        left[part.locale] -= 1
        if not left[part.locale]:
            yield _built(order, part.locale, made.pop(part.locale), count[part.locale])


def _built(order: Order, locale: str, made: dict[str, Unit], fresh: int) -> BuiltLocale:
    """Sum up a locale, its search index written."""
    units = {slug: made[slug] for slug in (*order.course.modules, COURSE)}
    digests = {path: name for unit in units.values() for path, name in unit.pages.items()}
    digests[SEARCH] = put_search(order, locale, units)
    return BuiltLocale(
        locale,
        len(digests) - 1,
        fresh,
        {f"{locale}/{path}": name for path, name in digests.items()},
        tuple(path for unit in units.values() for path in unit.indexed),
        frozenset(digests.values()).union(*(unit.raw.values() for unit in units.values())),
        units,
    )


def put_search(order: Order, locale: str, units: Mapping[str, Unit]) -> str:
    """Write the search index of a locale, and return its digest."""
    return put(memory(order.course.root), order.folder / locale / SEARCH, search_index(_in_order(units.values())))


class Makers:
    """Makes parts of the site; what the parts of a locale need is worked out once a process."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self._makers: dict[str, Maker] = {}

    def __call__(self, part: Part) -> tuple[dict[str, Unit], int]:
        """Return what each module came to, by its slug, and how many pages were not remembered."""
        maker = self.of(part.locale)
        before = maker.made
        units = maker.modules(part.slugs) if part.slugs else {COURSE: maker.course_pages()}
        maker.site.local.forget(part.slugs or self.order.course.modules)
        return units, maker.made - before

    def follow(self, order: Order, slugs: Iterable[str]) -> None:
        """Go on with a course of which these modules have changed, and nothing around them."""
        self.order = order
        for maker in self._makers.values():
            maker.follow(order, slugs)

    def of(self, locale: str) -> Maker:
        if locale not in self._makers:
            self._makers[locale] = Maker(self.order, locale)
        return self._makers[locale]


def _in_order(units: Iterable[Unit]) -> Iterator[Records]:
    """Yield what search finds, output by output; pages written by hand come last."""
    some = list(units)
    for output in sorted({name for unit in some for name in unit.search}, key=lambda name: (not name, name)):
        yield from (unit.search[output] for unit in some if output in unit.search)


class Maker:
    """Puts the pages of one locale into the site, and into those of its local editions."""

    def __init__(self, order: Order, locale: str) -> None:
        course = order.course
        self.order, self.store = order, memory(course.root)
        self.site = LocalSite(course, locale, order.locales, order.base)
        self.units = Units(self.store, course, locale, order.locales, order.base)
        self.folder = order.folder / locale
        self.theme = write.theme(order.config_file)
        self.filling = bool(course.place or course.places)
        self.made = 0

    def follow(self, order: Order, slugs: Iterable[str]) -> None:
        """Go on with a course of which these modules have changed, and nothing around them."""
        self.order, self.units.course = order, order.course
        self.site.follow(order.course, slugs)

    def modules(self, slugs: tuple[str, ...]) -> dict[str, Unit]:
        """Put the pages of some modules where they belong, and return what each came to."""
        keys = self.units.keys(slugs)
        known = self.units.known(keys)
        return {slug: self._module(slug, key, known.get(slug)) for slug, key in keys.items()}

    def _module(self, slug: str, key: str, known: Unit | None) -> Unit:
        if known and (placed := self._placed(slug, known)):
            return placed
        unit = self._unit(self.site.module_pages(slug), slug)
        self.units.remember(key, unit)
        return unit

    def course_pages(self) -> Unit:
        """Make the pages of the course as a whole."""
        return self._unit(self.site.course_pages())

    def _placed(self, slug: str, unit: Unit) -> Unit | None:
        """Put the pages of an earlier build in place, if all of them are still there."""
        if not self.filling:
            placed = all(self.store.place(name, self.folder / path) for path, name in unit.pages.items())
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
            self.made += 1
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

    def _fill(self, path: str, raw: str, slug: str) -> str:
        """Write a page, its holes filled, for this site and each of its local editions; return its digest."""
        for name, html in self.site.near.copies(path, raw, slug):
            own = local_sites.folder(self.order.folder, name) / self.site.local.locale / path
            write.write_text(own, html)
        return put(self.store, self.folder / path, self.site.near.own(path, raw, slug))


def put(store: Store, file: Path, content: str) -> str:
    """Write a file of the site, and return its digest."""
    raw = content.encode()
    file.unlink(missing_ok=True)  # it may be the very file that is remembered
    write.write_bytes(file, raw)
    return store.keep(file, raw)
