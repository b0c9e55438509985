"""The same id twice, or a pointer to something that does not exist.

## What it checks
Ids are unique: activities, objectives, lessons, quizzes and codes; items in their quiz; options, cards,
nodes… in their list. Objectives and quizzes that are pointed to exist, and so do registry entries.

## Why
Translations, answers and references are found by id: a doubled one shows the wrong text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from pydantic import BaseModel

from balise.activities.card_sort import CardSort
from balise.activities.quiz import QuizActivity
from balise.activities.services_map import ServicesMap
from balise.checking import Finding, at
from balise.course import Course, Document
from balise.diagnostics import Severity, did_you_mean
from balise.fields import prose_fields
from balise.load import Path_
from balise.model import Module
from balise.parts import Activity
from balise.registry import Registry
from balise.settings import Settings

ID = "ids"
SEVERITY = Severity.ERROR


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield doubled ids and dangling pointers."""
    yield from _shared(course)
    first = {code: slug for slug, code in reversed(course.codes.items())}
    for slug, document in course.modules.items():
        module = document.module
        assert module  # noqa: S101
        if (other := first.get(module.code, slug)) != slug:
            text = f'the code "{module.code}" is already that of the module "{other}"'
            yield at(document, ("code",), text, "choose another")
        yield from _doubles(document, (), module)
        yield from _wide_doubles(document, module)
        yield from _pointers(document, module, course.registry)


def _shared(course: Course) -> Iterator[Finding]:
    """Look at what the registries and the settings point to."""
    for document in course.shared:
        if isinstance(document.part, Settings):
            services, laws = course.registry.entries["service"], course.registry.entries["law"]
            yield from _known(document, ("emergency",), document.part.emergency, services, "service")
            yield from _known(document, ("minors_rule",), (document.part.minors_rule,), laws, "law")
        for path, entry in document.entries():
            if entry.superseded_by:
                known = course.registry.entries[entry.scheme]
                yield from _known(document, (*path, "superseded_by"), (entry.superseded_by,), known, entry.scheme)


def _doubles(document: Document, path: Path_, part: BaseModel) -> Iterator[Finding]:
    """Look for doubled ids in every list of a part, and in what it holds."""
    for name in (name for name, kind in prose_fields(type(part)).items() if kind is None):
        value: Any = getattr(part, name)
        if isinstance(value, BaseModel):
            yield from _doubles(document, (*path, name), value)
        elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
            seen: set[str] = set()
            for index, child in enumerate(value):
                own = getattr(child, "id", None)
                if own in seen:
                    yield at(
                        document,
                        (*path, name, index, "id"),
                        f'the id "{own}" is used twice in this list',
                        "choose another",
                    )
                if own:
                    seen.add(own)
                yield from _doubles(document, (*path, name, index), child)


def _wide_doubles(document: Document, module: Module) -> Iterator[Finding]:
    """Activities are addressed across lessons, so their ids are unique in the module."""
    homes: dict[str, Path_] = {}
    for path, activity in module.activities():
        first = homes.setdefault(activity.id, path)
        if first[:2] != path[:2]:
            yield at(
                document,
                (*path, "id"),
                f'another lesson has an activity "{activity.id}"',
                "choose another id",
            )


def _pointers(document: Document, module: Module, registry: Registry) -> Iterator[Finding]:
    objectives = [objective.id for objective in module.objectives]
    for path, activity in module.activities():
        yield from _known(document, (*path, "objectives"), activity.objectives, objectives, "objective")
        for field, scheme in activity.refers.items():
            yield from _known(document, (*path, field), getattr(activity, field), registry.entries[scheme], scheme)
        yield from _inside(document, path, activity, module, registry)
    for path, _, item in module.items():
        yield from _known(document, (*path, "objective"), (item.objective,), objectives, "objective")
    fields = {"topics": "term", "age_bands": "age", "vocabulary": "term", "services": "service"}
    for field, scheme in fields.items():
        yield from _known(document, (field,), getattr(module, field), registry.entries[scheme], scheme)
    for row, objective in enumerate(module.objectives):
        where = ("objectives", row, "frameworks")
        yield from _known(document, where, objective.frameworks, registry.entries["framework"], "framework")


def _inside(
    document: Document, path: Path_, activity: Activity, module: Module, registry: Registry
) -> Iterator[Finding]:
    """Look at what one type of activity points to."""
    match activity:
        case QuizActivity(quiz=quiz):
            yield from _known(document, (*path, "quiz"), (quiz,), [one.id for one in module.quizzes], "quiz")
        case ServicesMap(situations=situations):
            for row, situation in enumerate(situations):
                named = (situation.best, *situation.also)
                yield from _known(document, (*path, "situations", row), named, registry.entries["service"], "service")
        case CardSort(categories=categories, cards=cards):
            names = [category.id for category in categories]
            for row, card in enumerate(cards):
                yield from _known(document, (*path, "cards", row, "category"), (card.category,), names, "category")


def _known(document: Document, path: Path_, ids: Iterable[str], known: Iterable[str], what: str) -> Iterator[Finding]:
    names = list(known)
    for index, name in enumerate(ids):
        if name not in names:
            where = (*path, index) if (*path, index) in document.source.marks else path
            advice = did_you_mean(name, names) if names else f"there is no {what} yet"
            yield at(document, where, f'no {what} is called "{name}"', advice)
