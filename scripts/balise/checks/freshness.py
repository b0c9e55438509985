"""A registry entry, or a contact of a local edition, past its date of review.

## What it checks
No entry, nor any contact of a local edition, is past `review_by` on the day of the build (`--today`).

## Why
A number or a penalty nobody has looked at for months is how leaflets become dangerous. A warning; with
`--strict`, an error.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from balise.checking import Finding, at
from balise.course import Course
from balise.diagnostics import Severity

ID = "past-review"
SEVERITY = Severity.WARNING
ADVICE = "check it at its source, then change `verified_on` and `review_by`"


def check(course: Course, today: date) -> Iterator[Finding]:
    """Yield entries past review."""
    for document in course.shared:
        for path, entry in document.entries():
            if entry.review_by and entry.review_by < today:
                text = f'"{entry.id}" was to be checked again by {entry.review_by}'
                yield at(document, (*path, "review_by"), text, ADVICE)
    for document, edition in course.local_documents():
        for slot in edition.slots():
            if slot.one.review_by < today:
                text = f'"{slot.one.name}" was to be checked again by {slot.one.review_by}'
                yield at(document, (*slot.path, "review_by"), text, ADVICE)
