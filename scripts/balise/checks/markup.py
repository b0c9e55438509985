"""Markup that is not allowed, or a reference to something that is not in a registry.

## What it checks
Texts hold paragraphs, lists, emphasis and references only; plain texts (titles, labels) hold no markup.
Every `[](law:…)`, `[](service:…)`, `[](term:…)`… names an entry; `[](penalty:law-id/case)` names a
penalty; in every locale.

## Why
Text must never become code in any output, and facts come from the registries alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from balise.checking import Finding, in_passage
from balise.course import Course
from balise.diagnostics import Severity, did_you_mean
from balise.fields import Prose
from balise.markup import faults, references
from balise.registries.law import Law

ID = "markup"
SEVERITY = Severity.ERROR


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield faults of every string in every locale."""
    for passage in course.passages():
        if passage.kind is Prose.MARKDOWN:
            for fault in faults(passage.text):
                yield in_passage(passage, fault.message, fault.help)
            for target in references(passage.text):
                if missing := missing_target(course, target):
                    yield in_passage(passage, *missing)
        elif "](" in passage.text:
            yield in_passage(passage, "a title or label cannot hold a reference", "write it in a text field")


def missing_target(course: Course, target: str) -> tuple[str, str] | None:
    """Return what is wrong with a reference and what to type, or nothing."""
    scheme, _, name = target.partition(":")
    known: Collection[str]
    if scheme == "module":
        known = course.slugs
    elif scheme == "penalty":
        laws = course.registry.of(Law)
        known = {f"{law.id}/{penalty.id}" for law in laws for penalty in law.penalties}
    else:
        known = course.registry.entries[scheme]
    if name in known:
        return None
    return f'no {scheme} is called "{name}"', did_you_mean(name, known) or f"add it to the {scheme} registry"
