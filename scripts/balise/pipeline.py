"""The whole flow, one line a stage: read this first.

    modules/<slug>/module.yaml ─ load ─ validate ─ check ─ translate(locale) ─ plan ─ render ─ write ─> site/<locale>/
    modules/_shared/*.yaml ────┘

Reading and validating happen once; from `check` on, every locale goes its own way, in a process of its own
(`locale_build.py`), module by module. Each stage takes what cannot have changed since an earlier build from `store.py`.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from balise.checking import run_checks
from balise.course import Course
from balise.diagnostics import Report
from balise.parallel import each
from balise.read import narrow, read_course


def check_course(root: Path, today: date, workers: int = 0) -> tuple[Course | None, Report]:
    """Read and check the course under `root` in every locale. The course is `None` when it cannot be read at all."""
    course, report = read_course(root, scope=())
    if course is not None:
        for _, found in each(partial(check_locale, course, today=today), course.locales, workers):
            report.extend(found)
    return course, report


def check_locale(course: Course, locale: str, today: date) -> Report:
    """Check the course in one locale."""
    local, report = narrow(course, (locale,))
    run_checks(local, report, today)
    return report
