"""What can be cut out of an activity: cards, and the labels to lay them under. Its folder says so in `cutout.py`.

Texts stay as the author wrote them: each sheet sets those it shows, and cites only their facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from string import ascii_uppercase

from balise.local import LocalCourse
from balise.model import Lesson, Module
from balise.parts import Activity
from balise.registries.service import Service
from balise.views import ActivityView, activity_views


@dataclass(frozen=True, slots=True)
class Head:
    """What cards are laid under: a category, or a service. `at` is the stable path of its text."""

    at: str
    label: str
    service: Service | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A card, what it may be laid under (the best first), and why."""

    at: str
    text: str
    goes: tuple[Head, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Cut:
    """What an activity is once cut up."""

    heads: tuple[Head, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class CardSet:
    """A set of cards. `mark` is on each of them, so that two sets are never mixed."""

    mark: str
    activity: Activity
    cut: Cut


def card_sets(local: LocalCourse, module: Module) -> tuple[CardSet, ...]:
    """Return the sets of cards of a module, lettered when there are several."""
    found = list(_cuts(local, module))
    letters = ascii_uppercase if len(found) > 1 else [""]
    code = module.code.upper()
    return tuple(
        CardSet(f"{code} {letter}".strip(), activity, cut)
        for letter, (activity, cut) in zip(letters, found, strict=False)
    )


def _cuts(local: LocalCourse, module: Module) -> Iterator[tuple[Activity, Cut]]:
    for lesson in module.lessons:
        for view in activity_views(local, module, lesson):
            name = f"balise.activities.{view.kind}.cutout"
            if find_spec(name):
                yield view.activity, import_module(name).cutout(view, path_of(lesson, view), local)


def path_of(lesson: Lesson, view: ActivityView) -> str:
    """Return the stable path of an activity, such as `lessons/main/activities/sort`."""
    return f"lessons/{lesson.id}/activities/{view.activity.id}"
