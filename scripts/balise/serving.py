"""A site that is served while an author writes: saved modules are made again in place, and nothing else is.

Whatever else happens (a file appears or goes, a registry or a template changes, a title other pages show, an error) is
for a whole build, which finds in memory what was made here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeAlias

from balise.course import SHARED, Course
from balise.diagnostics import Report, Severity
from balise.examination import Examined, Examiner, report_of
from balise.locale_build import Makers
from balise.maker import Maker, Order
from balise.read import read_module
from balise.scanning import seen_of
from balise.unchanged import input_files

Stamps: TypeAlias = dict[Path, list[int]]
"""The state of each file."""


def stamps(root: Path) -> Stamps:
    """Return what can be seen of every file a course is made of without reading it."""
    return {path: seen_of(status) for path, status in input_files(root) if not _is_left_by_an_editor(path.name)}


def _is_left_by_an_editor(name: str) -> bool:
    return name.startswith(".") or name.endswith("~")


class Desk:
    """What a build leaves for `refresh`: the course as it was read, what was found in it, and its pages by locale."""

    def __init__(self, makers: Makers, day: date, seen: Stamps, known: dict[str, Examined]) -> None:
        self.makers, self.day, self.seen, self.known = makers, day, seen, known

    @property
    def order(self) -> Order:
        return self.makers.order

    def refresh(self, say: Callable[[Report], None]) -> bool:
        """Bring the site up to date if nothing but modules has changed. Return whether it is; `say` tells warnings."""
        now = stamps(self.order.course.root)
        slugs = self._saved(now)
        course = self._read(slugs) if slugs else self.order.course
        if slugs is None or course is None or (slugs and not self._made(course, slugs, say)):
            return False
        self.seen = now
        return True

    def _saved(self, now: Stamps) -> tuple[str, ...] | None:
        """Return the modules that were saved since; nothing if anything else has changed."""
        slugs = set()
        for path in now.keys() ^ self.seen.keys() or (path for path in now if now[path] != self.seen[path]):
            folder, *inside = path.parts[len(self.order.course.root.parts) :]
            if folder != "modules" or path not in now or path not in self.seen or inside[0] == SHARED:
                return None
            if inside[1:] != ["module.yaml"] and path.suffix != ".po":
                return None
            slugs.add(inside[0])
        return tuple(sorted(slugs))

    def _read(self, slugs: tuple[str, ...]) -> Course | None:
        """Return the course with these modules read again; nothing if something is wrong with one."""
        course, report = self.order.course, Report()
        found = {slug: read_module(course.root, slug, report) for slug in slugs}
        documents = {slug: document for slug, document in found.items() if document}
        if report.diagnostics or documents.keys() != found.keys():
            return None
        return replace(course, modules={**course.modules, **documents})

    def _made(self, course: Course, slugs: tuple[str, ...], say: Callable[[Report], None]) -> bool:
        fresh = Examiner(course, self.day)(slugs)
        report = report_of(self.known | fresh)
        if report.failed() or any(self._shown(course, slug, fresh) != self._shown_before(slug) for slug in slugs):
            return False
        if report.count(Severity.WARNING):
            say(report)
        self.known |= fresh
        states = {slug: tuple(examined.states) for slug, examined in fresh.items()}
        course = replace(course, states=course.states | states)
        for slug, examined in fresh.items():
            course.modules[slug].gist_ = examined.gist
        self.makers.follow(replace(self.order, course=course), slugs)
        for locale in self.order.locales:
            self._locale(self.makers.of(locale), slugs)
        return True

    def _shown_before(self, slug: str) -> tuple[object, ...]:
        return self._shown(self.order.course, slug, self.known)

    def _shown(self, course: Course, slug: str, known: dict[str, Examined]) -> tuple[object, ...]:
        """Return what pages of other modules may show of a module, or depend on."""
        head, examined = course.modules[slug].head, known[slug]
        reviewed = [bool(state.reviewed_by) for state in examined.states]
        return head.code, head.title, head.jurisdiction, examined.titles, reviewed

    def _locale(self, maker: Maker, slugs: tuple[str, ...]) -> None:
        """Make the pages of a locale that may have changed."""
        for slug, unit in maker.modules(slugs).items():
            for path in maker.units[slug].pages.keys() - unit.pages.keys():
                (maker.folder / path).unlink(missing_ok=True)
            maker.units[slug] = unit
        maker.finish()
