"""A discussion on paper: its questions, with room for notes."""

from __future__ import annotations

from typing import cast

from balise import paper
from balise.activities.discussion import Discussion
from balise.messages import message
from balise.model import Module
from balise.paper import Block
from balise.sheet_parts import key_points, prompts
from balise.typesetter import Typesetter
from balise.views import ActivityView


def handout(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return the questions, each with two lines, and the key points."""
    activity = cast(Discussion, view.activity)
    intro = to.md(activity.intro) if activity.intro else []
    return [*intro, *prompts(to, activity.prompts, lines=2), *key_points(to, activity.key_points)]


def guide(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return the questions, and what to end on."""
    activity = cast(Discussion, view.activity)
    intro = to.md(activity.intro) if activity.intro else []
    asked = [paper.para(to.text(message("Questions")), "label"), paper.steps([to.md(one) for one in activity.prompts])]
    return [*intro, *asked, *key_points(to, activity.key_points)]
