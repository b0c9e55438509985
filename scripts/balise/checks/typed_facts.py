"""A phone number, penalty, article, price or address typed into prose.

## What it checks
In every locale, the prose of modules and of hand-written pages holds no emergency or helpline number, no
web address, no article number, no penalty and no amount in euros: each is written as a reference, which
the registry fills in. Numbers that a registry gives as closed are errors wherever they appear.

## Why
A fact typed by hand cannot be found again on the day it changes.

## Example
    Appelle le 3018.

## Instead
    Appelle le [](service:fr.3018).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from balise.checking import Finding, in_passage
from balise.course import Course
from balise.diagnostics import Location, Severity
from balise.markup import without_targets
from balise.pages import REFERENCE, all_hand_pages, lines_of
from balise.registries.service import Service

HOME = "fr"  # of two services with one number, the one to refer to
ID = "typed-facts"
SEVERITY = Severity.ERROR

ADDRESS = re.compile(
    r"\b(?:https?://|www\.)\S+|\b[\w.+-]+@[\w-]+\.\w+|\b[\w-]+\.(?:gouv\.fr|fr|org|com|net|eu|gov|ca|uk|be|ch|report)\b(?!\w)"
)
ARTICLE = re.compile(
    r"\b(?:art(?:icle|[ií]culo)?s?\.?|статт\w+|ст\.|[ولبف]?(?:ال|لل)?(?:مادة|مواد))\s+(?:رقم\s+)?(?:№\s?)?(?:[LRD]\.?\s?)?\d[\d-]*",
    re.IGNORECASE,
)
SOME = (
    r"\b(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|trente|two|three|four|five|seven|ten"
    r"|fifteen|twenty|thirty|dos|tres|cuatro|cinco|siete|diez|quince|veinte|treinta|два|три|п['’ʼ]ять|сім|десять)"
)
PRISON = re.compile(
    rf"{SOME}[\s-]+(?:ans?|mois|years?|months?|años?|meses|рок[иу]|років|місяц\w+)['’]?\s+(?:(?:in|de|d['’]|of)\s*)?"
    r"(?:prison|emprisonnement|réclusion|détention|jail|imprisonment|prisión|cárcel|reclusión"
    r"|позбавлення\s+волі|ув['’ʼ]язнення|в['’ʼ]язниці|тюрми)"
    r"|(?:[وبل]?(?:ال|لل)?(?:سجن|حبس))\s+(?:لمدة\s+|مدة\s+)?(?:\d+|سنة|سنتين|سنتان|ثلاث|خمس|سبع|عشر)\w*"
    r"|\b\d+\s+(?:سنوات|سنة|أعوام|أشهر)\s+(?:من\s+)?(?:ال)?(?:سجن|حبس)\w*",
    re.IGNORECASE,
)
AMOUNT = re.compile(r"\b\d[\d\s., ]*\s?(?:€|euros?\b|EUR\b|євро|يورو)|€\s?\d[\d,.]*", re.IGNORECASE)
# "17" is a number to call after "le" or "call", an age before "ans": short numbers need their cue.
CUE = r"(?:\b(?:le|au|du|appel\w*|compos\w*|numéro|call\w*|dial|ring|text|number)\s+)"
MONTHS = r"janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc|jan|feb|march|apr|may|june|july|aug|dec"
NOT_A_DATE = rf"(?!\s+(?:ans?|mois|jours?|heures?|h|min\w*|years?|days?|months?|er\b|{MONTHS}))"
PRISONS = "prison|réclu|détention|jail|prisi|cárcel|волі|язн|тюрм|سجن|حبس"
# Most sentences hold none of these, and most that do hold one kind: looking further costs seconds.
DIGIT = re.compile(r"\d")
MAY_HOLD_A_FACT = re.compile(rf"\.(?<=\w\.)\w|{PRISONS}")
KINDS = (
    ("the address", r"//|\.\S|@", ADDRESS, "write a reference such as `[](service:fr.pharos)`"),
    ("the article", r"art|стат|ст\.|ماد|مواد", ARTICLE, "write a reference such as `[](law:fr.cp.226-2-1)`"),
    ("the penalty", PRISONS, PRISON, "write a reference such as `[](penalty:fr.cp.226-2-1/base)`"),
    ("the amount", "€|eur|євро|يورو", AMOUNT, "write a reference to a penalty, or leave the amount out"),
)
"""What is looked for: its name, what any text that holds one holds in lower case, its pattern, what to write."""
HINTS = [re.compile(hint) for _, hint, _, _ in KINDS]


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield facts typed into prose."""
    numbers = Numbers(course)
    for document in course.modules.values():
        for passage in document.in_scope(course.scope):
            for message, advice in faults(without_targets(passage.text), numbers):
                yield in_passage(passage, message, advice)
    for locale, file in all_hand_pages(course):
        for number, line in enumerate(lines_of(file) if locale in course.scope else (), 1):
            for message, advice in faults(REFERENCE.sub(r"\1", line), numbers):
                yield Finding(Location(file.relative_to(course.root), number, 1, line), message, advice)


