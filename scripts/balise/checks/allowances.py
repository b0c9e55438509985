"""An allowance that names no check, no place, or nothing to allow.

## What it checks
Each entry of a module's `allow:` names a check there is and a place there is, and the check finds something there.

## Why
An exception nobody needs any more would hide the next fault in the same place.

## Example
    allow:
      - {check: readibility, reason: Le nom officiel de l'article est long.}

## Instead
      - {check: readability, at: lessons/main/activities/law, reason: Le nom officiel de l'article est long.}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from balise.checking import Finding, Found, all_checks, allowed, at
from balise.course import Course, Document
from balise.diagnostics import Severity, did_you_mean
from balise.fields import context_of
from balise.model import Allowance

ID = "allowances"
SEVERITY = Severity.ERROR
ROUND = 2


def check(course: Course, today: date, found: Found) -> Iterator[Finding]:  # noqa: ARG001
    """Yield allowances that do nothing."""
    # What one allows may be in a translation: it is useless only when every language has been looked at.
    used = _used(found) if set(course.locales) <= set(course.scope) else None
    for document in course.modules.values():
        assert document.module  # noqa: S101
        for row, one in enumerate(document.module.allow):
            if fault := _fault(document, row, one, used):
                yield fault


def _used(found: Found) -> set[tuple[str, str, str]]:
    """Return what the checks find: document, check, place."""
    used = set()
    for name, findings in found.items():
        for finding in findings:
            document = finding.document
            if document and document.module and allowed(document, name, finding.path):
                used.add((document.name, name, context_of(document.module, finding.path)))
    return used


def _fault(document: Document, row: int, one: Allowance, used: set[tuple[str, str, str]] | None) -> Finding | None:
    checks = all_checks()
    if one.check not in checks:
        advice = did_you_mean(one.check, checks)
        return at(document, ("allow", row, "check"), f'no check is named "{one.check}"', advice)
    if used is None or any(name == document.name and one.covers(check, where) for name, check, where in used):
        return None
    place = f' at "{one.at}"' if one.at else ""
    text = f'the check "{one.check}" finds nothing to allow{place}'
    return at(document, ("allow", row), text, "remove it, or correct the place: ids name list entries")
