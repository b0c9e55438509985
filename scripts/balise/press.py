"""Prints every sheet of a course, as many at once as there are cores; what has not changed is not set again.

Two memories, both keyed by content, make that cheap: the sheets of a module are not even planned when nothing they
depend on has changed, and a planned sheet is not set when its words and layout have not.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from balise.cache import module_keys
from balise.course import Course
from balise.diagnostics import Diagnostic, Report
from balise.digests import digest
from balise.formats import content_of, layouts, name_of
from balise.local import LocalCourse
from balise.misprints import misprint
from balise.parallel import each
from balise.printing import TypesettingError, has_begun
from balise.proof import Publisher
from balise.read import narrow
from balise.sheet import Sheet, forms, is_ready, plan_sheets
from balise.variants import Paper

MADE = "made"
"""The folder of the memory that holds the files."""
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
    """

    def __init__(
        self, course: Course, target: Path, base: str = "", paper: Paper = "a4", *, near_only: bool = False
    ) -> None:
        self.course, self.target, self.base, self.paper = course, target, base, paper
        self.near_only = near_only
        self.place = f"{course.local_editions[course.place]!r} {near_only}" if course.place else ""
        self.memory = course.root / ".cache" / "balise" / "print"
        self.layouts = layouts()
        self._locals: dict[str, tuple[LocalCourse, dict[str, str]]] = {}

    def jobs(self, locales: tuple[str, ...], only: tuple[str, ...] = ()) -> list[Job]:
        """Return what there is to do: everything, or these modules only."""
        slugs = only or (SHARED_SHEETS, *self.course.modules)
        return [Job(locale, slug) for locale in locales for slug in slugs]

    def run(self, jobs: list[Job], workers: int = 0) -> Iterator[tuple[Job, Printed]]:
        """Do the jobs, yielding each as it is done, then forget the sheets nobody has any more."""
        yield from each(self._print, jobs, 0 if has_begun() else workers)
        self._forget()

    def _print(self, job: Job) -> Printed:
        _, keys = self.local(job.locale)
        whole = digest([keys[job.slug].encode(), f"{self.base} {self.paper} {self.place}".encode()]).hex()
        of = f"@{self.course.place}" if self.course.place else ""
        manifest = self.memory / job.locale / f"{job.slug or '_shared'}{of}.json"
        known = self._recall(manifest, whole)
        if known is not None:
            for path, name in known.items():
                self._put(name, path, job.locale)
            return Printed(len(known))
        printed, listed = self._set_all(job)
        if not printed.report.failed():
            _write(manifest, json.dumps({"key": whole, "sheets": listed}).encode())
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
                name, made = self._set(sheet)
            except TypesettingError as error:
                printed.report.add(self._diagnostic(error, sheet, job.locale))
                continue
            listed[sheet.path] = name
            printed.sheets += 1
            printed.made += made
            self._put(name, sheet.path, job.locale)
        return printed, listed

    def _diagnostic(self, error: TypesettingError, sheet: Sheet, locale: str) -> Diagnostic:
        course, _ = narrow(self.course, (locale,))
        return misprint(course, error, sheet, locale)

    def _set(self, sheet: Sheet) -> tuple[str, bool]:
        """Return the name of a sheet in the memory, and whether it had to be set."""
        name = name_of(sheet, self.layouts[sheet.form])
        stored = self._stored(name)
        if stored.is_file():
            return name, False
        _write(stored, content_of(sheet))
        return name, True

    def _put(self, name: str, path: str, locale: str) -> None:
        to = self.target / locale / path
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(self._stored(name), to)

    def _stored(self, name: str) -> Path:
        return self.memory / MADE / name

    def _recall(self, manifest: Path, whole: str) -> dict[str, str] | None:
        """Return the name of each sheet by its path, if nothing they depend on has changed and all are there."""
        try:
            loaded = json.loads(manifest.read_text(encoding="utf-8"))
            sheets: dict[str, str] = loaded["sheets"]
            same = loaded["key"] == whole
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return sheets if same and all(self._stored(name).is_file() for name in sheets.values()) else None

    def local(self, locale: str) -> tuple[LocalCourse, dict[str, str]]:
        """Return the course in a locale, and the key of each module, worked out once a process."""
        if locale not in self._locals:
            course, _ = narrow(self.course, (locale,))
            keys = module_keys(course, locale)
            whole = {slug: digest([key.encode(), *self.layouts.values()]).hex() for slug, key in keys.items()}
            shared = digest(sorted(key.encode() for key in whole.values())).hex()
            self._locals[locale] = LocalCourse(course, locale), {SHARED_SHEETS: shared, **whole}
        return self._locals[locale]

    def _forget(self) -> None:
        """Remove the files that no manifest names."""
        kept = set()
        for manifest in self.memory.glob("*/*.json"):
            kept |= set(json.loads(manifest.read_text(encoding="utf-8"))["sheets"].values())
        for path in (self.memory / MADE).glob("*.*"):
            if path.name not in kept:
                path.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    """Write a file in one step: another build may be reading it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    aside.write_bytes(content)
    aside.replace(path)
