"""Cards to sort in a room: a vote a card, then where it goes and why."""

from __future__ import annotations

from typing import cast

from balise.activities.card_sort import CardSort
from balise.messages import message
from balise.parts import Card
from balise.slides import Ballot, Slide, slide_id
from balise.stage import Stage, letters
from balise.views import ActivityView

FIRST = 6
"""Cards that stay when time is short."""
CARD = message("Carte {n}")
PLACE = message("Carte {n} : {place}")


def slides(view: ActivityView, on: Stage) -> list[Slide]:
    """Return what to sort, each card with its answer, then what to remember."""
    activity = cast(CardSort, view.activity)
    cards = enumerate(activity.cards, 1)
    return [
        *on.words("intro", [activity.intro]),
        *(slide for number, card in cards for slide in _card(activity, card, number, on)),
        *on.remember(activity.key_points),
    ]


def _card(activity: CardSort, card: Card, number: int, on: Stage) -> list[Slide]:
    to, name, core = on.to, slide_id("card", card.id), number <= FIRST
    ballots = [
        Ballot(letters(place), to.text(one.label), one.id == card.category)
        for place, one in enumerate(activity.categories)
    ]
    right = next(one.label for one in activity.categories if one.id == card.category)
    answer = to.text(PLACE, n=number, place=right)
    return [
        *on.vote(name, card.text, ballots, to.text(CARD, n=number), core=core),
        *on.words(slide_id(name, "answer"), [card.why], answer, core=core),
    ]
