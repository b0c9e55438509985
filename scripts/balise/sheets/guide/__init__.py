"""The facilitator's guide on paper: everything to prepare, say, expect and follow up, in the order it is needed."""

from __future__ import annotations

from collections.abc import Iterator

from balise.messages import message
from balise.model import Module
from balise.plan import Audience
from balise.sheet import Desk, Draft
from balise.sheets.guide.session import activities
from balise.sheets.guide.setting import after, before, brief, cuts, disclosure, references, timetable

ORDER = "80"
LABEL = message("Guide de l'intervenant")
AUDIENCE: Audience = "facilitator"
NEAR = True
VARIANTS = ("large",)


def module_drafts(desk: Desk, slug: str, module: Module) -> Iterator[Draft]:
    """Yield the guide of a module."""
    to = desk.setter(module)
    blocks = [
        *brief(to, module),
        *timetable(desk.local, to, module),
        *cuts(to, module),
        *before(to, module),
        *disclosure(to, module),
        *activities(desk.local, to, module),
        *after(to, module),
        *references(desk.local, to, slug, module),
    ]
    yield Draft("guide", module.title, to, blocks, extra={"contents": to.text(message("Dans ce guide"))})
