"""A pupils' session that lacks what protects.

## What it checks
In every module for pupils: the content note of a module with a `sensitive` activity says more than a phrase; the
note, the ground rules or the first activity say how to step out; where there are several activities the first has
`phase: opening` and the last `phase: closing`; `preparation` or the notes refer to the disclosure protocol; the help
box has a service for emergencies and one to talk to; a module for a class has a note for families.

## Why
Somebody in the room is concerned. They must know what is coming, be able to leave, find help, and be well received
if they speak.

## Example
    services: [fr.3018]

## Instead
    services: [fr.17, fr.119, fr.3018]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from balise.checking import Finding, at
from balise.course import Course, Document
from balise.diagnostics import Severity
from balise.fields import EASY
from balise.markup import plain, references
from balise.model import Module
from balise.readers import for_learners, pupils_modules
from balise.registries.service import Service

ID = "session"
SEVERITY = Severity.WARNING

NOTE_WORDS = 12
OUT = re.compile(
    r"\b(?:sor(?:s|t|tir|tez|tent)|quitte[rz]?|pause|passer (?:son|ton|votre) tour|ne (?:rien|pas) (?:dire|répondre)"
    r"|te taire|se taire|regarde[rz]? ailleurs)\b",
    re.IGNORECASE,
)


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield what a session of pupils lacks."""
    for document, module in pupils_modules(course):
        yield from _before(document, module)
        yield from _phases(document, module)
        yield from _help(course, document, module)


def _before(document: Document, module: Module) -> Iterator[Finding]:
    """Yield what is missing of what is said before: what is difficult, and how to step out."""
    sensitive = any(activity.sensitive for _, activity in module.activities())
    if sensitive and len(plain(module.content_note).split()) < NOTE_WORDS:
        text = "an activity is sensitive, and the content note says almost nothing"
        advice = "say what the session is about, that nothing is shown, and how to step out"
        yield at(document, ("content_note",), text, advice)
    first = ("lessons", 0, "activities", 0)
    said = (one.text for one in document.passages() if one.path[0] in ("content_note", "ground_rules"))
    shown = (one for one in document.passages() if EASY not in one.path and for_learners(one.path))
    opening = (one.text for one in shown if one.path[:4] == first)
    if not any(OUT.search(text) for part in (said, opening) for text in part):
        text = "nothing says how to step out"
        advice = "add a rule such as `- On a le droit de se taire et de sortir, sans dire pourquoi.` to `ground_rules:`"
        yield at(document, ("content_note",), text, advice)


def _phases(document: Document, module: Module) -> Iterator[Finding]:
    activities = list(module.activities())
    if len(activities) < 2:
        return
    for (path, activity), phase in zip((activities[0], activities[-1]), ("opening", "closing"), strict=True):
        if activity.phase != phase:
            place = "first" if phase == "opening" else "last"
            text = f'the {place} activity, "{activity.id}", is not the {phase} of the session'
            yield at(document, path, text, f"add `phase: {phase}`, or an activity that has it")


def _help(course: Course, document: Document, module: Module) -> Iterator[Finding]:
    """Yield what is missing for whoever is concerned, and for the adults around them."""
    services = [course.registry.get("service", name) for name in module.services]
    urgent = course.settings.emergency
    if not any(name in urgent for name in module.services):
        text = "the help box has no service for emergencies"
        yield at(document, ("services",), text, f"add one of: {', '.join(urgent)}")
    if not any(isinstance(one, Service) and one.group == "talk" for one in services):
        known = [one.id for one in course.registry.of(Service) if one.group == "talk" and one.status == "open"]
        mine = [name for name in known if name.startswith(f"{module.jurisdiction}.")]
        yield at(document, ("services",), "the help box has nobody to talk to", f"add one of: {', '.join(mine)}")
    adults = (one.text for one in document.passages() if not for_learners(one.path))
    if not any(target.startswith("protocol:") for text in adults for target in references(text)):
        text = "no note for the adults refers to the disclosure protocol"
        entry = next(iter(course.registry.entries.get("protocol", {})), "")
        yield at(document, (), text, f"add a line to `preparation:` with, for example, `[](protocol:{entry})`")
    if "class" in module.settings and not module.family_note:
        text = "there is no note for families"
        yield at(document, (), text, "add `family_note:`: what was spoken of, what to say at home, where help is")
