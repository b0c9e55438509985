"""The law on paper: what it says, with the rule for minors wherever a penalty is shown."""

from __future__ import annotations

from typing import cast

from balise import paper
from balise.activities.law_brief import LawBrief
from balise.messages import message
from balise.model import Module
from balise.paper import Block, Inline
from balise.sheet_parts import COLON, key_points, law, minors, prompts
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


def guide(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return each law in short, its most usual penalty, and the rule for minors where there is one."""
    activity = cast(LawBrief, view.activity)
    laws = view.refers["laws"]
    brief = []
    for one in laws:
        to.cite("law", one.id)
        words: Inline = [paper.strong(to.text(one.title)), " (", *to.text(one.reference), ")"]
        risk = [[*words, *to.text(COLON), *to.text(to.local.penalty(case))] for case in activity.shown(one)[:1]]
        brief.append(risk[0] if risk else words)
    asked = [paper.para(to.text(message("Questions")), "label"), paper.steps([to.md(q) for q in activity.questions])]
    return [
        *to.md(activity.intro),
        paper.bullets(brief),
        *(minors(to) if any(one.penalties for one in laws) else []),
        *(asked if activity.questions else []),
        *key_points(to, activity.key_points),
    ]
