"""Who reads a field: learners, or only the adults who prepare and lead.

A field only adults read is marked `ADULTS` where it is declared; checks that judge learners' texts ask here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from balise.course import Course, Document, Passage
from balise.fields import ADULTS
from balise.load import Path_
from balise.model import Module


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
                waiting += _models(info.annotation)
    return frozenset(names)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


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
