"""Two things to choose between that say the same.

## What it checks
In every locale, no two options, cards, steps, points or categories of an item, no two words of one gap, no two
right-hand sides of a `matching` read the same: capitals, spaces and final punctuation aside.

## Why
One of two equal answers is marked wrong: whoever chose it learns that the quiz cannot be trusted.

## Example
    options:
      - {id: a, text: En parler, correct: true, feedback: …}
      - {id: b, text: En parler., feedback: …}

## Instead
      - {id: b, text: Attendre que ça passe., feedback: …}
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date

from balise.checking import Finding, in_passage
from balise.course import Course, Passage
from balise.diagnostics import Severity
from balise.fields import EASY
from balise.load import Path_
from balise.markup import plain

ID = "duplicate-options"
SEVERITY = Severity.ERROR

OFFERED = frozenset({"text", "label", "right", "key"})
LISTS = frozenset({"distractors", "extra"})


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield what is offered twice."""
    for document in course.modules.values():
        seen: dict[Hashable, Passage] = {}
        for passage in document.in_scope(course.scope):
            if passage.path[0] != "quizzes":
                continue
            easy = EASY in passage.path
            if group := _group(tuple(step for step in passage.path if step != EASY)):
                said = (passage.locale, easy, group, _folded(passage.text))
                if said in seen:
                    text = f'"{plain(passage.text, str)}" is offered twice'
                    yield in_passage(passage, text, "make each say something else, or remove one")
                seen[said] = passage


def _group(path: Path_) -> Path_:
    """Name the list of an item that a text is chosen from; nothing for other texts."""
    if len(path) < 6:
        return ()
    item, (kind, *rest) = path[:4], path[4:]
    if kind == "gaps":  # each gap offers its key and its distractors
        return (*item, kind, rest[0]) if rest[1] in OFFERED | LISTS else ()
    if kind == "extra" or rest[-1] == "right":
        return (*item, "right")
    return (*item, kind) if rest[-1] in OFFERED else ()


def _folded(text: str) -> str:
    return plain(text, str).casefold().rstrip(" .!؟?…")
