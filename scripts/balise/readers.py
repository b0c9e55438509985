"""Who reads a field: learners, from what age, or only the adults who prepare and lead; and who is speaking in it.

A field only adults read is marked `ADULTS` where it is declared; checks that judge learners' texts ask here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from balise.course import Course, Document, Passage
from balise.fields import ADULTS, EASY, models_in
from balise.load import Path_
from balise.model import Module

ADULT = 18
ANYBODY = 12
"""Youngest reader of the registries and of hand-written pages; younger ones are shown `for_children` only."""
CHILD = 9
ENTRIES_FOR_ADULTS = frozenset({"framework", "source", "protocol", "age"})
VOICES = frozenset({"says", "replies", "statements", "avoid", "distractors", "extra", "points"})


@cache
def adult_fields() -> frozenset[str]:
    """Return the names of the fields that only adults read, in a module and all it is made of."""
    names: set[str] = set()
    seen: set[type[BaseModel]] = set()
    waiting: list[type[BaseModel]] = [Module]
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            for name, info in model.model_fields.items():
                if ADULTS in info.metadata:
                    names.add(name)
                waiting += models_in(info.annotation)
    return frozenset(names)


def for_learners(path: Path_) -> bool:
    """Say whether what is written there is on a learners' page."""
    return adult_fields().isdisjoint(path)


def pupils_modules(course: Course) -> Iterator[tuple[Document, Module]]:
    """Yield the modules made for pupils."""
    for document in course.modules.values():
        if document.module and document.module.audience == "pupils":
            yield document, document.module


def learners_passages(document: Document, scope: tuple[str, ...]) -> Iterator[Passage]:
    """Yield what learners read of a module in these locales."""
    adults = adult_fields()
    return (passage for passage in document.in_scope(scope) if adults.isdisjoint(passage.path))


def youngest(passage: Passage) -> int:
    """Return the age of the youngest reader of a string; 18 for what only adults read."""
    module = passage.document.module
    if module is None:
        field = passage.path[2] if len(passage.path) > 2 else ""
        if passage.context.partition("/")[0] in ENTRIES_FOR_ADULTS or field == "note":
            return ADULT
        return CHILD if field == "for_children" else ANYBODY
    if module.audience != "pupils" or not for_learners(passage.path):
        return ADULT
    return int(module.ages.partition("-")[0])


def voiced(passage: Passage) -> bool:
    """Say whether a string is somebody speaking, to be answered: said by the course, it would be wrong.

    A pupil's likely answer, a question from the room, a chat message, a statement to discuss, a card to sort, what
    is wrong in a quiz, a word the glossary advises against.
    """
    path = tuple(step for step in passage.path if step != EASY)
    if path[-1] in ("learner", "ask"):
        return True
    if "cards" in path or "pairs" in path:
        return path[-1] in ("text", "left")
    if not VOICES.isdisjoint(path):
        return path[-1] not in ("feedback", "bring_out")
    return passage.document.module is not None and "items" in path and _is_wrong(passage.document.module, path)


def _is_wrong(module: Module, path: Path_) -> bool:
    """Say whether a place in a quiz is an option that is not the key, or a statement that is not so."""
    if "options" in path and path[-1] == "text":
        return not _part(module, path[:-1]).correct
    return path[-1] == "stem" and getattr(_part(module, path[:-1]), "answer", None) in (False, "myth")


def _part(whole: Any, path: Path_) -> Any:
    for step in path:
        whole = whole[step] if isinstance(step, int) else getattr(whole, step)
    return whole
