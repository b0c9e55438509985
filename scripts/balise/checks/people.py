"""A module whose people are all alike.

## What it checks
The people of scenarios and simulated conversations, once each: when three or more whose first name is known are all
girls or all boys, when their names are all of one tradition, or when three or more all live in one kind of place
(city, suburb, village, overseas; told by words of `about`). Names and words are in `wording/names.yaml`; a name or a
place not listed there is not counted.

Whether all who did wrong, or all who were harmed, are alike is not checked: no field says who did what, and guessing
it from a story would be wrong in both directions. It stays with whoever reviews.

## Why
Pupils learn from stories who can be harmed, who does harm and who helps. It can be anybody.

## Example
    people:
      - {id: a, name: Julie, about: 14 ans.}
      - {id: b, name: Manon, about: 14 ans.}
      - {id: c, name: Chloé, about: 15 ans.}

## Instead
    people:
      - {id: a, name: Julie, about: 14 ans.}
      - {id: b, name: Sékou, about: 14 ans.}
      - {id: c, name: Chloé, about: 15 ans.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from balise.activities.branching_chat import BranchingChat
from balise.activities.scenario import Scenario
from balise.checking import Finding, at
from balise.course import Course
from balise.diagnostics import Severity
from balise.load import Path_
from balise.model import Module
from balise.wording.names import Names, names

ID = "people"
SEVERITY = Severity.WARNING
FEWEST = 3
WORD = re.compile(r"[\w-]+")


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield modules whose people are all alike."""
    known = names()
    for document in course.modules.values():
        assert document.module  # noqa: S101
        people = _people(document.module)
        if len(people) < FEWEST:
            continue
        where = next(iter(people.values()))[0]
        for message, advice in _alike(people, known):
            yield at(document, where, message, advice)


def _people(module: Module) -> dict[str, tuple[Path_, str]]:
    """Return where each person of a module is written, and what is said of them, by first name."""
    found: dict[str, tuple[Path_, str]] = {}
    for path, activity in module.activities():
        if isinstance(activity, Scenario):
            for row, person in enumerate(activity.people):
                found.setdefault(person.name, ((*path, "people", row), person.about))
        elif isinstance(activity, BranchingChat):
            found.setdefault(activity.learner.name, ((*path, "learner"), activity.learner.about))
            found.setdefault(activity.other.name, ((*path, "other"), activity.other.about))
    return found


def _alike(people: dict[str, tuple[Path_, str]], known: Names) -> Iterator[tuple[str, str]]:
    """Yield what everybody has in common."""
    listed = [name for name in people if name in known.traditions]
    who = ", ".join(listed)
    for word, other in (("girls", "a boy"), ("boys", "a girl")):
        if len(listed) >= FEWEST and all(known.genders[name] == {word} for name in listed):
            yield f"everybody is one of the {word}: {who}", f"make one of them {other}, or give a name borne by both"
    traditions = [known.traditions[name] for name in listed]
    if len(listed) >= FEWEST and set.intersection(*map(set, traditions)):
        yield f"every name is of one tradition: {who}", "give one of them a name of another tradition"
    places = [place for _, about in people.values() if (place := _place(about, known))]
    if len(places) >= FEWEST and len(set(places)) == 1:
        yield f"everybody lives in one kind of place: {places[0]}", "let one of them live elsewhere"


def _place(about: str, known: Names) -> str:
    """Return the kind of place somebody lives in, or nothing."""
    return next((known.places[word] for word in WORD.findall(about.lower()) if word in known.places), "")
