"""The deck of every delivery as a presentation to change: what the room sees, and notes for whoever presents."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from balise import paper
from balise.deck_sheets import name_of, shows, title_of
from balise.decks import Deck, plan_decks
from balise.messages import message
from balise.model import Module
from balise.paper import Block
from balise.plan import Audience
from balise.powerpoint import FORM as FORM
from balise.sheet import Desk, Draft
from balise.slides import Slide, numbered_titles
from balise.typesetter import Typesetter

ORDER = "82"
LABEL = message("Diaporama à modifier (PowerPoint)")
AUDIENCE: Audience = "facilitator"
"""It holds the notes."""
NEAR = True
LAYOUTS = {
    "title": message("Ouverture"),
    "words": message("Texte"),
    "question": message("Question"),
    "vote": message("Vote"),
    "law": message("Loi"),
    "help": message("Aide"),
    "note": message("À dire avant"),
    "picture": message("Image"),
    "bare": message("Titre seul"),
}
"""What PowerPoint calls the layouts of slides."""
HANDS = (message("Mains"), message("Avant"), message("Après"))
"""Above what is counted: once, or before and after people may change their minds."""
SHOWN = ("id", "look", "blocks", "foot", "rounds")


def module_drafts(desk: Desk, slug: str, module: Module) -> Iterator[Draft]:  # noqa: ARG001  a deck knows its module
    """Yield the decks of a module."""
    for deck in plan_decks(desk.local, slug):
        to = desk.setter(adults=True)
        shows(to, deck)
        dated = to.local.settings.edition.isoformat()
        extra = {"slides": list(_slides(to, deck)), "labels": _labels(to), "dated": dated}
        yield Draft(name_of("slides", deck.delivery.name), title_of(to, deck), to, extra=extra)


def _slides(to: Typesetter, deck: Deck) -> Iterator[dict[str, Any]]:
    """Yield the slides as data: on a slide nothing says which answer is right, its notes do."""
    after = dict(pairwise(slide.id for slide in deck.slides))
    for slide, title in zip(deck.slides, numbered_titles(deck.slides), strict=True):
        ballots = [{name: getattr(one, name) for name in ("letter", "words", "leads")} for one in slide.ballots]
        follows = slide.follows if slide.follows != after.get(slide.id) else ""
        shown = {name: getattr(slide, name) for name in SHOWN}
        yield {
            **shown,
            "follows": follows,
            "title": title,
            "ballots": ballots,
            "notes": [*_timed(to, slide), *slide.notes],
        }


def _timed(to: Typesetter, slide: Slide) -> list[Block]:
    """Return how long a slide should take, and the letters of what is right when it is voted for."""
    said = to.text(
        message("Temps prévu : {time}. Fin de cette diapositive à {end}."),
        time=_clock(slide.seconds),
        end=_clock(slide.start + slide.seconds),
    )
    right = [one.letter for one in slide.ballots if one.correct and one.letter]
    key = [paper.para(to.text(message("Bonne réponse : {letters}"), letters=", ".join(right)))] if right else []
    return [paper.para(said), *key]


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def _labels(to: Typesetter) -> dict[str, Any]:
    return {
        "layouts": {name: str(to.local.phrase(words, adults=True)) for name, words in LAYOUTS.items()},
        "hands": [to.text(one) for one in HANDS],
        "onward": to.text(message("Suite")),
        "tally": paper.words_of(
            to.text(message("Tableau à remplir : combien de mains se lèvent pour chaque réponse."))
        ),
    }
