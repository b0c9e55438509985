"""A mention of an entry that is closed, replaced or not in force.

## What it checks
No module points to an entry with `superseded_by`, to a service that is not `open` in a list of services,
or, in a `law_brief`, to a law that is not in force.

## Why
A leaflet with a dead number is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from balise.activities.services_map import ServicesMap
from balise.checking import Finding, at, in_passage
from balise.course import Course, Document
from balise.diagnostics import Location, Severity
from balise.load import Path_
from balise.markup import references
from balise.pages import REFERENCE, all_hand_pages, lines_of
from balise.parts import Activity
from balise.registries.law import Law
from balise.registries.service import Service

ID = "superseded"
SEVERITY = Severity.ERROR


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield mentions of what is no longer so."""
    yield from _emergency(course)
    for document in course.modules.values():
        module = document.module
        assert module  # noqa: S101
        yield from _listed(course, document, ("services",), "service", module.services)
        for path, activity in module.activities():
            yield from _activity(course, document, path, activity)
        for passage in document.passages():
            for target in references(passage.text):
                if found := _replaced(course, target):
                    yield in_passage(passage, *found)
    for _, file in all_hand_pages(course):
        for number, line in enumerate(lines_of(file), 1):
            for mention in REFERENCE.finditer(line):
                if found := _replaced(course, mention[2]):
                    where = Location(file.relative_to(course.root), number, mention.start() + 1, line)
                    yield Finding(where, *found)


def _emergency(course: Course) -> Iterator[Finding]:
    for document in course.shared:
        if document.part is course.settings:
            yield from _listed(course, document, ("emergency",), "service", course.settings.emergency)


def _activity(course: Course, document: Document, path: Path_, activity: Activity) -> Iterator[Finding]:
    for field, scheme in activity.refers.items():
        yield from _listed(course, document, (*path, field), scheme, getattr(activity, field))
    if isinstance(activity, ServicesMap):
        for row, situation in enumerate(activity.situations):
            where = (*path, "situations", row)
            yield from _listed(course, document, (*where, "best"), "service", (situation.best,))
            yield from _listed(course, document, (*where, "also"), "service", situation.also)


def _replaced(course: Course, target: str) -> tuple[str, str] | None:
    """Return what to say of a reference to an entry that has been replaced, or nothing."""
    scheme, _, name = target.partition(":")
    entry = course.registry.get(scheme, name)
    if entry is None or entry.superseded_by is None:
        return None
    return f'"{name}" is superseded', f"write `[]({scheme}:{entry.superseded_by})`"


def _listed(course: Course, document: Document, path: Path_, scheme: str, ids: tuple[str, ...]) -> Iterator[Finding]:
    for index, name in enumerate(ids):
        entry = course.registry.get(scheme, name)
        gone = isinstance(entry, Service) and entry.status != "open"
        gone = gone or (isinstance(entry, Law) and entry.status != "in_force")
        if entry and (gone or entry.superseded_by):
            advice = (
                f"write {entry.superseded_by}" if entry.superseded_by else "choose another, or explain it in the text"
            )
            yield at(
                document,
                (*path, index),
                f'"{name}" cannot be offered: {getattr(entry, "status", "superseded")}',
                advice,
            )
