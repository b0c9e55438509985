"""An objective that nothing serves or nothing assesses.

## What it checks
Every learning objective of a module is served by an activity and, where the module has quizzes, assessed
by an item.

## Why
What is promised to a school must be taught, and seen to be learnt.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from balise.checking import Finding, at
from balise.course import Course
from balise.diagnostics import Severity

ID = "objectives"
SEVERITY = Severity.WARNING


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield objectives left alone."""
    for document in course.modules.values():
        module = document.module
        assert module  # noqa: S101
        served = {name for _, activity in module.activities() for name in activity.objectives}
        assessed = {item.objective for _, _, item in module.items()}
        for index, objective in enumerate(module.objectives):
            where = ("objectives", index, "id")
            if objective.id not in served:
                yield at(
                    document,
                    where,
                    f'no activity serves the objective "{objective.id}"',
                    "name it in `objectives:` of one",
                )
            if module.quizzes and objective.id not in assessed:
                yield at(
                    document,
                    where,
                    f'no item assesses the objective "{objective.id}"',
                    "name it in `objective:` of one",
                )
