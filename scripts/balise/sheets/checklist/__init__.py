"""What to do before, during and after a session: boxes to tick, for whoever leads it and for the second adult."""

from __future__ import annotations

from collections.abc import Iterator

from balise.deliveries import Delivery, deliveries
from balise.messages import message
from balise.model import Module
from balise.paper import Block, words_of
from balise.plan import Audience
from balise.sheet import Desk, Draft
from balise.sheets.checklist.moments import after, before, during

ORDER = "84"
LABEL = message("Liste à cocher")
AUDIENCE: Audience = "facilitator"
EDITABLE = True
TWO_PAGES = 6500
"""Letters that fit two pages at the usual size; more are set a little smaller."""


def module_drafts(desk: Desk, slug: str, module: Module) -> Iterator[Draft]:  # noqa: ARG001  the slug is for others
    """Yield the list of a module, and one more for each other setting it is delivered in."""
    for setting, ways in _by_setting(module).items():
        to = desk.setter(module)
        blocks = [*before(to, module), *during(to, module, setting, ways), *after(to, module)]
        tail = "" if setting == module.settings[0] else f"-{setting}"
        extra = {"letters": [_longest(one) for one in blocks], "close": len(words_of(blocks)) > TWO_PAGES}
        yield Draft(f"checklist{tail}", module.title, to, blocks, extra=extra)


def _longest(block: Block) -> int:
    """Return how many letters the longest item of a list has: short ones stand in two columns."""
    return max((len(words_of(one)) for one in block.get("items", ())), default=0)


def _by_setting(module: Module) -> dict[str, list[Delivery]]:
    """Return the sessions of a module by setting, those that last the same once."""
    found: dict[str, list[Delivery]] = {}
    for one in deliveries(module):
        known = found.setdefault(one.setting, [])
        if not one.quiz and one.steps not in [other.steps for other in known]:
            known.append(one)
    return {setting: sorted(ways, key=lambda one: -one.duration) for setting, ways in found.items()}
