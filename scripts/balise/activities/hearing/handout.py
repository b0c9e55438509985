"""A mock hearing on paper: the question, the seats and what each can say, room to prepare."""

from __future__ import annotations

from typing import cast

from balise import paper
from balise.activities.hearing import Hearing
from balise.messages import message
from balise.model import Module
from balise.paper import Block
from balise.sheet_parts import key_points
from balise.typesetter import Typesetter
from balise.views import ActivityView


def handout(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return the case, how it goes, the roles, and lines for one's own arguments."""
    activity = cast(Hearing, view.activity)
    roles = [
        paper.keep(
            [
                paper.heading(3, to.text(role.name)),
                *to.md(role.brief),
                paper.bullets([to.inline(one) for one in role.arguments]),
            ]
        )
        for role in activity.roles
    ]
    return [
        paper.para(to.text(message("Audience inventée : personne n'existe vraiment.")), "small"),
        *to.md(activity.question),
        *(block for one in activity.facts for block in to.md(one)),
        paper.para(to.text(message("Comment cela se passe")), "label"),
        paper.steps([to.text(step.text) for step in activity.procedure]),
        *roles,
        paper.keep([paper.para(to.text(message("Mes arguments")), "label"), paper.lines(5)]),
        *key_points(to, activity.key_points),
    ]


def guide(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return the case, how it goes, what each seat stands for."""
    activity = cast(Hearing, view.activity)
    roles = [[paper.para([paper.strong(to.text(role.name))]), *to.md(role.brief)] for role in activity.roles]
    return [
        *to.md(activity.question),
        *(block for one in activity.facts for block in to.md(one)),
        paper.para(to.text(message("Comment cela se passe")), "label"),
        paper.steps([to.text(step.text) for step in activity.procedure]),
        paper.para(to.text(message("Rôles")), "label"),
        paper.bullets(roles),
        *key_points(to, activity.key_points),
    ]
