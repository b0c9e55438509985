"""The law on paper: what it says, with the rule for minors wherever a penalty is shown."""

from __future__ import annotations

from typing import cast

from balise.activities.law_brief import LawBrief
from balise.model import Module
from balise.paper import Block
from balise.sheet_parts import key_points, law, minors, prompts
from balise.typesetter import Typesetter
from balise.views import ActivityView


def handout(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return the laws, their penalties, the rule for minors, and the questions."""
    activity = cast(LawBrief, view.activity)
    laws = view.refers["laws"]
    return [
        *to.md(activity.intro),
        *(block for one in laws for block in law(to, one, activity.shown(one))),
        *(minors(to) if any(one.penalties for one in laws) else []),
        *prompts(to, activity.questions),
        *key_points(to, activity.key_points),
    ]
