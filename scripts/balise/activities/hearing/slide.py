"""A mock hearing in a room: what is to be decided, what is known, who speaks, and how it goes."""

from __future__ import annotations

from typing import cast

from balise import paper
from balise.activities.hearing import Hearing, Role
from balise.markup import escaped
from balise.messages import message
from balise.slides import Slide, slide_id
from balise.stage import Stage
from balise.views import ActivityView


def slides(view: ActivityView, on: Stage) -> list[Slide]:
    """Return the question, the facts, the roles and the steps, then what to remember."""
    activity, to = cast(Hearing, view.activity), on.to
    invented = to.text(message("Audience inventée : personne n'existe vraiment."))
    steps = [escaped(step.text) for step in activity.procedure]
    return [
        *on.words("decision", [activity.question], foot=invented),
        *on.each("fact", activity.facts, foot=invented),
        *(slide for role in activity.roles for slide in _role(role, on)),
        *on.points("procedure", steps, to.text(message("Comment cela se passe"))),
        *on.remember(activity.key_points),
    ]


def _role(role: Role, on: Stage) -> list[Slide]:
    """Return what a role stands for; what it can say is on its sheet, and in the notes."""
    to = on.to
    arguments = [paper.bullets([to.inline(one) for one in role.arguments])]
    return on.words(slide_id("role", role.id), [role.brief], to.text(role.name), notes=arguments)
