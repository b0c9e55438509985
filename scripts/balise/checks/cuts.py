"""A shorter delivery that does not add up, or drops what protects.

## What it checks
In every cut of a module, the steps add up to its duration, each names an activity of the module once, the first
is an opening and the last a closing. A cut for an assembly keeps only activities with `assembly: true`, none of
them `sensitive`; a module with `assembly` among its settings has such a cut, or such activities only.

## Why
Cut short, a session must still say how to step out and where help is. In an amphitheatre nobody can be followed
out, and somebody in the room is concerned.

## Example
    cuts:
      - {id: short, title: 30 minutes, setting: class, duration: 30, steps: [{activity: quiz, duration: 30}]}

## Instead
        steps: [{activity: opening, duration: 5}, {activity: quiz, duration: 20}, {activity: ticket, duration: 5}]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from balise.checking import Finding, at
from balise.course import Course, Document
from balise.diagnostics import Severity, did_you_mean
from balise.load import Path_
from balise.model import Cut
from balise.parts import Activity

ID = "cuts"
SEVERITY = Severity.ERROR


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield faults of every cut."""
    for document in course.modules.values():
        assert document.module  # noqa: S101
        activities = {activity.id: activity for _, activity in document.module.activities()}
        for row, cut in enumerate(document.module.cuts):
            yield from _cut(document, ("cuts", row), cut, activities)
        whole = "assembly" in document.module.settings
        if whole and not any(cut.setting == "assembly" for cut in document.module.cuts):
            yield from _whole_assembly(document)


def _cut(document: Document, path: Path_, cut: Cut, activities: dict[str, Activity]) -> Iterator[Finding]:
    total = sum(step.duration for step in cut.steps)
    if total != cut.duration:
        text = f'the steps of "{cut.id}" last {total} minutes, not {cut.duration}'
        yield at(document, (*path, "duration"), text, f"write `duration: {total}`, or change the steps")
    for name, times in Counter(step.activity for step in cut.steps).items():
        if times > 1:
            yield at(document, (*path, "steps"), f'"{name}" comes {times} times in "{cut.id}"', "keep one")
    for row, step in enumerate(cut.steps):
        where = (*path, "steps", row, "activity")
        activity = activities.get(step.activity)
        if activity is None:
            text = f'no activity of this module has the id "{step.activity}"'
            yield at(document, where, text, did_you_mean(step.activity, activities))
            continue
        yield from _place(document, where, cut, row, activity)


def _whole_assembly(document: Document) -> Iterator[Finding]:
    """Yield the activities that keep a whole module out of an amphitheatre."""
    assert document.module  # noqa: S101
    for path, activity in document.module.activities():
        if activity.sensitive or not activity.assembly:
            text = f'"assembly" is among the settings, and "{activity.id}" is not for one'
            advice = "add a cut with `setting: assembly`, or take `assembly` out of `settings`"
            yield at(document, path, text, advice)


def _place(document: Document, where: Path_, cut: Cut, row: int, activity: Activity) -> Iterator[Finding]:
    """Yield what is wrong with an activity at this place of a cut."""
    if row == 0 and activity.phase != "opening":
        text = f'"{cut.id}" does not begin with an opening: rules, content note, way out'
        yield at(document, where, text, "begin with an activity that has `phase: opening`")
    if row == len(cut.steps) - 1 and activity.phase != "closing":
        text = f'"{cut.id}" does not end with a closing: everyone leaves calm, knowing where help is'
        yield at(document, where, text, "end with an activity that has `phase: closing`")
    if cut.setting == "assembly" and (activity.sensitive or not activity.assembly):
        why = "is sensitive" if activity.sensitive else "is not for an assembly"
        advice = "leave it out, or make it one that needs no disclosure and say `assembly: true`"
        yield at(document, where, f'"{activity.id}" {why}', advice)
