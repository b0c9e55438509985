"""A quiz that can be answered without knowing.

## What it checks
Over the single choices of a quiz, as they are shown: from four on, the key is not the longest option in more than
half (longest: by 15 % or more); from five on, no place holds the key more than three times in five. From three on,
the `true_false` items are not all true or all false; nor are the `myth_or_fact` items all facts.

## Why
Learners notice. A score then says how well they guess, not what they have understood.

## Example
    options:
      - {id: a, text: Attendre., feedback: …}
      - {id: b, text: "En parler à un adulte et garder les messages.", correct: true, feedback: …}
      - {id: c, text: Se taire., feedback: …}

## Instead
      - {id: b, text: En parler à un adulte., correct: true, feedback: …}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from balise.checking import Finding, at
from balise.course import Course, Document
from balise.diagnostics import Severity
from balise.interactions import Answer, Choice
from balise.items.myth_or_fact import MythOrFact
from balise.items.true_false import TrueFalse
from balise.load import Path_
from balise.markup import plain
from balise.model import Quiz

ID = "quiz-balance"
SEVERITY = Severity.WARNING

LONGER = 1.15
LENGTHS_FROM, HALF = 4, 1 / 2
PLACES_FROM, MOST = 5, 3 / 5
STATEMENTS_FROM = 3


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield quizzes whose keys can be guessed."""
    for document in course.modules.values():
        assert document.module  # noqa: S101
        for row, quiz in enumerate(document.module.quizzes):
            yield from _choices(document, ("quizzes", row), quiz)
            yield from _statements(document, ("quizzes", row), quiz)


def _choices(document: Document, path: Path_, quiz: Quiz) -> Iterator[Finding]:
    lowered = [(item.id, item.lower()) for item in quiz.items]
    choices = {name: one.options for name, one in lowered if isinstance(one, Choice) and _is_single(one)}
    long = [name for name, options in choices.items() if _longest(options)]
    if len(choices) >= LENGTHS_FROM and len(long) > len(choices) * HALF:
        text = f'in "{quiz.id}" the key is the longest option in {len(long)} of {len(choices)} single choices'
        yield at(document, path, text, f"shorten the key or lengthen a distractor in: {', '.join(long)}")
    places = Counter(next(place for place, one in enumerate(options, 1) if one.correct) for options in choices.values())
    for place, times in places.most_common(1) if len(choices) >= PLACES_FROM else ():
        if times > len(choices) * MOST:
            text = f'in "{quiz.id}" the key is option {place} in {times} of {len(choices)} single choices'
            yield at(document, path, text, "put the options of some items in another order")


def _is_single(choice: Choice) -> bool:
    keys = sum(option.correct for option in choice.options)
    return not choice.multiple and not choice.scale and keys == 1 and len(choice.options) > 2


def _longest(options: tuple[Answer, ...]) -> bool:
    """Say whether the key is clearly longer than every other option."""
    lengths = {option.correct: 0 for option in options}
    for option in options:
        lengths[option.correct] = max(lengths[option.correct], len(plain(option.text, str)))
    return lengths[True] >= lengths[False] * LONGER


def _statements(document: Document, path: Path_, quiz: Quiz) -> Iterator[Finding]:
    facts = [item.answer for item in quiz.items if isinstance(item, MythOrFact)]
    truths = [item.answer for item in quiz.items if isinstance(item, TrueFalse)]
    if len(truths) >= STATEMENTS_FROM and len(set(truths)) == 1:
        text = f'every true_false item of "{quiz.id}" is {str(truths[0]).lower()}'
        yield at(document, path, text, "turn one statement round")
    if len(facts) >= STATEMENTS_FROM and set(facts) == {"fact"}:
        text = f'every myth_or_fact item of "{quiz.id}" is a fact'
        yield at(document, path, text, "turn one statement round")
