"""One locale of the site, from the course to its files: checked, then made module by module.

What cannot have changed since an earlier build is not made again: its pages are put where they were.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from balise import local_sites, write
from balise.checking import all_checks, run_checks
from balise.course import Course
from balise.diagnostics import Report
from balise.localsite import LocalSite, Made
from balise.metadata import is_indexed
from balise.parallel import each
from balise.read import narrow
from balise.search import Records, search_index
from balise.shell import PageFacts
from balise.store import Store, memory
from balise.units import Unit, Units

SHELL = "main.html"
"""The template of the theme around most pages."""


@dataclass(frozen=True, slots=True)
class Order:
    """What every locale of a build must know. `folder` is the site being made, `base` its public address."""

    course: Course
    config_file: Path
    folder: Path
    locales: tuple[str, ...]
    day: date
    base: str


@dataclass(frozen=True, slots=True)
class BuiltLocale:
    """What a locale's process brings back: `files` maps an address to its SHA-256.

    `indexed` pages may be listed by search engines; `made` counts those that were not remembered.
    """

    locale: str
    report: Report
    pages: int = 0
    made: int = 0
    files: dict[str, str] = field(default_factory=dict)
    indexed: tuple[str, ...] = ()
    used: frozenset[str] = frozenset()
    """Digests of all that is remembered of it."""


def build_locales(order: Order) -> Iterator[BuiltLocale]:
    """Check and build each locale into its folder of the site, as many at once as there are cores."""
    all_checks()  # found once: every process inherits them
    for _, built in each(partial(build_locale, order), order.locales, os.cpu_count() or 1):
        yield built


def build_locale(order: Order, locale: str) -> BuiltLocale:
    """Check and build one locale."""
    course, report = narrow(order.course, (locale,))
    store = memory(course.root)
    units = Units(store, course, locale, order.locales, order.base)
    run_checks(course, report, order.day)
    if report.failed():
        return BuiltLocale(locale, report)
    maker = Maker(order, LocalSite(course, locale, order.locales, order.base), store)
    for document in course.modules.values():
        document.catalogs = {}  # translated by now: of a thousand modules, they would be a hundred megabytes
    built = {slug: maker.module(slug, units) for slug in course.modules}
    rest = maker.course_pages()
    whole = [*built.values(), rest]
    digests = {path: name for unit in whole for path, name in unit.pages.items()}
    digests["search.js"] = maker.put("search.js", search_index(_in_order(whole)))
    return BuiltLocale(
        locale,
        report,
        len(digests) - 1,
        maker.made,
        {f"{locale}/{path}": name for path, name in digests.items()},
        tuple(path for unit in whole for path in unit.indexed),
        frozenset(digests.values()).union(*(unit.raw.values() for unit in whole)),
    )


def _in_order(units: Iterable[Unit]) -> Iterator[Records]:
    """Yield what search finds, output by output; pages written by hand come last."""
    some = list(units)
    for output in sorted({name for unit in some for name in unit.search}, key=lambda name: (not name, name)):
        yield from (unit.search[output] for unit in some if output in unit.search)


class Maker:
    """Puts the pages of one locale into the site, and into those of its local editions."""

    def __init__(self, order: Order, site: LocalSite, store: Store) -> None:
        self.order, self.site, self.store = order, site, store
        self.folder = order.folder / site.local.locale
        self.theme = write.theme(order.config_file)
        self.filling = bool(order.course.place or order.course.places)
        self.made = 0

    def module(self, slug: str, units: Units) -> Unit:
        """Put the pages of a module where they belong, and return what they came to."""
        known = units.known.get(slug)
        if known and (placed := self._placed(slug, known)):
            return placed
        unit = self._unit(self.site.module_pages(slug), slug)
        units.remember(slug, unit)
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
        return self.put(path, self.site.near.own(path, raw, slug))

    def put(self, path: str, content: str) -> str:
        """Write a file of this site, and return its digest."""
        raw = content.encode()
        write.write_bytes(self.folder / path, raw)
        return self.store.keep(self.folder / path, raw)
