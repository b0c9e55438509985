"""A word of the glossary that learners meet without its explanation.

## What it checks
In French, a glossary term of two words or more, or longer than eight letters, that learners read in a module is in its
`vocabulary:` or `topics:`, or linked once by a `term:` reference. Singular and plural count alike.

## Why
A word nobody explained is a sentence lost; the glossary explains it in one line, one click away.

## Example
    Ils subissent l'emprise d'un proxénétisme organisé.

## Instead
    Ils subissent l'emprise d'un [](term:procuring) organisé.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from balise.checking import Finding, in_passage
from balise.course import Course
from balise.diagnostics import Severity
from balise.fields import EASY
from balise.markup import references, without_targets
from balise.readers import for_learners
from balise.registries.term import Term
from balise.sieve import Sieve

ID = "unexplained-term"
SEVERITY = Severity.WARNING

WORD = re.compile(r"\w+")


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield terms that nothing explains, once a module."""
    names, sieve, pattern = _terms(tuple((term.term, term.id) for term in course.registry.of(Term)))
    for document in course.modules.values():
        assert document.module  # noqa: S101
        told = {*document.module.vocabulary, *document.module.topics}
        every = document.passages()
        linked = [(EASY in one.path, name) for one in every if "term:" in one.text for name in _linked(one.text)]
        may_hold = [one for one in every if sieve.rows(one.text) and for_learners(one.path)]
        for easy in (False, True):  # what only an easy-to-read sheet explains is not explained on the page
            told.update(name for by_easy, name in linked if by_easy is easy)
            for passage in may_hold:
                found = pattern.finditer(without_targets(passage.text)) if (EASY in passage.path) is easy else ()
                for said in found:
                    name = names[_singular(said[0])]
                    if name not in told:
                        told.add(name)
                        text = f'"{said[0]}" is in the glossary, and nothing here explains it'
                        advice = f"add {name} to `vocabulary:`, or write `[{said[0]}](term:{name})` once"
                        yield in_passage(passage, text, advice)


def _linked(text: str) -> Iterator[str]:
    return (target[5:] for target in references(text) if target[:5] == "term:")


@lru_cache(maxsize=4)
def _terms(terms: tuple[tuple[str, str], ...]) -> tuple[dict[str, str], Sieve, re.Pattern[str]]:
    """Return terms by their singular, what tells which a text may hold, and what matches any, the longest first."""
    names = {_singular(term): name for term, name in terms if WORD.search(term) and (" " in term or len(term) > 8)}
    plural = (r"s?\s".join(map(re.escape, term.split())) + "s?" for term in sorted(names, key=len, reverse=True))
    words = "|".join(plural)
    needs = [[frozenset((word, f"{word}s")) for word in sorted(WORD.findall(name), key=len)[::-1]] for name in names]
    sieve = Sieve(needs, lambda written: WORD.findall(written.lower()))
    return names, sieve, re.compile(rf"\b(?:{words})\b" if words else r"(?!)", re.IGNORECASE)


def _singular(words: str) -> str:
    return " ".join(word.removesuffix("s") for word in words.casefold().split())
