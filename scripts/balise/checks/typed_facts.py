"""A phone number, penalty, article, price or address typed into prose.

## What it checks
In every locale, prose holds no emergency or helpline number, no web address, no article number, no
penalty and no amount in euros: each is written as a reference, which the registry fills in. Numbers that
a registry gives as closed are errors wherever they appear.

## Why
A fact typed by hand cannot be found again on the day it changes.

## Example
    Appelle le 3018.

## Instead
    Appelle le [](service:fr.3018).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from balise.checking import Finding, in_passage
from balise.course import Course, Passage
from balise.diagnostics import Severity
from balise.markup import plain
from balise.registries.service import Service

ID = "typed-facts"
SEVERITY = Severity.ERROR

ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+|\b[\w-]+\.(?:gouv\.fr|fr|org|com|net|eu|gov|ca|report)\b(?!\w)")
ARTICLE = re.compile(r"\b(?:art(?:icle|\.)?s?|стаття|المادة|artículo)\s+(?:[LRD]\.?\s?)?\d[\d-]*", re.IGNORECASE)
PRISON = re.compile(r"\b\d+\s+(?:ans?|mois|years?|months?|años|років)\s+(?:de prison|d['’]emprisonnement|de réclusion|in prison|of imprisonment|imprisonment|de prisión)", re.IGNORECASE)
# "17" is a number to call after "le" or "call", an age before "ans": short numbers need their cue.
CUE = r"(?:\b(?:le|au|du|appel\w*|compos\w*|numéro|call\w*|dial|ring|text|number)\s+)"
NOT_A_DATE = r"(?!\s+(?:ans?|mois|jours?|heures?|h|min\w*|years?|days?|months?|janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc|er\b))"
AMOUNT = re.compile(r"\b\d[\d\s., ]*\s?(?:€|euros?\b|EUR\b)", re.IGNORECASE)


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield facts typed into the modules' prose."""
    open_, closed = _numbers(course)
    phones = [_long(open_), _short(open_)]
    dead = _long(closed)
    for document in course.modules.values():
        for passage in _all(course, document.name):
            text = plain(passage.text)
            if dead and (found := dead.search(text)):
                new = closed[found[1]]
                advice = f"write `[](service:{new})`" if new else "remove it"
                yield in_passage(passage, f"the number {found[1]} is closed", advice)
            for phone in phones:
                if phone and (found := phone.search(text)):
                    advice = f"write `[](service:{open_[found[1]]})`"
                    yield in_passage(passage, f'the number "{found[1]}" is typed by hand', advice)
            for what, pattern, advice in (
                ("the address", ADDRESS, "write a reference such as `[](service:fr.pharos)`"),
                ("the article", ARTICLE, "write a reference such as `[](law:fr.cp.226-2-1)`"),
                ("the penalty", PRISON, "write a reference such as `[](penalty:fr.cp.226-2-1/base)`"),
                ("the amount", AMOUNT, "write a reference to a penalty, or leave the amount out"),
            ):
                if found := pattern.search(text):
                    yield in_passage(passage, f'{what} "{found[0].strip()}" is typed by hand', advice)


def _long(numbers: dict[str, str]) -> re.Pattern[str] | None:
    """Match numbers that can be nothing else."""
    words = sorted((number for number in numbers if len(number) > 3), key=len, reverse=True)
    return re.compile(rf"(?<![\w/.-])({'|'.join(map(re.escape, words))})(?![\w/-]|[.,]\d)") if words else None


def _short(numbers: dict[str, str]) -> re.Pattern[str] | None:
    """Match short numbers where a sentence tells to call them."""
    words = [number for number in numbers if len(number) <= 3]
    pattern = rf"{CUE}({'|'.join(map(re.escape, words))})(?![\w/-]|[.,]\d){NOT_A_DATE}"
    return re.compile(pattern, re.IGNORECASE) if words else None


def _all(course: Course, slug: str) -> Iterator[Passage]:
    document = course.modules[slug]
    yield from document.passages()
    for locale in document.catalogs:
        for _, passage in document.translated(locale):
            yield passage


def _numbers(course: Course) -> tuple[dict[str, str], dict[str, str]]:
    """Return open and closed numbers, each with the id of the service to refer to."""
    open_, closed = {}, {}
    for service in course.registry.of(Service):
        for contact in service.contacts:
            if contact.kind in ("phone", "sms"):
                if service.status == "closed":
                    closed[contact.value] = service.superseded_by or ""
                else:
                    open_.setdefault(contact.value, service.id)
    return open_, closed
