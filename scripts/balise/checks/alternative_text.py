"""A text that stands for a picture, and does not.

## What it checks
In every language, the `alt` of a picture takes 250 characters at most, and is not just the name of its file, the
title of the activity, or its own caption.

## Why
Whoever cannot see the picture hears this sentence instead, in one breath; what stands beside it is heard already.

## Example
    alt: trois-portes

## Instead
    alt: Trois portes ouvertes, de la plus proche à la plus lointaine.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePath
from typing import Any

from balise.checking import Finding, in_passage
from balise.course import Course, Passage
from balise.diagnostics import Severity
from balise.parts import Picture
from balise.pictures import cited

ID = "alternative-text"
SEVERITY = Severity.ERROR
LONGEST = 250
ADVICE = "say what the picture shows and tells, as you would on the telephone"


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield alternative texts that are too long, or say nothing of the picture."""
    for document in course.modules.values():
        pictures = dict(cited(document.module)) if document.module else {}
        if not pictures:
            continue
        said = {(one.locale, one.path): one for one in document.in_scope(course.scope)}
        for (_, path), passage in said.items():
            if path[-1] == "alt" and path[:-1] in pictures:
                yield from _faults(passage, pictures[path[:-1]], said)


def _faults(passage: Passage, picture: Picture, said: dict[tuple[str, Any], Passage]) -> Iterator[Finding]:
    words, where = _bare(passage.text), passage.path
    beside = {
        "title of the activity": said.get((passage.locale, (*where[:-2], "title"))),
        "caption": said.get((passage.locale, (*where[:-1], "caption"))),
    }
    if len(passage.text) > LONGEST:
        text = f"{len(passage.text)} characters in place of a picture, and at most {LONGEST} are heard out"
        yield in_passage(passage, text, "keep what matters; put the rest in the activity's own text")
    if words in {_bare(picture.file), _bare(PurePath(picture.file).stem)}:
        yield in_passage(passage, "this is the name of the file, not what the picture shows", ADVICE)
    for name, other in beside.items():
        if other and words == _bare(other.text):
            yield in_passage(passage, f"this repeats the {name}", ADVICE)


def _bare(text: str) -> str:
    """Return the letters and digits of a text."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())
