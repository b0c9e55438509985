"""An easy-to-read text that is not.

## What it checks
In every locale, an `easy:` text keeps to the European rules for easy-to-read information that can be counted: fifteen
words a sentence at most; at most one of `:`, `;`, `(` and a quotation in a sentence, a quotation after a colon being
one; no percentage, no Roman numeral; and, in French and English, no two negations that cancel out. It rewords a text
that is there, with the same `{gaps}`.

## Why
Whoever is handed an easy-to-read sheet was promised one. A sentence they cannot follow may be the one that helps.

## Example
    - Si quelqu'un que tu ne connais pas (ou peu) te demande une photo, tu peux dire non : c'est ton droit.

## Instead
    - Quelqu'un te demande une photo ?
    - Tu peux dire non.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from balise.checking import Finding, in_passage
from balise.checks.placeholders import GAP
from balise.course import SOURCE_LOCALE, Course, Document, Passage
from balise.diagnostics import Severity
from balise.easy import field_of
from balise.fields import EASY
from balise.load import Path_
from balise.reading import paragraphs, sentences

ID = "easy-reading"
SEVERITY = Severity.WARNING

WORDS = 15
STOP = re.compile(r"[.!?…؟]+(?=\W|$)")
MARKS = re.compile(r"[:،,]\s*[«“]|[:;؛(«“]")  # a colon may open a quotation
PERCENT = re.compile(r"[%٪]|\bpour ?cents?\b|\bper ?cent\b|\bpor ciento\b", re.IGNORECASE)
ROMAN = re.compile(r"\b[IVX]{2,}(?:e|ème)?\b")
TWICE_NOT = {
    "fr": re.compile(r"\b(?:pas|jamais) (?:sans|impossible|inutile|interdite?|faux|rare)\b", re.IGNORECASE),
    "en": re.compile(r"(?:\bnot|n['’]t) (?:without|impossible|useless|forbidden|untrue|unlikely)\b", re.IGNORECASE),
}


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield easy-to-read texts that are hard to read, or reword nothing."""
    for document in course.modules.values():
        if not any(EASY in one.path for one in document.passages()):
            continue
        if SOURCE_LOCALE in course.scope:
            yield from _astray(document)
        for passage in document.in_scope(course.scope):
            if EASY in passage.path:
                yield from _hard(passage)


def _astray(document: Document) -> Iterator[Finding]:
    """Yield what rewords no text, or other gaps."""
    texts: dict[tuple[bool, Path_], list[Passage]] = {}
    for one in document.passages():
        texts.setdefault((EASY in one.path, field_of(one.path)), []).append(one)
    for (easy, field), found in texts.items():
        if not easy:
            continue
        name = str(field[-1])
        if (False, field) not in texts:
            yield in_passage(found[0], f'`easy:` rewords "{name}", which is not there', f"write `{name}:` too")
        elif _gaps(found) != (gaps := _gaps(texts[False, field])):
            advice = f"write {', '.join(f'{{{gap}}}' for gap in gaps)}"
            yield in_passage(found[0], f'`easy:` rewords "{name}" with other gaps', advice)


def _gaps(passages: list[Passage]) -> list[str]:
    return sorted(gap for one in passages for gap in GAP.findall(one.text))


def _hard(passage: Passage) -> Iterator[Finding]:
    """Yield what makes a text hard to read."""
    for words in sentences(passage.text):
        if len(words) > WORDS:
            text = (
                f'an easy-to-read sentence of {len(words)} words, "{" ".join(words[:4])}…", where {WORDS} is the most'
            )
            yield in_passage(passage, text, "cut it in two")
    for said in paragraphs(passage.text):
        for sentence in STOP.split(said) if len(MARKS.findall(said)) > 1 else ():
            if len(MARKS.findall(sentence)) > 1:
                text = f'an easy-to-read sentence with several breaks, "{" ".join(sentence.split()[:4])}…"'
                yield in_passage(passage, text, "one idea a sentence: end it with a full stop sooner")
        yield from _words(passage, said)


def _words(passage: Passage, said: str) -> Iterator[Finding]:
    if found := PERCENT.search(said):
        yield in_passage(passage, f'a percentage in an easy-to-read text, "{found[0]}"', "say “one in ten”, or “many”")
    if found := ROMAN.search(said):
        yield in_passage(passage, f'a Roman numeral in an easy-to-read text, "{found[0]}"', "use digits")
    twice = TWICE_NOT.get(passage.locale)
    if twice and (found := twice.search(said)):
        yield in_passage(passage, f'two negations in an easy-to-read text, "{found[0]}"', "say it positively")
