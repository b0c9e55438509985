"""A sentence too long for its readers' age.

## What it checks
In French, English, Spanish and Ukrainian, no sentence that learners read, summaries and model
answers aside, has more words than its youngest readers
can hold: `reading.py` says how many for each age. A colon or a semicolon ends a sentence here.
Easy-to-read texts have a check of their own, `easy-reading`.

## Why
At the end of a long sentence its beginning is lost; somebody who is afraid loses it sooner.

## Example
    Si quelqu'un te demande une photo, que tu ne la connaisses pas ou que ce soit un ami, et que cela te gêne, même
    un peu, alors tu peux refuser, sans donner de raison, et en parler à un adulte.

## Instead
    Quelqu'un te demande une photo et cela te gêne ? Tu peux refuser sans donner de raison. Parles-en à un adulte.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from balise.checking import Finding, in_passage
from balise.course import Course
from balise.diagnostics import Severity
from balise.fields import EASY
from balise.readers import learners_passages
from balise.reading import level, sentences

ID = "sentence-length"
SEVERITY = Severity.WARNING

LOCALES = frozenset({"fr", "en", "es", "uk"})
# The summary is for the catalogue; a model answer lists what may be said.
NOT_READ_THROUGH = frozenset({"summary", "model_answer"})


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield sentences that are too long."""
    scope = tuple(locale for locale in course.scope if locale in LOCALES)
    for document in course.modules.values():
        assert document.module  # noqa: S101
        most = level(document.module.ages).words
        for passage in learners_passages(document, scope):
            if EASY in passage.path or passage.text.count(" ") < most or passage.path[-1] in NOT_READ_THROUGH:
                continue
            for words in sentences(passage.text):
                if len(words) > most:
                    text = f'a sentence of {len(words)} words, "{" ".join(words[:4])}…", where {most} is the most'
                    yield in_passage(passage, text, "cut it in two")
