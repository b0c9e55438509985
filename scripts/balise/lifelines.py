"""The few numbers a poster, a leaflet or a card may show: those we are surest of, as their layouts need them."""

from __future__ import annotations

from typing import Any

from balise.entry import Confidence
from balise.local import LocalCourse
from balise.messages import message
from balise.near import near_checked, near_lines
from balise.outputs.help_page import JURISDICTION
from balise.outputs.help_page import ORDER as GROUPS
from balise.paper import Inline, words_of
from balise.proof import qr
from balise.registries.service import Contact, Reader, Service
from balise.sheet import Desk
from balise.sheet_parts import COLON, KINDS, contacts
from balise.typesetter import Typesetter

TITLE = message("Numéros utiles")
"""What these sheets are called wherever somebody else may read it: no word in it says what for."""
DANGER = message("Si tu es en danger maintenant")
TALK = message("Parler à quelqu'un")
YES, NO = "oui", "non"  # as the registry writes them in the source language


def emergency(local: LocalCourse) -> list[Service]:
    """Return the services of an emergency that have a number."""
    return [one for one in local.emergency if line(one)]


def helplines(local: LocalCourse) -> list[Service]:
    """Return the other open services with a number, most urgent first.

    What is printed to stay on a wall or in a pocket for years shows only entries of high confidence.
    """
    found = [
        one
        for one in local.registry.of(Service)
        if one.status == "open"
        and one.jurisdiction == JURISDICTION
        and one.confidence is Confidence.HIGH
        and one.group in GROUPS
        and one not in local.emergency
        and line(one)
    ]
    return sorted(found, key=lambda one: GROUPS.index(one.group))


def line(service: Service) -> Contact | None:
    """Return the number a service is known by; one with a note beside a voice call is for special cases."""
    usable = (one for one in service.contacts if one.kind == "sms" or (one.kind == "phone" and not one.note))
    return next(usable, None)


def shown(to: Typesetter, service: Service, reader: Reader) -> dict[str, Any]:
    """Return what a layout sees of a service, its purpose in the words of a reader."""
    to.cite("service", service.id)
    main = line(service)
    assert main  # noqa: S101  only services with a number are shown
    purpose = service.purpose_for(reader)
    field = "for_children" if reader == "child" and service.for_children else "purpose"
    return {
        "kind": to.text(KINDS[main.kind]) if main.kind in KINDS else [],
        "number": to.number(main.value),
        "purpose": to.inline(purpose),
        "hours": to.text(service.hours) if service.hours else [],
        "terms": terms(to, service),
        "write": contacts(to, service, ("chat", "app")),
        "next": to.inline(service.next) if service.next else [],
        "at": {
            part: f"service/{service.id}/{of}"
            for part, of in (("purpose", field), ("hours", "hours"), ("next", "next"))
        },
    }


def terms(to: Typesetter, service: Service) -> list[Inline]:
    """Say that a call costs nothing and tells nobody, where the registry says so."""
    source = to.local.course.registry.entries["service"][service.id]
    assert isinstance(source, Service)  # noqa: S101
    said = []
    if source.free == YES:
        said.append(to.text(message("Gratuit")))
    if source.anonymous == YES:
        said.append(to.text(message("Anonyme")))
    elif service.anonymous and source.anonymous != NO:
        said.append([*to.text(message("Anonyme")), *to.text(COLON), *to.text(service.anonymous)])
    return said


def lifelines(desk: Desk, to: Typesetter, reader: Reader, most: int | None = None) -> dict[str, Any]:
    """Return what every one of these layouts sees: the numbers, `most` helplines, and where the site has more."""
    first = [shown(to, one, reader) for one in emergency(desk.local)]
    others = [shown(to, one, reader) for one in helplines(desk.local)[:most]]
    address = desk.publisher.page("help.html")
    return {
        "danger": to.text(DANGER),
        "emergency": first,
        "talk": to.text(TALK),
        "helplines": others,
        "more": to.text(message("Plus d'aide")),
        "page": {**qr(to, address), "words": to.number(address.partition("://")[2])} if address else None,
        "at": longest([*first, *others], "purpose"),
    }


def longest(services: list[dict[str, Any]], part: str) -> str:
    """Return where the longest `part` of these services is written: what to shorten when they do not fit."""
    found = max(services, key=lambda one: len(words_of(one[part])), default=None)
    return str(found["at"][part]) if found else ""


def school(to: Typesetter, *, near: bool = False) -> dict[str, Any]:
    """Return the lines for the school's own people, filled in by hand.

    `near`: the contacts of the place come first, if there are any. What must tell nobody why it is kept shows none:
    the name of an association would.
    """
    edition = to.local.near(JURISDICTION) if near else None
    nurse = [] if edition and edition.nurse else [to.text(message("Infirmière ou infirmier"))]
    return {
        "title": to.text(message("Ici, tu peux aussi parler à")),
        "known": near_lines(to, edition) if edition else [],
        "checked": near_checked(to, edition) if edition else [],
        "hint": to.text(message("Nom, bureau, horaires")),
        "people": [
            *nurse,
            to.text(message("CPE ou vie scolaire")),
            to.text(message("Assistante sociale ou assistant social")),
            to.text(message("Un autre adulte")),
        ],
    }
