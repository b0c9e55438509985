"""The whole flow, one line a stage: read this first.

    modules/<slug>/module.yaml ─ load ─ validate ─ check ─ translate(locale) ─ plan ─ render ─ write ─> site/<locale>/
    modules/_shared/*.yaml ────┘

`read.py` loads and validates. `examination.py` checks, a few modules at a time on every core, in every locale at once.
`locale_build.py` makes the pages, a few modules of a locale at a time, each with a `maker.py`. Each stage takes what
cannot have changed since an earlier build from `store.py`. The stages that follow one another here are those of a build
without pages.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from balise.course import Course
from balise.diagnostics import Report
from balise.examination import examine, report_of
from balise.progress import Say, silent
from balise.read import read_course


def check_course(root: Path, today: date, workers: int = 0, say: Say = silent) -> tuple[Course | None, Report]:
    """Read and check the course under `root` in every locale. The course is `None` when it cannot be read at all."""
    course, report = read_course(root, scope=(), workers=workers)
    if course is not None:
        course, known = examine(course, course.locales, today, workers, say)
        report.extend(report_of(known))
    return course, report
