"""Signs for the walls of a debate on foot: one position a page, as large as fits, told apart by dots as well."""

from __future__ import annotations

from collections.abc import Iterator

from balise.activities.moving_debate import MovingDebate
from balise.cutouts import path_of
from balise.messages import message
from balise.model import Module
from balise.plan import Audience
from balise.sheet import Desk, Draft
from balise.views import activity_views

ORDER = "36"
LABEL = message("Panneaux du débat mouvant (A3)")
AUDIENCE: Audience = "facilitator"


def module_drafts(desk: Desk, slug: str, module: Module) -> Iterator[Draft]:  # noqa: ARG001  the slug is for others
    """Yield the signs of each debate of a module."""
    for lesson in module.lessons:
        for view in activity_views(desk.local, module, lesson):
            if isinstance(view.activity, MovingDebate):
                to, at = desk.setter(module), path_of(lesson, view)
                signs = [
                    {"c": to.text(words), "at": f"{at}/positions/{index}"}
                    for index, words in enumerate(view.activity.positions)
                ]
                yield Draft(f"signs-{view.activity.id}", view.activity.title, to, extra={"signs": signs})
