"""A figure about people without its source.

## What it checks
In every locale, the prose of modules and of hand-written pages gives no percentage, no “one in three”, no
millions, unless the same text refers to a `source:`. “À 100 %” is a manner of speaking, and passes.

## Why
A figure ages, is quoted without its definition, and makes “everybody does it” of what is rare. Whoever reads it
must be able to see where it comes from.

## Example
    Un jeune sur trois a déjà reçu une menace.

## Instead
    Cela arrive à des jeunes, et cela s'arrête avec de l'aide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from balise.checking import Finding, in_passage
from balise.course import Course
from balise.diagnostics import Location, Severity
from balise.markup import references, without_targets
from balise.pages import REFERENCE, all_hand_pages, lines_of

ID = "statistics"
SEVERITY = Severity.WARNING

PERCENT = (
    r"(?<!\d)(?!100\D)\d+(?:[.,]\d+)?\s?"
    r"(?:%|٪|pour\s?cent\b|per\s?cent\b|por ciento\b|відсот\w*|(?:بال|في ال)م(?:ئ|ائ)ة)"
)
MILLIONS = (
    r"\b(?:\d[\d.,]*|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|two|three|four|five|six|seven|eight|nine|ten)\s"
    r"(?:millions?|milliards?|billions?|mill[oó]n(?:es)?|мільйон\w*|мільярд\w*|مليون\w*|ملايين|مليار\w*)\b"
)
UNITS = r"%|٪|cent|ciento|відсот|مئة|مائة|milli|billion|mill[oó]n|мільй|мільярд|مليون|ملايين|مليار"
"""What any percentage and any million hold, in lower case."""
# "Une photo sur deux téléphones", "une fois sur trois": only people are counted. Who, then out of how many.
OUT_OF = {
    "fr": (
        (
            r"\b(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|\d+) (?:jeunes?|enfants?|élèves?|ado\w*|filles?"
            r"|garçons?|personnes?|collégien\w*|lycéen\w*|femmes?|hommes?|mineur\w*|victimes?|parents?|adultes?"
            r"|internautes?|familles?)"
        ),
        r" sur (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|cent|\d+)\b",
    ),
    "en": (
        (
            r"\b(?:one|two|three|four|\d+)(?: young)?(?: (?:people|person|child|children|pupils?|students?|girls?|boys?"
            r"|teen\w*|minors?|wom[ae]n|m[ae]n|victims?|parents?|adults?|users?|famil\w+))?"
        ),
        (
            r" (?:in|out of)(?: every)? (?:two|three|four|five|six|seven|eight|nine|ten|twenty|\d+)\b"
            r"(?! (?:second|minute|hour|day|week|month|year|part|place|group|step|word|line|sentence)s?)"
        ),
    ),
    "es": (
        r"\b",
        (
            r"de cada (?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|cien|\d+) (?:jóvenes|menores|niñ[oa]s"
            r"|adolescentes|personas|alumn[oa]s|chic[oa]s|mujeres|hombres|víctimas|familias|adultos|usuarios)\b"
        ),
    ),
    "uk": (
        r"\b",
        (
            r"кож(?:ен|на|не|ний|ного|ної) (?:трет|четверт|п['’ʼ]ят|шост|сьом|восьм|дев['’ʼ]ят|десят)\w+"
            r" (?:дитин|підліт|учен|учн|школяр|дівчин|хлоп|юна|молод|люди|жінк|чолов|користувач|особ)\w*"
        ),
    ),
    "ar": (
        r"\b(?:طفل|مراهق|شاب|تلميذ|فتاة|فتى|شخص|قاصر|امرأة|واحد)\w*(?: واحدة?)?",
        r" من (?:أصل|كل|بين كل) (?:اثن|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع|عشر|\d)\w*",
    ),
}
PATTERNS = {
    locale: re.compile(f"{PERCENT}|{MILLIONS}|{who}{of}", re.IGNORECASE) for locale, (who, of) in OUT_OF.items()
}
REST = re.compile(f"{PERCENT}|{MILLIONS}", re.IGNORECASE)
# Looked for in every text in lower case: many times faster than what may hold capitals, or begin in many ways.
HINTS = {locale: re.compile(f"{UNITS}|{of}") for locale, (_, of) in OUT_OF.items()}
ANY_HINT = re.compile(UNITS)
ADVICE = "leave it out, or say where it comes from with a reference such as `[](source:{})`"


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield figures without a source."""
    advice = ADVICE.format(next(iter(course.registry.entries.get("source", {})), "…"))
    for document in course.modules.values():
        for passage in document.in_scope(course.scope):
            found = _figure(without_targets(passage.text), passage.locale)
            if found and not any(target.startswith("source:") for target in references(passage.text)):
                yield in_passage(passage, f'the figure "{found}" has no source', advice)
    for locale, file in all_hand_pages(course):
        for number, line in enumerate(lines_of(file) if locale in course.scope else (), 1):
            if "(source:" not in line and (found := _figure(REFERENCE.sub(r"\1", line), locale)):
                where = Location(file.relative_to(course.root), number, 1, line)
                yield Finding(where, f'the figure "{found}" has no source', advice)


def _figure(text: str, locale: str) -> str:
    if not HINTS.get(locale, ANY_HINT).search(text.lower()):
        return ""
    found = PATTERNS.get(locale, REST).search(text)
    return found[0] if found else ""
