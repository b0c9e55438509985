"""What the sheets made of a deck have in common: their names, their titles, the pictures slides show."""

from __future__ import annotations

from contextlib import suppress

from balise.decks import Deck
from balise.messages import message
from balise.pictures import picture_bytes
from balise.typesetter import Typesetter

NAMES = {"slides": "slides", "slide_notes": "notes"}
"""The kinds of sheet that follow a deck, and what their names begin with."""
TITLE = message("{title} · {delivery}")


def name_of(kind: str, delivery: str) -> str:
    """Return the name of the sheet of a delivery, after its module's code: `notes`, or `notes-class-45`."""
    return "-".join(part for part in (NAMES[kind], delivery) if part)


def title_of(to: Typesetter, deck: Deck) -> str:
    """Return a title that tells the deliveries of a module apart."""
    return to.local.phrase(TITLE, title=deck.module.title, delivery=deck.delivery.title)


def shows(to: Typesetter, deck: Deck) -> None:
    """Note what a sheet shows of a deck: its facts, and the files of its pictures.

    The check `pictures` tells of those that are missing.
    """
    to.facts.update(dict.fromkeys(deck.facts))
    for _, activity in deck.module.activities():
        if activity.picture:
            with suppress(OSError):
                to.picture(activity.picture.file, picture_bytes(to.local.course.root, deck.slug, activity.picture))
