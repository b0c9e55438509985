"""The statements of a debate on foot, in type large enough to read aloud standing."""

from __future__ import annotations

from collections.abc import Iterator

from balise import paper
from balise.activities.moving_debate import MovingDebate
from balise.messages import message
from balise.model import Module
from balise.paper import Block
from balise.plan import Audience
from balise.sheet import Desk, Draft
from balise.typesetter import Typesetter
from balise.views import activity_views

ORDER = "37"
LABEL = message("Affirmations du débat, à lire à voix haute")
AUDIENCE: Audience = "facilitator"


def module_drafts(desk: Desk, slug: str, module: Module) -> Iterator[Draft]:  # noqa: ARG001  the slug is for others
    """Yield the statements of each debate of a module."""
    for lesson in module.lessons:
        for view in activity_views(desk.local, module, lesson):
            if isinstance(view.activity, MovingDebate):
                to = desk.setter(module)
                yield Draft(f"statements-{view.activity.id}", view.activity.title, to, _statements(to, view.activity))


def _statements(to: Typesetter, debate: MovingDebate) -> list[Block]:
    return [paper.keep([paper.steps([to.text(one.text)], number)]) for number, one in enumerate(debate.statements, 1)]