def faults(text: str, numbers: Numbers) -> Iterable[tuple[str, str]]:
    """Return a message and what to type for each fact typed in a text."""
    lowered = text.lower()
    return _faults(text, lowered, numbers) if DIGIT.search(text) or MAY_HOLD_A_FACT.search(lowered) else ()


def _faults(text: str, lowered: str, numbers: Numbers) -> Iterator[tuple[str, str]]:
    yield from numbers.faults(text)
    for (what, _, pattern, advice), hint in zip(KINDS, HINTS, strict=True):
        if hint.search(lowered) and (found := pattern.search(text)):
            yield f'{what} "{found[0].strip()}" is typed by hand', advice


class Numbers:
    """The numbers of the services registry, open and closed, ready to be looked for."""

    def __init__(self, course: Course) -> None:
        self.open: dict[str, str] = {}
        self.closed: dict[str, str] = {}
        for service in course.registry.of(Service):
            for contact in service.contacts:
                if contact.kind not in ("phone", "sms"):
                    continue
                if service.status == "closed":
                    self.closed[digits_of(contact.value)] = service.superseded_by or ""
                elif service.jurisdiction == HOME or digits_of(contact.value) not in self.open:
                    self.open[digits_of(contact.value)] = service.id
        self.patterns = [pattern for pattern in (_long(self.open), _short(self.open)) if pattern]
        self.dead = _long(self.closed)
        self.any = re.compile("|".join((*self.open, *self.closed)) or "(?!)")

    def faults(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield a message and what to type for each of them in a text."""
        if not self.any.search("".join(DIGIT.findall(text))):
            return
        if self.dead and (found := self.dead.search(text)):
            new = self.closed[digits_of(found[1])]
            yield f"the number {found[1]} is closed", f"write `[](service:{new})`" if new else "remove it"
        for pattern in self.patterns:
            if found := pattern.search(text):
                advice = f"write `[](service:{self.open[digits_of(found[1])]})`"
                yield f'the number "{found[1]}" is typed by hand', advice


def digits_of(number: str) -> str:
    """Return the digits of a number alone."""
    return re.sub(r"\D", "", number)


def _long(numbers: dict[str, str]) -> re.Pattern[str] | None:
    """Match numbers that can be nothing else, however their digits are grouped."""
    words = sorted((number for number in numbers if len(number) > 3), key=len, reverse=True)
    grouped = (r"[\s\u00a0\u202f.-]?".join(number) for number in words)
    return re.compile(rf"(?<![\w/.-])({'|'.join(grouped)})(?![\w/-]|[.,]\d)") if words else None


def _short(numbers: dict[str, str]) -> re.Pattern[str] | None:
    """Match short numbers where a sentence tells to call them."""
    words = [number for number in numbers if len(number) <= 3]
    pattern = rf"{CUE}({'|'.join(map(re.escape, words))})(?![\w/-]|[.,]\d){NOT_A_DATE}"
    return re.compile(pattern, re.IGNORECASE) if words else None
