"""An entry surer than what it rests on, or resting on nothing.

## What it checks
Every entry but definitions and age bands names its evidence; each fact exists in `evidence.yaml`; the
entry's confidence is not above the surest of them; what is known from general knowledge alone is never
above medium; what was checked says when.

## Why
Confidence is a promise to a prosecutor standing before a class.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from balise.checking import Finding, at
from balise.course import Course, Document
from balise.diagnostics import Severity, did_you_mean
from balise.entry import Confidence, Entry
from balise.load import Path_

ID = "evidence"
SEVERITY = Severity.ERROR


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield entries that claim too much."""
    for document in course.shared:
        for path, entry in document.entries():
            if entry.how_known != "definition":
                yield from _entry(course, document, path, entry)


def _entry(course: Course, document: Document, path: Path_, entry: Entry) -> Iterator[Finding]:
    ledger = course.registry.evidence
    unknown = [fact for fact in entry.evidence if fact not in ledger]
    for fact in unknown:
        yield at(document, (*path, "evidence"), f'no fact is called "{fact}"', did_you_mean(fact, ledger))
    if not entry.evidence:
        yield at(document, path, f'"{entry.id}" rests on no fact', "name facts of `evidence.yaml` in `evidence:`")
    elif not unknown:
        allowed = max((ledger[fact] for fact in entry.evidence), key=lambda level: level.rank)
        if entry.confidence.rank > allowed.rank:
            text = f'"{entry.id}" says {entry.confidence} but its evidence is {allowed}'
            yield at(document, (*path, "confidence"), text, f"write `confidence: {allowed}`")
    if entry.how_known == "general_knowledge" and entry.confidence is Confidence.HIGH:
        yield at(
            document,
            (*path, "confidence"),
            "general knowledge is never above medium",
            "write `confidence: medium`",
        )
    if entry.how_known != "general_knowledge" and not entry.verified_on:
        yield at(document, path, f'"{entry.id}" does not say when it was checked', "add `verified_on:`")
