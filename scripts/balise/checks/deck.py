"""A deck without something that protects, or that cannot be shown as its cut says.

## What it checks
The slides of every delivery of a module. `leave_out` and `keep` name slides of its deck; none left out is guarded (the
content note, the rules, the law, where help is), and no vote leads to one. No activity of a delivery is left without a
slide. The last slide has somebody to call or write to. A law shown with its penalties says when it was checked.

## Why
Cut short or shown to four hundred pupils, a session still says how to step out, what the law is that day and where
help is. A vote that leads nowhere, or an empty activity, is found out in front of the room.

## Example
    cuts:
      - {id: short, …, leave_out: [content-note, story--question-33]}

## Instead
      - {id: short, …, leave_out: [story--question-3]}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from balise.activities.law_brief import LawBrief
from balise.checking import Finding, Found, allowed, at
from balise.course import SOURCE_LOCALE, Course, Document
from balise.decks import Planner
from balise.deliveries import Delivery, deck_name, deliveries
from balise.diagnostics import Severity, did_you_mean
from balise.help_slides import NUMBERS
from balise.load import Path_
from balise.local import LocalCourse
from balise.model import Cut, Module
from balise.outlines import Wordless
from balise.registries.law import Law
from balise.slides import Slide, base_of, is_part

ID = "deck"
SEVERITY = Severity.ERROR
ROUND = 1

FIRST = ("ids", "item-key", "chat-graph", "markup")
"""What these find must be corrected before anything can be planned."""
WHY = {
    "content-note": "it says what is coming and how to step out",
    "law": "a penalty is shown with its date and the rule for minors, or not at all",
    "help": "it says where help is",
}


def check(course: Course, today: date, found: Found) -> Iterator[Finding]:  # noqa: ARG001
    """Yield faults of every deck that can be planned."""
    faults = [
        one.document for name in FIRST for one in found.get(name, ()) if one.document and not _accepted(name, one)
    ]
    if any(document.module is None for document in faults):
        return
    faulty = {document.name for document in faults}
    local = LocalCourse(course, SOURCE_LOCALE)
    for slug, document in course.modules.items():
        assert document.module  # noqa: S101
        known = {activity.id for _, activity in document.module.activities()}
        if slug not in faulty and all(step.activity in known for cut in document.module.cuts for step in cut.steps):
            yield from _laws(course, document, document.module)
            yield from _decks(local, document, slug)


def _accepted(check: str, found: Finding) -> bool:
    return bool(found.document and allowed(found.document, check, found.path))


def _laws(course: Course, document: Document, module: Module) -> Iterator[Finding]:
    """Yield laws whose penalties would be shown without a date."""
    for path, activity in module.activities():
        if not isinstance(activity, LawBrief):
            continue
        for row, law in enumerate(course.registry.pick(Law, activity.laws)):
            if activity.shown(law) and law.verified_on is None:
                text = f'"{law.id}" is shown with its penalties, and nobody ever checked it'
                yield at(
                    document, (*path, "laws", row), text, "check it at its source, then write `verified_on:` there"
                )


def _decks(local: LocalCourse, document: Document, slug: str) -> Iterator[Finding]:
    module = local.modules[slug]
    planner = Planner(local, slug, Wordless)
    whole, *cuts = [one for one in deliveries(module) if not one.quiz]
    slides = planner.outline(whole)
    if not any(base_of(slide.id) == NUMBERS for slide in slides):
        text = "the last slide has nobody to call or write to"
        yield at(document, ("services",), text, "add a service with a `phone`, `sms` or `chat` contact")
    yield from _empty(document, whole, slides, {activity.id: path for path, activity in module.activities()})
    for row, (cut, delivery) in enumerate(zip(module.cuts, cuts, strict=True)):
        path: Path_ = ("cuts", row)
        steps: dict[str, Path_] = {step.activity: (*path, "steps", place) for place, step in enumerate(cut.steps)}
        yield from _empty(document, delivery, planner.outline(delivery), steps)
        if cut.leave_out or cut.keep:
            full = planner.outline(replace(delivery, leave_out=()))
            yield from _left_out(document, path, cut, (*slides, *full))


def _empty(
    document: Document, delivery: Delivery, slides: Sequence[Slide], places: dict[str, Path_]
) -> Iterator[Finding]:
    """Yield the activities of a delivery that have no slide in it."""
    shown = {slide.activity for slide in slides}
    assembly = delivery.setting == "assembly"
    why = "an assembly leaves out what makes the room speak" if assembly else "`leave_out` names them all"
    for name in (step.activity.id for step in delivery.steps if step.activity.id not in shown):
        where = f'the deck "{deck_name(document.module.code, delivery)}"' if document.module else ""
        yield at(document, places[name], f'no slide of "{name}" is left in {where}: {why}', "leave it out, or keep one")


def _left_out(document: Document, path: Path_, cut: Cut, slides: tuple[Slide, ...]) -> Iterator[Finding]:
    """Yield what a cut leaves out and must not, and what it names that is not; `slides` are all it could name."""
    guards = {base_of(slide.id): slide.guard for slide in slides}
    led = (name for slide in slides for name in (slide.follows, *(one.leads for one in slide.ballots)))
    ways = {base_of(name) for name in led} | {base_of(slide.id) for slide in slides if slide.follows}
    named = [("leave_out", row, name) for row, name in enumerate(cut.leave_out)]
    for key, row, name in (*named, *(("keep", row, name) for row, name in enumerate(cut.keep))):
        where = (*path, key, row)
        meant = {one for one in guards if is_part(one, name)}
        guard = next((guards[one] for one in sorted(meant) if guards[one]), "")
        if not meant:
            yield at(document, where, f'no slide of this module is called "{name}"', did_you_mean(name, guards))
        elif key == "leave_out" and guard:
            yield at(document, where, f'"{name}" is never left out: {WHY[guard]}', "take it out of `leave_out`")
        elif key == "leave_out" and meant & ways:
            text = f'"{name}" is on the way of a vote: without it the conversation has no end'
            yield at(document, where, text, "take it out of `leave_out`")
