"""Cards of numbers the size of a bank card, to cut out. A card found in a pocket tells nothing about who keeps it."""

from __future__ import annotations

from collections.abc import Iterator

from balise.lifelines import TITLE, lifelines, longest
from balise.messages import message
from balise.plan import Audience
from balise.sheet import Desk, Draft

ORDER = "82"
LABEL = message("Cartes à glisser dans une poche")
AUDIENCE: Audience = "site"
BESIDE_CODE, ALONE = 2, 3
"""As many helplines as leave their numbers large, with a code to scan and without."""


def course_drafts(desk: Desk) -> Iterator[Draft]:
    """Yield the page of cards."""
    to = desk.setter()
    known = lifelines(desk, to, "child", BESIDE_CODE if desk.publisher.base else ALONE)
    if not known["emergency"] and not known["helplines"]:
        return
    extra = {
        **known,
        "name": to.text(TITLE),
        "urgent": to.text(message("Urgence")),
        "at": longest(known["helplines"], "hours"),
    }
    yield Draft("wallet-cards", TITLE, to, extra=extra)
