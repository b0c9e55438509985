"""Minutes that do not add up.

## What it checks
The durations of the activities add up to the duration of the module.

## Why
A teacher with a bell at ten to eleven plans by these numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from balise.checking import Finding, at
from balise.course import Course
from balise.diagnostics import Severity

ID = "minutes"
SEVERITY = Severity.ERROR


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield modules whose minutes do not add up."""
    for document in course.modules.values():
        assert document.module  # noqa: S101
        total = sum(activity.duration for _, activity in document.module.activities())
        if total != document.module.duration:
            text = f"the activities last {total} minutes, not {document.module.duration}"
            yield at(document, ("duration",), text, f"write `duration: {total}`, or change the activities")
