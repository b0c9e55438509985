"""A question that tests reading tricks instead of what was learnt.

## What it checks
In every locale, no option says “all of these answers” or “none of these answers”; in French and English, a question
that asks for what is *not* so has its negation in bold.

## Why
“All of the above” is right as soon as two options are, and a “not” read too fast makes a wrong answer of what the
learner knows.

## Example
    stem: Quel geste ne protège pas ?

## Instead
    stem: Quel geste ne protège **pas** ?
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from balise.checking import Finding, in_passage
from balise.course import Course, Passage
from balise.diagnostics import Severity
from balise.markup import plain

ID = "item-writing"
SEVERITY = Severity.WARNING

CATCH_ALL = {
    "fr": r"(?:toutes|aucune) (?:de )?(?:les|ces|des) (?:réponses|propositions|options)"
    r"|(?:tout|rien) (?:de )?(?:ce qui précède|cela)|(?:les deux|les trois|toutes)\W*$|(?:réponses )?a et [bc]\W*$",
    "en": r"(?:all|none|both) of (?:these|them|the \w+)(?: \w+)?\W*$|(?:answers )?a and [bc]\W*$",
    "es": r"(?:todas|ninguna|ambas)(?: de)?(?: las| estas)? (?:anteriores|respuestas|opciones)"
    r"|(?:todo|nada) (?:de )?lo anterior",
    "uk": r"(?:усі|всі|жодна|жоден)(?: із| з)?(?: цих)? (?:відповід|варіант)"
    r"|(?:усе|все|нічого)(?: із| з)? (?:перелічен|зазначен|вищ)",
    "ar": r"(?:كل|جميع) (?:ما سبق|الإجابات|هذه الإجابات|ما ذكر)|لا شيء مما (?:سبق|ذكر)|لا (?:توجد )?إجابة",
}
# Only a question about which is not so: "Pourquoi n'est-ce pas sa faute ?" asks for nothing that is not.
ASKED_NOT = {
    "fr": r"\b(?:quel(?:le)?s?|lequel|laquelle|lesquel(?:le)?s|qu['’]est-ce qui|que|qui)\b"
    r"[^.?!:]*\bn(?:e\b|['’])[^.?!:]*\b(?:pas|jamais)\b[^.!:]*\?|\b(?:sauf|excepté)\b[^.!]*[?:]",
    "en": r"\b(?:which|what|who)\b[^.?!:]*(?:\b(?:not|never)\b|n['’]t\b)[^.!:]*\?|\bexcept\b[^.!]*[?:]",
}
PATTERNS = {
    locale: (re.compile(words, re.IGNORECASE), re.compile(ASKED_NOT.get(locale, "(?!)"), re.IGNORECASE))
    for locale, words in CATCH_ALL.items()
}
BOLD = re.compile(r"\*\*.+?\*\*")
JUDGED = frozenset({"text", "stem"})
QUOTED = re.compile(r"«[^»]*»|“[^”]*”")


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield questions written as traps."""
    for document in course.modules.values():
        assert document.module  # noqa: S101
        choices = {path for path, _, item in document.module.items() if hasattr(item, "options")}
        for passage in document.in_scope(course.scope):
            if passage.path[-1] in JUDGED and passage.path[:4] in choices and passage.locale in PATTERNS:
                yield from _faults(passage, *PATTERNS[passage.locale])


def _faults(passage: Passage, catch_all: re.Pattern[str], asked_not: re.Pattern[str]) -> Iterator[Finding]:
    if passage.path[4:5] == ("options",) and passage.path[-1] == "text" and catch_all.match(passage.text):
        advice = "offer an answer of its own, or use `type: multiple_choice`"
        yield in_passage(passage, f'the option "{passage.text}" is about the other options', advice)
    if passage.path[-1] == "stem" and asked_not.search(plain(BOLD.sub("", QUOTED.sub("", passage.text)))):
        advice = "ask for what is so, or put the negation in bold: `**pas**`, `**not**`"
        yield in_passage(passage, "the question asks for what is not so, and nothing shows it", advice)
