"""The poster of numbers for a corridor, in two sizes. Whoever reads it is seen reading it: no word on it tells why."""

from __future__ import annotations

from collections.abc import Iterator

from balise.lifelines import TITLE, lifelines, school
from balise.messages import message
from balise.plan import Audience
from balise.sheet import Desk, Draft
from balise.sheet_parts import CARE

ORDER = "80"
LABEL = message("Affiche")
AUDIENCE: Audience = "site"
NEAR = True
SIZES = {
    "help-poster": ("a4", LABEL),
    "help-poster-large": ("a3", message("Grande affiche")),
}


def course_drafts(desk: Desk) -> Iterator[Draft]:
    """Yield the poster in each size."""
    for name, (size, label) in SIZES.items():
        to = desk.setter()
        # Words for children are for every age: they are short, and shame nobody.
        known = lifelines(desk, to, "child")
        if not known["emergency"] and not known["helplines"]:
            return
        extra = {
            **known,
            "size": size,
            "question": to.text(message("Besoin d'aide ?")),
            "answer": to.text(message("Tu peux en parler.")),
            "care": to.text(CARE),
            "school": school(to, near=True),
        }
        yield Draft(name, TITLE, to, label=label, extra=extra)
