"""An activity or a quiz that is hard to read for its age.

## What it checks
In French and English, what learners read of each activity and quiz of 60 words or more has the reading ease its
youngest readers need (Flesch; Kandel and Moles for French): `reading.py` says how much for each age.

## Why
A pupil who gives up at the second line has not been told where help is.

## Example
    L'identification des mécanismes de manipulation constitue un préalable indispensable à toute protection.

## Instead
    Pour te protéger, apprends d'abord à voir comment quelqu'un te pousse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from balise.checking import Finding, in_passage
from balise.course import Course, Document, Passage
from balise.diagnostics import Severity
from balise.fields import EASY
from balise.load import Path_
from balise.readers import learners_passages
from balise.reading import FORMULAS, Tally, ease, level, tally
from balise.remembered import Pieces

ID = "readability"
SEVERITY = Severity.WARNING

ENOUGH = 60


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield activities and quizzes that are hard to read for their age."""
    for locale in course.scope:
        for document in course.modules.values() if locale in FORMULAS else ():
            counted = Pieces(course.root, f"{document.name} {locale} tally", Tally, partial(tally, locale=locale))
            yield from _module(document, locale, counted)
            counted.keep()


def _module(document: Document, locale: str, counted: Callable[[list[str]], Tally]) -> Iterator[Finding]:
    assert document.module  # noqa: S101
    needed = level(document.module.ages).ease[locale]
    texts: dict[Path_, list[str]] = {}
    first: dict[Path_, Passage] = {}
    for passage in learners_passages(document, (locale,)):
        if place := _place(passage.path):
            first.setdefault(place, passage)
            texts.setdefault(place, []).append(passage.text)
    for place, said in texts.items():
        read = counted(said)
        if read.words >= ENOUGH and (found := ease(read, locale)) < needed:
            text = f"reading ease {found:.0f}, where ages {document.module.ages} need {needed:.0f} or more"
            advice = f"shorten sentences ({read.words / read.sentences:.0f} words on average) and use shorter words"
            yield in_passage(first[place], text, advice)


def _place(path: Path_) -> Path_:
    """Return the activity or quiz a text belongs to; what is easy to read is read instead of the rest, not with it."""
    easy = (EASY,) if EASY in path else ()
    if path[2:3] == ("activities",):
        return (*path[:4], *easy)
    return (*path[:2], *easy) if path[0] == "quizzes" else ()
