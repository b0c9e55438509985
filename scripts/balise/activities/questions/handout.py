"""A time for questions, on paper: how to ask, and a slip to write on."""

from __future__ import annotations

from typing import cast

from balise import paper
from balise.activities.questions import Questions
from balise.messages import message
from balise.model import Module
from balise.paper import Block
from balise.sheet_parts import key_points
from balise.typesetter import Typesetter
from balise.views import ActivityView


def handout(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return how to ask, and lines for a question."""
    activity = cast(Questions, view.activity)
    return [
        *to.md(activity.intro),
        paper.keep([paper.para(to.text(message("Ma question")), "label"), paper.lines(2)]),
        *key_points(to, activity.key_points),
    ]


def guide(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return the questions to expect, each kept with its answer."""
    activity = cast(Questions, view.activity)
    expected = [
        paper.keep([paper.para([paper.strong(to.text(one.ask))]), *to.md(one.answer)]) for one in activity.questions
    ]
    label = paper.para(to.text(message("Questions à prévoir")), "label")
    return [*to.md(activity.intro), label, *expected, *key_points(to, activity.key_points)]
