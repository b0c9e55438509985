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
from balise.course import SOURCE_LOCALE, Course
from balise.diagnostics import Severity
from balise.fields import EASY
from balise.lexicon import Lexicon
from balise.markup import references, without_targets
from balise.model import Module
from balise.readers import learners_passages
from balise.registries.term import Term

ID = "unexplained-term"
SEVERITY = Severity.WARNING

WORD = re.compile(r"\w+")


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield terms that nothing explains, once a module."""
    names, lexicon, pattern = _terms(tuple((term.term, term.id) for term in course.registry.of(Term)))
    for document in course.modules.values():
        assert document.module  # noqa: S101
        told = _told(document.module)
        for easy in (False, True):  # what only an easy-to-read sheet explains is not explained on the page
            told |= {name for one in document.passages() if (EASY in one.path) is easy for name in _linked(one.text)}
            for passage in learners_passages(document, (SOURCE_LOCALE,)):
                if (EASY in passage.path) is not easy or not any(map(lexicon.__getitem__, passage.text.split())):
                    continue
                for found in pattern.finditer(without_targets(passage.text)):
                    name = names[_singular(found[0])]
                    if name not in told:
                        told.add(name)
                        text = f'"{found[0]}" is in the glossary, and nothing here explains it'
                        advice = f"add {name} to `vocabulary:`, or write `[{found[0]}](term:{name})` once"
                        yield in_passage(passage, text, advice)


def _linked(text: str) -> Iterator[str]:
    return (target[5:] for target in references(text) if target[:5] == "term:")


def _told(module: Module) -> set[str]:
    return {*module.vocabulary, *module.topics}


@lru_cache(maxsize=4)
def _terms(terms: tuple[tuple[str, str], ...]) -> tuple[dict[str, str], Lexicon[bool], re.Pattern[str]]:
    """Return terms by their singular, which words one may begin with, and what matches any, the longest first."""
    names = {_singular(term): name for term, name in terms if " " in term or len(term) > 8}
    plural = (r"s?\s".join(map(re.escape, term.split())) + "s?" for term in sorted(names, key=len, reverse=True))
    words = "|".join(plural)
    begins = {first[0] + ending for first in filter(None, map(WORD.search, names)) for ending in ("", "s")}
    lexicon = Lexicon(lambda word: not begins.isdisjoint(WORD.findall(word.lower())))
    return names, lexicon, re.compile(rf"\b(?:{words})\b" if words else r"(?!)", re.IGNORECASE)


def _singular(words: str) -> str:
    return " ".join(word.removesuffix("s") for word in words.casefold().split())
