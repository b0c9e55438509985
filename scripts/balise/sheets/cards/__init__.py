"""Cards to cut out, one set an activity: what is sorted, and the labels to sort it under."""

from __future__ import annotations

from collections.abc import Iterator

from balise.cutouts import CardSet, Head, card_sets
from balise.messages import message
from balise.model import Module
from balise.paper import Inline
from balise.plan import Audience
from balise.registries.service import Service
from balise.sheet import Desk, Draft
from balise.sheet_parts import contact
from balise.typesetter import Typesetter

ORDER = "30"
LABEL = message("Cartes à découper")
AUDIENCE: Audience = "pupil"
VARIANTS = ("large",)


def module_drafts(desk: Desk, slug: str, module: Module) -> Iterator[Draft]:  # noqa: ARG001  the slug is for others
    """Yield a set of cards for each activity that can be cut out."""
    for one in card_sets(desk.local, module):
        to = desk.setter(module)
        yield Draft(f"cards-{one.activity.id}", one.activity.title, to, extra=_extra(to, one))


def _extra(to: Typesetter, one: CardSet) -> dict[str, object]:
    counted = message("Jeu {mark} · cartes : {cards} · étiquettes : {labels}")
    return {
        "how": [
            to.text(counted, mark=one.mark, cards=len(one.cut.cards), labels=len(one.cut.heads)),
            to.text(message("Imprimer au recto seul, puis découper.")),
        ],
        "mark": to.number(one.mark),
        "cards": [
            {"n": str(number), "c": to.inline(card.text), "at": card.at} for number, card in enumerate(one.cut.cards, 1)
        ],
        "labels": [_label(to, head) for head in one.cut.heads],
        "labels_title": to.text(message("Étiquettes")),
    }


def _label(to: Typesetter, head: Head) -> dict[str, object]:
    return {"c": to.text(head.label), "at": head.at, "reach": _reach(to, head.service) if head.service else []}


def _reach(to: Typesetter, service: Service) -> list[Inline]:
    """Return what a service is called in full and how to reach it, without saying again what its label says."""
    to.cite("service", service.id)
    lines = [to.text(service.name)] if service.name != service.short else []
    ways = [one for one in service.contacts if one.value != service.short]
    called = [one for one in ways if one.kind in {"phone", "sms"}] or ways[:1]
    return [*lines, *(contact(to, one) for one in called)]
