"""The whole flow, one line a stage: read this first.

modules/<slug>/module.yaml ─ load ─ validate ─ check ─ translate(locale) ─ plan ─ render ─ write ─> site/<locale>/
modules/_shared/*.yaml ────┘
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from balise.checking import run_checks
from balise.course import Course, read_course
from balise.diagnostics import Report


def check_course(root: Path, today: date) -> tuple[Course | None, Report]:
    """Read and check the course under `root`. The course is `None` when it cannot be read at all."""
    course, report = read_course(root)
    if course is not None:
        run_checks(course, report, today)
    return course, report
