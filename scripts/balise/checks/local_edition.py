"""A local edition that changes something, or that mixes what is real and what is invented.

## What it checks
In each file of `modules/_shared/editions/`: no number or address is one of the national services', open or closed; no
text holds an article, a penalty, a price, a number or an address (a contact goes under `contacts:`); some module has
its jurisdiction; each contact can be reached, and is to be checked again after the day it was checked; the logo is a
picture that can be shown. An edition marked `example: true` says "exemple" in its title and holds nothing that could be
somebody's: numbers kept for fiction (01 99 00, 02 61 91, 03 53 01, 04 65 71, 05 36 49, 06 39 98), addresses under
`.example`, `example.org`, `example.com` or `example.net`. Any other edition holds none of these.

## Why
Who is in danger must find the same numbers everywhere; who rings an invented number must not reach a stranger, nor take
an invented number for help.

## Example
    brigade: {name: Commissariat, contacts: [{kind: phone, value: "17"}], …}

## Instead
    brigade: {name: Commissariat, contacts: [{kind: phone, value: 01 99 00 12 34}], …}    # its own number
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from balise.checking import Finding, at
from balise.checks.pictures import faults as picture_faults
from balise.checks.typed_facts import Numbers, digits_of, faults
from balise.course import SHARED, Course, Document
from balise.diagnostics import Severity, did_you_mean
from balise.fields import segments
from balise.load import Path_
from balise.pictures import media_folder
from balise.place import LocalEdition, Slot
from balise.registries.service import Contact, Service

ID = "local-edition"
SEVERITY = Severity.ERROR
CALLED = ("phone", "sms")
FICTION = ("019900", "026191", "035301", "046571", "053649", "063998")
"""Beginnings of the numbers the French regulator keeps for works of fiction."""
NOBODY = re.compile(r"(?:^|[.@])(?:example|example\.(?:org|com|net))$")
HOST = re.compile(r"(?:https?://|.*@)?([^/@:]+)")
NUMBER = re.compile(r"(?:\+\d\d|\b0)[\s.-]?\d(?:[\s.-]?\d\d){4}\b")
NATIONAL = "remove it: the national numbers are on every page already"
IN_CONTACTS = "remove it: a contact goes under `contacts:`; law, penalties and prices come from the registries"


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield what a local edition may not say."""
    national = {_key(one): service for service in course.registry.of(Service) for one in service.contacts}
    numbers = Numbers(course)
    for document, edition in course.local_documents():
        yield from _whole(course, document, edition)
        for path, text in _texts(edition):
            for message in _typed(text, numbers):
                yield at(document, path, message, IN_CONTACTS)
        for slot in edition.slots():
            yield from _slot(document, slot)
            for index, one in enumerate(slot.one.contacts):
                path = (*slot.path, "contacts", index, "value")
                if service := national.get(_key(one)):
                    yield at(document, path, *_belongs(one, service))
                elif fault := _invented(one.value, edition, called=one.kind in CALLED):
                    yield at(document, path, *fault)
            if slot.one.link and (fault := _invented(slot.one.link, edition, called=False)):
                yield at(document, (*slot.path, "source"), *fault)


def _whole(course: Course, document: Document, edition: LocalEdition) -> Iterator[Finding]:
    if course.jurisdictions and edition.jurisdiction not in course.jurisdictions:
        text = f'no module has the jurisdiction "{edition.jurisdiction}": this edition would show nowhere'
        yield at(document, ("jurisdiction",), text, did_you_mean(edition.jurisdiction, course.jurisdictions))
    if edition.example and "exemple" not in edition.title.lower():
        yield at(document, ("title",), "the title of an example does not say so", f"`title: {edition.title} (exemple)`")
    if edition.logo:
        folder = media_folder(course.root, SHARED)
        for text, advice in picture_faults(folder, edition.logo.file, course.root):
            yield at(document, ("logo", "file"), f'"{edition.logo.file}" {text}', advice)


def _slot(document: Document, slot: Slot) -> Iterator[Finding]:
    if not slot.one.contacts and not slot.one.address:
        yield at(document, slot.path, f'nobody can reach "{slot.one.name}"', "add `contacts:` or `address:`")
    if slot.one.review_by <= slot.one.verified_on:
        text = "it is to be checked again before it was checked"
        yield at(document, (*slot.path, "review_by"), text, "give a day after `verified_on`")


def _texts(edition: LocalEdition) -> Iterator[tuple[Path_, str]]:
    """Yield every text a reader sees that is not a contact."""
    yield from ((one.path, one.value) for one in segments(edition))
    for slot in edition.slots():
        if not slot.one.link:
            yield (*slot.path, "source"), slot.one.source
    if edition.logo:
        yield ("logo", "credit"), edition.logo.credit


def _typed(text: str, numbers: Numbers) -> Iterator[str]:
    yield from (message for message, _ in faults(text, numbers))
    if found := NUMBER.search(text):
        yield f'the number "{found[0]}" is typed in a text'


def _key(one: Contact) -> tuple[str, str]:
    """Return what two contacts that lead to the same place have in common."""
    if one.kind in CALLED:
        return "number", re.sub(r"^(?:\+|00)33", "0", re.sub(r"[^\d+]", "", one.value))
    return "address", re.sub(r"^https?://(?:www\.)?", "", one.value.lower()).rstrip("/")


def _belongs(one: Contact, service: Service) -> tuple[str, str]:
    if service.status == "closed" or service.superseded_by:
        instead = f"; {service.superseded_by} replaces it" if service.superseded_by else ""
        return f'"{one.value}" is that of {service.id}, which is closed', f"remove it{instead}"
    return f'"{one.value}" belongs to {service.id}: a local edition adds, it never changes', NATIONAL


def _invented(value: str, edition: LocalEdition, *, called: bool) -> tuple[str, str] | None:
    """Say what is wrong with a contact that should be invented and is not, or the other way round."""
    if called and edition.jurisdiction != "fr":
        return None  # which numbers other countries keep for fiction is not known here
    digits = digits_of(re.sub(r"^(?:\+|00)33", "0", re.sub(r"[^\d+]", "", value)))
    host = HOST.match(value)
    nobodys = digits.startswith(FICTION) and len(digits) == 10 if called else bool(host and NOBODY.search(host[1]))
    if edition.example and not nobodys:
        advice = "take one kept for fiction, such as 01 99 00 12 34" if called else "end it in `.example`"
        return f'"{value}" may be somebody\'s, and this edition is an example', advice
    if not edition.example and nobodys:
        return f'"{value}" is kept for examples: nobody is there', "write the real one, or mark it `example: true`"
    return None
