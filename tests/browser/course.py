"""What the modules say, as their authors wrote it, and the pages they become for learners."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from builders import yaml_of

PROJECT = Path(__file__).parent.parent.parent
SERIES = 3  # questions on a page, at most
SITUATIONS = 7  # situations below a map of services, at most


@cache
def modules() -> dict[str, dict[str, Any]]:
    """Return the modules as their authors wrote them, by code; `slug` is the name of the folder."""
    files = sorted((PROJECT / "modules").glob("*/module.yaml"))
    read = [{**yaml_of(file), "slug": file.parent.name} for file in files]
    return {module["code"]: module for module in read}


@dataclass(frozen=True)
class Step:
    """A page of a module for learners, by its `number`: an activity or part of one, or questions of a quiz.

    `part` is its place among the pages of one activity or quiz, from 1, and `parts` how many there are.
    """

    module: str
    number: int
    id: str
    title: str
    activity: str = ""  # its type; nothing where the quiz comes after every lesson
    quiz: str = ""
    items: tuple[dict[str, Any], ...] = ()
    part: int = 1
    parts: int = 1

    def __str__(self) -> str:
        return f"{self.module}-{self.number}"

    @property
    def path(self) -> str:
        return f"learn/{self.module}/{self.number}.html"

    @property
    def section(self) -> str:
        return f"#{'a' if self.activity else 'q'}-{self.id}"

    @property
    def types(self) -> set[str]:
        """Return the types of what is on it: its activity, its questions."""
        return {self.activity, *(item["type"] for item in self.items)} - {""}


def first_page(code: str) -> str:
    """Return the page a module begins with."""
    return f"learn/{code}.html"


@cache
def steps(code: str) -> list[Step]:
    """Return the steps of a module in order: its activities, then each practice quiz that none of them asks."""
    module = modules()[code]
    practice = {quiz["id"]: quiz for quiz in module["quizzes"] if quiz["use"] == "practice"}
    activities = [activity for lesson in module["lessons"] for activity in lesson["activities"]]
    asked = {activity.get("quiz") for activity in activities}
    found: list[Step] = []
    for one in activities:
        step = Step(code, 0, one["id"], one["title"], one["type"])
        found += _series(step, practice[one["quiz"]]) if one.get("quiz") in practice else _parts(step, one)
    for name, quiz in practice.items():
        if name not in asked:
            found += _series(Step(code, 0, name, quiz["title"]), quiz)
    return [replace(step, number=number) for number, step in enumerate(found, 1)]


def pages_of(code: str, activity: dict[str, Any]) -> list[str]:
    """Return the pages of an activity of a module, in order."""
    return [step.path for step in steps(code) if step.activity and step.id == activity["id"]]


def page_of(code: str, activity: dict[str, Any]) -> str:
    """Return the page an activity of a module begins on."""
    return pages_of(code, activity)[0]


def _parts(step: Step, activity: dict[str, Any]) -> list[Step]:
    """Return the pages of an activity: services, then what to ask them for, where there is much of it."""
    parts = 2 if len(activity.get("situations", ())) > SITUATIONS else 1
    return [replace(step, part=part, parts=parts) for part in range(1, parts + 1)]


def _series(step: Step, quiz: dict[str, Any]) -> Iterator[Step]:
    """Yield the pages of a quiz: as few as can be, each about as long as the others, the longest first."""
    left = quiz["items"]
    parts = -(-len(left) // SERIES)
    for part in range(parts):
        size = len(quiz["items"][part::parts])
        yield replace(step, quiz=quiz["id"], items=tuple(left[:size]), part=part + 1, parts=parts)
        left = left[size:]


@cache
def telling() -> dict[str, dict[str, Any]]:
    """Return the few modules that together have every type of activity and of question there is, by code."""
    chosen = _covering({code: _types(module) for code, module in modules().items()})
    return {code: modules()[code] for code in chosen}


@cache
def telling_steps() -> list[Step]:
    """Return the few steps that together have every type of activity and of practice question there is."""
    every = {str(step): step for code in modules() for step in steps(code)}
    return [every[name] for name in _covering({name: step.types for name, step in every.items()})]


def _covering(types: dict[str, set[str]]) -> list[str]:
    """Return the names of a few that together have every type, in the order they came."""
    wanted, chosen = set().union(*types.values()), []
    while wanted:
        chosen.append(max(types, key=lambda name: len(types[name] & wanted)))
        wanted -= types[chosen[-1]]
    return [name for name in types if name in chosen]


def _types(module: dict[str, Any]) -> set[str]:
    """Return the types of activities and questions of a module."""
    parts = [one for lesson in module["lessons"] for one in lesson["activities"]]
    parts += [item for quiz in module["quizzes"] for item in quiz["items"]]
    return {part["type"] for part in parts}
