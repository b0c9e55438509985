"""What the presenter's page says beside each slide: its part, how long it stays."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from balise.deck_notes import goes_on, lasts
from balise.decks import Deck
from balise.help_slides import TITLE as HELP
from balise.local import LocalCourse
from balise.messages import message
from balise.paper import Inline
from balise.typesetter import Typesetter

OPENING = message("Ouverture")


@dataclass(frozen=True, slots=True)
class Beside:
    """How long a slide stays; the part of the deck that begins with it, if any.

    `goes_on`: its notes only say which activity goes on.
    """

    lasts: Inline
    part: str = ""
    goes_on: bool = False


def beside(local: LocalCourse, deck: Deck) -> dict[str, Beside]:
    """Return what is said beside each slide, by its id."""
    to = Typesetter(local, adults=deck.module.to_adults)
    begun, going = parts(deck), going_on(to, deck)
    stay = {seconds: lasts(to, seconds) for seconds in {slide.seconds for slide in deck.slides}}
    return {slide.id: Beside(stay[slide.seconds], begun.get(slide.id, ""), slide.id in going) for slide in deck.slides}


def parts(deck: Deck) -> dict[str, str]:
    """Return the title of each part of a deck, by the id of the slide it begins with."""
    titles = {step.activity.id: step.activity.title for step in deck.delivery.steps}
    around = (OPENING, HELP) if titles else (deck.delivery.title, HELP)
    firsts = [(name, next(group)) for name, group in groupby(deck.slides, key=lambda slide: slide.activity)]
    return {slide.id: titles[name] if name else around[place > 0] for place, (name, slide) in enumerate(firsts)}


def going_on(to: Typesetter, deck: Deck) -> frozenset[str]:
    """Return the ids of the slides whose notes only say which activity goes on."""
    titles = {step.activity.id: step.activity.title for step in deck.delivery.steps} or {"": deck.delivery.title}
    said = {name: goes_on(to, title) for name, title in titles.items()}
    return frozenset(slide.id for slide in deck.slides if slide.notes == said.get(slide.activity))
