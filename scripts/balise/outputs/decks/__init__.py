"""Two pages a deck: what the room sees, with no note anywhere in it, and what the presenter sees beside it."""

from __future__ import annotations

from collections.abc import Iterator

from balise.decks import Deck, plan_decks
from balise.groups import SETTINGS
from balise.local import LocalCourse
from balise.messages import message
from balise.plan import Artifact

AUDIENCE = "present"
PRESENTER = "teach/present"
"""Notes are in the facilitators' folder: a server can keep it for adults."""


def plan(local: LocalCourse) -> Iterator[Artifact]:
    """Yield both pages of every delivery of every module."""
    for slug in local.modules:
        for deck in plan_decks(local, slug):
            yield from _pages(local, deck)


def _pages(local: LocalCourse, deck: Deck) -> Iterator[Artifact]:
    code = deck.module.code.upper()
    audience, presenter = f"{AUDIENCE}/{deck.name}.html", f"{PRESENTER}/{deck.name}.html"
    data = {
        "slug": deck.slug,
        "deck": deck,
        "setting": SETTINGS.get(deck.delivery.setting, ""),
        "minutes": deck.delivery.duration,
        "starts": starts(deck),
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


def starts(deck: Deck) -> dict[str, int]:
    """Return the second each slide begins at, by its id."""
    found, passed = {}, 0
    for slide in deck.slides:
        found[slide.id] = passed
        passed += slide.seconds
    return found
