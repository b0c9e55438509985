"""The slides of a deck with their notes, three a page: for the presenter, and for when a machine fails."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from balise import paper
from balise.briefing import minutes
from balise.deck_sheets import name_of, shows, title_of
from balise.decks import Deck, plan_decks
from balise.groups import SETTINGS
from balise.help_slides import TITLE as HELP
from balise.messages import message
from balise.model import Module
from balise.paper import Block, Inline
from balise.plan import Audience
from balise.sheet import Desk, Draft
from balise.sheet_parts import joined
from balise.sheets.slide_notes.rows import rows
from balise.slides import Slide
from balise.typesetter import Typesetter

ORDER = "86"
LABEL = message("Notes du diaporama")
AUDIENCE: Audience = "facilitator"
NEAR = True
HEAD = (message("À partir de"), message("Activité"), message("Diapos"))
WIDTHS = (1.2, 6, 1.2)
OPENING = message("Avant de commencer")
YOURS = message(
    "Ces notes sont pour vous : ne les projetez pas, et reprenez-les en partant. Si l'écran s'éteint, continuez avec "
    "elles."
)


def module_drafts(desk: Desk, slug: str, module: Module) -> Iterator[Draft]:
    """Yield the notes of the deck of every delivery of a module."""
    for deck in plan_decks(desk.local, slug):
        to = desk.setter(module)
        shows(to, deck)
        extra = {"slides": list(rows(to, deck.slides)), "own": to.text(message("Pour l'adulte"))}
        yield Draft(
            name_of("slide_notes", deck.delivery.name),
            title_of(to, deck),
            to,
            [*_brief(to, deck), *_plan(to, deck)],
            extra=extra,
        )


def _brief(to: Typesetter, deck: Deck) -> list[Block]:
    """Return what this delivery is, and whose its notes are."""
    count = to.text(message("{n} diapos"), n=len(deck.slides))
    facts = joined([to.text(SETTINGS[deck.delivery.setting]), minutes(to, deck.delivery.duration), count])
    return [paper.para([paper.strong(facts)]), paper.para(to.text(YOURS), "small")]


def _plan(to: Typesetter, deck: Deck) -> list[Block]:
    """Return when each activity begins, and on which slides it is; nothing for a deck of one part."""
    titles = {activity.id: activity.title for _, activity in deck.module.activities()}
    parts = [(name, list(found)) for name, found in groupby(deck.slides, lambda slide: slide.activity)]
    if len(parts) == 1:
        return []
    listed, first = [], 1
    for name, found in parts:
        label = titles.get(name) or (OPENING if first == 1 else HELP)
        listed.append(_part(to, label, first, found))
        first += len(found)
    return [paper.table([to.text(one) for one in HEAD], listed, WIDTHS)]


def _part(to: Typesetter, label: str, first: int, found: list[Slide]) -> list[Inline]:
    last = first + len(found) - 1
    return [
        minutes(to, found[0].start // 60),
        to.text(label),
        to.number(f"{first}–{last}" if last > first else str(first)),
    ]
