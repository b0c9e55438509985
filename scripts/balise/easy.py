"""Easy-to-read texts: a module with the wordings of its `easy:` in place of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from pydantic import BaseModel

from balise.course import Passage
from balise.fields import EASY, EasyTexts, Segment, prose_fields, segments
from balise.load import Path_
from balise.markup import plain
from balise.model import Module
from balise.parts import Activity
from balise.readers import for_learners
from balise.reading import WORD

P = TypeVar("P", bound=BaseModel)

SHORT = 12
"""A text of no more words is easy enough as it is."""


def simplified(part: P) -> P:
    """Return the same part with every text that is reworded put in place, and the rest as it is."""
    changes: dict[str, Any] = {}
    for name in prose_fields(type(part)):
        value = getattr(part, name)
        if isinstance(value, EasyTexts):
            changes |= {field: text for field in type(value).model_fields if (text := getattr(value, field))}
            changes[EASY] = None
        elif (made := _simplified(value)) is not value:
            changes[name] = made
    return part.model_copy(update=changes) if changes else part


def _simplified(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return simplified(value)
    if isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
        made = tuple(simplified(one) for one in value)
        return made if any(new is not old for new, old in zip(made, value, strict=True)) else value
    return value


def has_easy(texts: Iterable[Segment | Passage]) -> bool:
    """Say whether any of these texts rewords what learners read."""
    return any(EASY in one.path for one in texts)


def easy_activities(module: Module) -> Iterator[tuple[Path_, Activity]]:
    """Yield, with its path in the YAML, every activity reworded so far that an easy sheet of it shows nothing else.

    A text of a few words, such as a title, may stay as it is.
    """
    for path, activity in module.activities():
        found = segments(activity)
        reworded = {field_of(one.path) for one in found if EASY in one.path}
        if reworded and not any(_is_long(one) and field_of(one.path) not in reworded for one in found):
            yield path, activity


def easy_module(module: Module) -> Module | None:
    """Return a module reworded, with the activities that are easy throughout and no other; nothing when none is."""
    kept = {activity.id for _, activity in easy_activities(module)}
    lessons = []
    for lesson in module.lessons:
        activities = tuple(simplified(activity) for activity in lesson.activities if activity.id in kept)
        lessons += [lesson.model_copy(update={"activities": activities})] if activities else []
    return simplified(module).model_copy(update={"lessons": tuple(lessons)}) if lessons else None


def _is_long(one: Segment) -> bool:
    return EASY not in one.path and for_learners(one.path) and len(WORD.findall(plain(one.value))) > SHORT


def field_of(path: Path_) -> Path_:
    """Return the field a text is written in, or rewords: the entries of a list have no name of their own."""
    own = tuple(step for step in path if step != EASY) if EASY in path else path
    return own[:-1] if isinstance(own[-1], int) else own
