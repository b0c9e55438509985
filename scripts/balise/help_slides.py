"""Where help is, on the last slides of every deck: from the registry of the session's place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from balise import paper
from balise.groups import SERVICE_GROUPS
from balise.messages import message
from balise.model import Module
from balise.paper import Block, Inline
from balise.proof import verified
from balise.registries.service import Contact, Service
from balise.sheet_parts import CARE, COLON, contact, joined
from balise.slides import Slide, slide_id
from balise.stage import Stage
from balise.typesetter import Typesetter
from balise.views import reader_of

TITLE = message("Trouver de l'aide")
BEFORE = message("Avant de partir")
STAY = message("Laissez la dernière diapositive à l'écran pendant que la salle se vide. Restez jusqu'au bout.")
NUMBERS = "help"
"""Id of the slides that stay on the screen, the first of them: whom to call or write to."""
KINDS = ("phone", "sms", "chat")


def help_slides(to: Typesetter, module: Module) -> list[Slide]:
    """Return words of care, what each service is for, then whom to call or write to: that one stays on the screen."""
    on = Stage(to, "", TITLE)
    services = to.local.services(module.services)
    notes: list[Block] = [paper.para(to.text(STAY))]
    care = on.words(
        "care", [to.local.phrase(CARE, adults=module.to_adults)], to.text(BEFORE), guard="help", notes=notes
    )
    direct = [one for one in services if reach(one)]
    foot = verified(to, services)
    return [
        *care,
        *(slide for one in services for slide in _told(on, one, module, foot=foot, notes=notes)),
        *on.listed(NUMBERS, needs(to, direct), look="help", guard="help", foot=foot, notes=notes),
    ]


def reach(service: Service) -> Contact | None:
    """Return how to reach somebody at a service, if somebody answers there."""
    return next((one for one in service.contacts if one.kind in KINDS), None)


def needs(to: Typesetter, services: Sequence[Service]) -> list[Inline]:
    """Return a line for each need, with whom to call or write to for it."""
    found: dict[str, list[Inline]] = {}
    for service in services:
        to.cite("service", service.id)
        found.setdefault(service.group, []).append(_named(to, service))
    return [[*to.text(SERVICE_GROUPS[group]), *to.text(COLON), *joined(named)] for group, named in found.items()]


def _named(to: Typesetter, service: Service) -> Inline:
    """Return whom to turn to, and how; a name that is its number is not said twice."""
    name = paper.strong(to.text(service.short))
    way = reach(service)
    if way is None:
        return [name]
    how = contact(to, way, noted=False)
    return how if way.value == service.short else [name, " ", *how]


def _told(on: Stage, service: Service, module: Module, **marks: Any) -> list[Slide]:
    """Return what a service is for: told where there is time, or where it is not on the last slide."""
    to, name = on.to, slide_id("helps", service.anchor)
    title = [*to.text(service.short)]
    return on.words(name, [service.purpose_for(reader_of(module))], title, "help", core=reach(service) is None, **marks)
