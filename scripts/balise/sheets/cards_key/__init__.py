"""Where each card goes and why, for whoever leads: the key to the cards of a module."""

from __future__ import annotations

from collections.abc import Iterator

from balise import paper
from balise.cutouts import Card, CardSet, card_sets
from balise.messages import message
from balise.model import Module
from balise.paper import Block, Inline
from balise.plan import Audience
from balise.sheet import Desk, Draft
from balise.typesetter import Typesetter

ORDER = "31"
LABEL = message("Corrigé des cartes")
AUDIENCE: Audience = "facilitator"


def module_drafts(desk: Desk, slug: str, module: Module) -> Iterator[Draft]:  # noqa: ARG001  the slug is for others
    """Yield the key to every set of cards of a module; nothing for a module without any."""
    to = desk.setter(module, adults=True)
    blocks = [block for one in card_sets(desk.local, module) for block in _key(to, one)]
    if blocks:
        yield Draft("cards-key", module.title, to, blocks)


def _key(to: Typesetter, one: CardSet) -> list[Block]:
    head = [to.text(message("Carte")), to.text(message("Où elle va")), to.text(message("Pourquoi"))]
    rows = [
        [[paper.strong([str(number)]), " ", *to.inline(card.text)], _goes(to, card), to.inline(card.why)]
        for number, card in enumerate(one.cut.cards, 1)
    ]
    return [
        paper.heading(2, to.text(one.activity.title)),
        paper.para(to.text(message("Jeu {mark}"), mark=one.mark), "label"),
        paper.table(head, rows, [1.2, 0.8, 1.6]),
    ]


def _goes(to: Typesetter, card: Card) -> Inline:
    words: Inline = []
    for head in card.goes:
        if head.service:
            to.cite("service", head.service.id)
        words += [*(to.text(message(", ou ")) if words else []), paper.strong(to.text(head.label))]
    return words
