"""Two pages a deck: what the room sees, with no note anywhere in it, and what the presenter sees beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from balise.decks import Deck, plan_decks
from balise.groups import SETTINGS
from balise.local import LocalCourse
from balise.messages import message
from balise.model import Module
from balise.outputs.decks.beside import beside
from balise.plan import Artifact
from balise.slides import SEPARATOR, Slide

AUDIENCE = "present"
PRESENTER = "teach/present"
"""Notes are in the facilitators' folder: a server can keep it for adults."""
CALLED = f"helps{SEPARATOR}"
"""How the id of a slide that tells of one service begins: its title is most often a number."""


def plan_module(local: LocalCourse, slug: str, module: Module) -> Iterator[Artifact]:  # noqa: ARG001  a deck knows its module
    """Yield both pages of every delivery of a module."""
    for deck in plan_decks(local, slug) if local.course.decks else ():
        yield from _pages(local, deck)


def _pages(local: LocalCourse, deck: Deck) -> Iterator[Artifact]:
    code = deck.module.code.upper()
    audience, presenter = f"{AUDIENCE}/{deck.name}.html", f"{PRESENTER}/{deck.name}.html"
    data = {
        "slug": deck.slug,
        "deck": deck,
        "setting": SETTINGS.get(deck.delivery.setting, ""),
        "minutes": deck.delivery.duration,
        "beside": beside(local, deck),
        "shown": {slide.id: one for slide, one in zip(deck.slides, shown(deck.slides), strict=True)},
        "guide": f"teach/{deck.slug}.html",
        "audience_page": audience,
        "presenter_page": presenter,
    }
    # What the room sees names no topic in the browser's tab and history.
    tab = local.message(message("Module {code}")).replace("{code}", code)
    yield Artifact(
        path=audience,
        template="outputs/decks/deck.html",
        title=deck.module.title,
        tab_title=tab,
        data=data,
        audience="pupil",
        to_adults=deck.module.to_adults,
        frame="deck.html",
    )
    yield Artifact(
        path=presenter,
        template="outputs/decks/presenter.html",
        title=deck.module.title,
        tab_title=local.message(message("Présenter {code}")).replace("{code}", code),
        data=data,
        audience="facilitator",
        to_adults=True,
        frame="presenter.html",
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """What a slide shows that it does not say itself: its number, and the classes its title has besides its own."""

    number: int
    title: str


def shown(slides: Sequence[Slide]) -> Iterator[Shown]:
    """Yield, for each slide, its number and how its title looks: small once read, huge when it is a number to call."""
    before = None
    for number, slide in enumerate(slides, 1):
        again = "again" if slide.title == before else ""
        called = "called" if slide.look == "help" and slide.id.startswith(CALLED) else ""
        role = ("numbers" if slide.guard == "help" else "") or called or again
        yield Shown(number, f" bl-slide__title--{role}" if role else "")
        before = slide.title
