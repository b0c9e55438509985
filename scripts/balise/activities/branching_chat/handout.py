"""A conversation is a booklet of its own."""

from __future__ import annotations

from typing import cast

from balise import paper
from balise.activities.branching_chat import BranchingChat
from balise.messages import message
from balise.model import Module
from balise.paper import Block, Inline
from balise.typesetter import Typesetter
from balise.views import ActivityView

ENDINGS = {"out": message("La personne s'en sort"), "not_too_late": message("Il n'est pas trop tard")}


def handout(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return nothing for the worksheet."""
    return []


def guide(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return the signs to notice and where each way ends, by the numbers of the booklet."""
    activity = cast(BranchingChat, view.activity)
    signs = [_numbered(to, number, one.sign) for number, one in enumerate(activity.nodes, 1) if one.sign]
    ends = [
        [
            paper.para([paper.strong([*to.number(str(number)), " · ", *to.text(ENDINGS[one.ending])])]),
            *to.md(one.debrief),
        ]
        for number, one in enumerate(activity.nodes, 1)
        if one.ending and one.debrief
    ]
    label = paper.para(to.text(message("Signes à remarquer, par numéro du livret")), "label")
    noticed = [label, paper.bullets(signs)] if signs else []
    return [*to.md(activity.intro), *noticed, paper.para(to.text(message("Les fins")), "label"), paper.bullets(ends)]


def _numbered(to: Typesetter, number: int, words: str) -> Inline:
    return [paper.strong(to.number(str(number))), " · ", *to.inline(words)]
