"""A text too long for the place it has on a printed sheet.

## What it checks
In every locale, also in easy-to-read texts: a title of a module, a lesson, an activity or a quiz has 90 characters at
most; a question 120 words; an option, a step, a point or a side of a `matching` 60 words; a card 45 words; a position
of a moving debate 30 characters, to be read from across the room.

## Why
A question must stay on one page with its answers, a card must be read once cut out, a sign from afar: a longer text
is set too small, or leaves half a page empty.

## Example
    positions:
      - Je suis plutôt d'accord, mais pas dans tous les cas

## Instead
    positions:
      - Plutôt d'accord
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from balise.checking import Finding, in_passage
from balise.course import Course, Passage
from balise.diagnostics import Severity
from balise.fields import EASY
from balise.markup import plain

ID = "print-room"
SEVERITY = Severity.ERROR

WORDS, CHARACTERS = "words", "characters"
Room = tuple[str, int, str]

TITLE: Room = ("this title", 90, CHARACTERS)
PLACES: dict[tuple[str, ...], Room] = {
    ("title",): TITLE,
    ("lessons", "title"): TITLE,
    ("lessons", "activities", "title"): TITLE,
    ("quizzes", "title"): TITLE,
    ("lessons", "activities", "cards", "text"): ("this card", 45, WORDS),
    ("quizzes", "items", "cards", "text"): ("this card", 45, WORDS),
    ("lessons", "activities", "positions"): ("this position", 30, CHARACTERS),
    ("quizzes", "items", "stem"): ("this question", 120, WORDS),
    ("quizzes", "items", "options", "text"): ("this option", 60, WORDS),
    ("quizzes", "items", "points", "text"): ("this point", 60, WORDS),
    ("quizzes", "items", "steps", "text"): ("this step", 60, WORDS),
    ("quizzes", "items", "pairs", "left"): ("this side", 60, WORDS),
    ("quizzes", "items", "pairs", "right"): ("this side", 60, WORDS),
    ("quizzes", "items", "extra"): ("this side", 60, WORDS),
}
LAST = frozenset(place[-1] for place in PLACES)
LISTS = frozenset(place[-1:] for place in PLACES)


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield texts longer than their room on paper."""
    for document in course.modules.values():
        for passage in document.in_scope(course.scope):
            if passage.path[-1] not in LAST and passage.path[-2:-1] not in LISTS:
                continue
            place = tuple(step for step in passage.path if isinstance(step, str) and step != EASY)
            if place in PLACES:
                yield from _too_long(passage, *PLACES[place])


def _too_long(passage: Passage, called: str, most: int, unit: str) -> Iterator[Finding]:
    if len(passage.text) <= most:
        return
    said = plain(passage.text)
    length = len(said.split()) if unit == WORDS else len(said)
    if length > most:
        text = f"{called} does not fit a printed sheet: {length} {unit}, where {most} is the most"
        yield in_passage(passage, text, "make it shorter, or move part of it to where there is room")
