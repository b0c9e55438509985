"""A fact that changed in an edition whose sheets are already recorded.

## What it checks
Where the edition of `course.yaml` has a record (`balise edition record`), every law and service says what it
said then; and no edition on record is newer than the current one.

## Why
Whoever scans a printed sheet is told whether its edition is still right. Two sheets of one edition must never
give two numbers.

## Instead
Give the edition a new date, then record that one. The sheets of the old one become *replaced*, and say by what.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from balise.checking import Finding, at
from balise.course import SOURCE_LOCALE, Course
from balise.diagnostics import Severity
from balise.editions import Change, differences, said
from balise.local import LocalCourse

ID = "edition"
SEVERITY = Severity.ERROR
SHOWN = 2
LONGEST = 40


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield a finding where the record of the current edition says otherwise."""
    if not course.history:
        return
    edition = course.settings.edition
    settings = next(document for document in course.shared if document.part is course.settings)
    record = next((one for one in course.history if one.edition == edition), None)
    if course.history[-1].edition > edition:
        text = f"edition {edition} is older than one on record: {course.history[-1].name}"
        yield at(settings, ("edition",), text, "give the edition a newer date")
    if record is None:
        return
    local = LocalCourse(course, SOURCE_LOCALE)
    found = [(one.fact, differences(one.said, said(local, one.fact))) for one in record.facts]
    changed = [f"{fact.replace(':', ' ')}: {_said(changes[0])}" for fact, changes in found if changes]
    if changed:
        rest = f"; and {len(changed) - SHOWN} more" if len(changed) > SHOWN else ""
        text = f"edition {edition} has been recorded with other facts ({'; '.join(changed[:SHOWN])}{rest})"
        yield at(settings, ("edition",), text, "give the edition a new date, then `balise edition record`")


def _said(change: Change) -> str:
    """Say a change briefly: “phone was 3020, is now 3018”."""
    if change.what == "gone":
        return "no longer in the registry"
    old, new = (_short(words) for words in (change.old, change.new))
    return f"{change.what} was {old}, is now {new}"


def _short(words: str) -> str:
    if len(words) > LONGEST:
        return f'"{words[:LONGEST].rstrip()}…"'
    return f'"{words}"' if words else "not said"
