"""Prints every sheet of a course, as many at once as there are cores; what has not changed is not set again.

Two kinds of notes make that cheap: the sheets of a module are not even planned when nothing they depend on has
changed, and a planned sheet is not set when its words and layout have not. What was set is used only while it is whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path

from balise.cache import common_key, module_keys
from balise.course import Course
from balise.diagnostics import Diagnostic, Report
from balise.digests import digest
from balise.formats import content_of, layouts, name_of
from balise.local import LocalCourse
from balise.misprints import misprint
from balise.parallel import each
from balise.printing import TypesettingError, has_begun
from balise.proof import Publisher
from balise.sheet import Sheet, forms, is_ready, plan_sheets
from balise.store import Kept, Store
from balise.variants import Paper
from balise.write import write_bytes

SHARED_SHEETS = ""
"""Instead of a module's slug: the sheets every module shares."""


@dataclass(frozen=True, slots=True)
class Job:
    """The sheets of one module, or the shared ones, in one locale."""

    locale: str
    slug: str


@dataclass(slots=True)
class Printed:
    """What came of a job: how many sheets there are, how many had to be set, what is wrong."""

    sheets: int = 0
    made: int = 0
    report: Report = field(default_factory=Report)


class Press:
    """Prints the sheets of a course into `target/<locale>/…`. `base` is the site's public address or nothing.

    `near_only`: only the sheets that show a place's contacts; the others are those of the national site.
    `own`: nothing else shares the files, since some are there to be edited; those of a site are the memory's.
    """

    def __init__(  # noqa: PLR0913  what to print, for whom, and how the files are to be
        self,
        course: Course,
        target: Path,
        base: str = "",
        paper: Paper = "a4",
        *,
        near_only: bool = False,
        own: bool = False,
    ) -> None:
        self.course, self.target, self.base, self.paper = course, target, base, paper
        self.near_only, self.own = near_only, own
        self.place = f"{course.local_editions[course.place]!r} {near_only}" if course.place else ""
        self.memory = Store(course.root, course.root / ".cache" / "balise" / "print")
        self.layouts = layouts()
        self._locals: dict[str, tuple[LocalCourse, dict[str, str]]] = {}

    def jobs(self, locales: tuple[str, ...], only: tuple[str, ...] = ()) -> list[Job]:
        """Return what there is to do: everything, or these modules only."""
        slugs = only or (SHARED_SHEETS, *self.course.modules)
        return [Job(locale, slug) for locale in locales for slug in slugs]

    def run(self, jobs: list[Job], workers: int = 0) -> Iterator[tuple[Job, Printed]]:
        """Do the jobs, yielding each as it is done."""
        yield from each(self._print, jobs, 0 if has_begun() else workers)

    def tidy(self) -> None:
        """Forget what is oldest in memory, once there is much more than the sheets of the course and its editions."""
        self.memory.begin()
        course, kept = self.course, set()
        for place, locale, slug in product(
            ("", *course.local_editions), course.locales, (SHARED_SHEETS, *course.modules)
        ):
            listed = self.memory.read(_listing(locale, slug, place))
            kept |= {self.memory.read(_note(name)) for name in listed["sheets"].values()} if listed else set()
        self.memory.tidy(kept)

    def _print(self, job: Job) -> Printed:
        _, keys = self.local(job.locale)
        whole = digest([keys[job.slug].encode(), f"{self.base} {self.paper} {self.place}".encode()]).hex()
        listing = _listing(job.locale, job.slug, self.course.place)
        known = self.memory.read(listing)
        if known and known["key"] == whole:
            sheets = known["sheets"]
            if all(self._put(name, self._target(path, job.locale)) for path, name in sheets.items()):
                return Printed(len(sheets))
        printed, listed = self._set_all(job)
        if not printed.report.failed():
            self.memory.write(listing, {"key": whole, "sheets": listed})
        return printed

    def _set_all(self, job: Job) -> tuple[Printed, dict[str, str]]:
        local, _ = self.local(job.locale)
        if not is_ready(local, job.slug):
            return Printed(), {}
        publisher = Publisher(self.base, job.locale, self.course.settings.edition)
        printed, listed = Printed(), {}
        planned = plan_sheets(local, publisher, self.paper, job.slug, near_only=self.near_only)
        for sheet in (form for one in planned for form in forms(one)):
            try:
                name, made = self._set(sheet, self._target(sheet.path, job.locale))
            except TypesettingError as error:
                printed.report.add(self._diagnostic(error, sheet, job.locale))
                continue
            listed[sheet.path] = name
            printed.sheets += 1
            printed.made += made
        return printed, listed

    def _diagnostic(self, error: TypesettingError, sheet: Sheet, locale: str) -> Diagnostic:
        return misprint(self.course, error, sheet, locale)

    def _set(self, sheet: Sheet, to: Path) -> tuple[str, bool]:
        """Put a sheet where it belongs. Return its name in the memory, and whether it had to be set."""
        name = name_of(sheet, self.layouts[sheet.form])
        if self._put(name, to):
            return name, False
        content = content_of(sheet)
        write_bytes(to, content)
        self.memory.write(_note(name), self.memory.hold(content) if self.own else self.memory.keep(to, content).digest)
        return name, True

    def _put(self, name: str, to: Path) -> bool:
        """Put a sheet of the memory where it belongs. Return whether it was there and whole."""
        known = self.memory.read(_note(name))
        if not known or not self.own:
            return bool(known) and self.memory.place(Kept(known), to) is not None
        content = self.memory.page(known)
        if content is not None:
            write_bytes(to, content)
        return content is not None

    def _target(self, path: str, locale: str) -> Path:
        return self.target / locale / path

    def local(self, locale: str) -> tuple[LocalCourse, dict[str, str]]:
        """Return the course in a locale, and the key of each module, worked out once a process."""
        if locale not in self._locals:
            course = replace(self.course, scope=(locale,))
            keys = module_keys(course, locale, common_key(course, locale), course.modules)
            whole = {slug: digest([key.encode(), *self.layouts.values()]).hex() for slug, key in keys.items()}
            shared = digest(sorted(key.encode() for key in whole.values())).hex()
            self._locals[locale] = LocalCourse(course, locale), {SHARED_SHEETS: shared, **whole}
        return self._locals[locale]


def _listing(locale: str, slug: str, place: str) -> str:
    """Return what the note of a module's sheets is called: for each path, the name of its sheet."""
    return f"sheets-{locale}-{slug or '_shared'}@{place}"


def _note(name: str) -> str:
    """Return what the note of a sheet is called: the digest of its file."""
    return f"sheet-{name}"
