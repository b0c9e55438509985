"""The deck of every delivery as a presentation to change: what the room sees, and notes for whoever presents."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from balise import paper
from balise.decks import Deck, plan_decks
from balise.handouts import picture_of
from balise.messages import message
from balise.model import Module
from balise.paper import Block
from balise.plan import Audience
from balise.powerpoint import FORM as FORM
from balise.sheet import Desk, Draft
from balise.slides import Slide, numbered_titles
from balise.typesetter import Typesetter
from balise.views import activity_views

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


def module_drafts(desk: Desk, slug: str, module: Module) -> Iterator[Draft]:
    """Yield the decks of a module."""
    for deck in plan_decks(desk.local, slug):
        to = desk.setter(adults=True)
        to.facts.update(dict.fromkeys(deck.facts))
        _pictures(to, module)
        dated = to.local.settings.edition.isoformat()
        extra = {"slides": list(_slides(to, deck)), "labels": _labels(to), "dated": dated}
        name = "-".join(part for part in ("slides", deck.delivery.name) if part)
        title = desk.local.phrase(message("{title} · {delivery}"), title=module.title, delivery=deck.delivery.title)
        yield Draft(name, title, to, extra=extra)


def _pictures(to: Typesetter, module: Module) -> None:
    """Keep the files of the pictures that slides show."""
    for lesson in module.lessons:
        for view in activity_views(to.local, module, lesson):
            if view.picture:
                picture_of(view.picture, to, module)


def _slides(to: Typesetter, deck: Deck) -> Iterator[dict[str, Any]]:
    """Yield the slides as data: on a slide nothing says which answer is right, its notes do."""
    passed, names = 0, [slide.id for slide in deck.slides]
    after = dict(pairwise(names))
    for slide, title in zip(deck.slides, numbered_titles(deck.slides), strict=True):
        passed += slide.seconds
        ballots = [{name: getattr(one, name) for name in ("letter", "words", "leads")} for one in slide.ballots]
        follows = slide.follows if slide.follows != after.get(slide.id) else ""
        shown = {name: getattr(slide, name) for name in SHOWN}
        yield {
            **shown,
            "follows": follows,
            "title": title,
            "ballots": ballots,
            "notes": [*_timed(to, slide, passed), *slide.notes],
        }


def _timed(to: Typesetter, slide: Slide, passed: int) -> list[Block]:
    """Return how long a slide should take, and the letters of what is right when it is voted for."""
    said = to.text(
        message("Temps prévu : {time}. Fin de cette diapositive à {end}."),
        time=_clock(slide.seconds),
        end=_clock(passed),
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
