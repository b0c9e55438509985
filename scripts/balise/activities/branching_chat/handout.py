"""A conversation is a booklet of its own; on a plain page, one goes from number to number by links."""

from __future__ import annotations

from typing import cast

from balise import paper
from balise.activities.branching_chat import BranchingChat
from balise.activities.branching_chat.story import HOW, INVENTED, Goes, ending, goes_to, moment, people, signs
from balise.messages import message
from balise.model import Module
from balise.paper import Block, Inline
from balise.typesetter import Typesetter
from balise.views import ActivityView

ENDINGS = {"out": message("La personne s'en sort"), "not_too_late": message("Il n'est pas trop tard")}


def handout(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return nothing for the worksheet."""
    return []


def page(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return the whole conversation, its signs last: the reader looks for them first."""
    chat = cast(BranchingChat, view.activity)
    numbers: list[Block] = []
    for number, node in enumerate(chat.nodes, 1):
        heading = {**paper.heading(3, [str(number)]), "anchor": _anchor(view, number)}
        numbers += [heading, *moment(to, view, node, _goes(view, to)), *ending(to, node)]
    found = signs(to, view)
    title = paper.heading(3, to.text(message("Les signes à repérer")))
    return [
        *to.md(chat.intro),
        paper.para(to.text(INVENTED), "small"),
        people(to, chat),
        paper.para([paper.strong(to.text(HOW))]),
        *numbers,
        *([title, *found] if found else []),
    ]


def _anchor(view: ActivityView, number: int) -> str:
    return f"n-{view.activity.id}-{number}"


def _goes(view: ActivityView, to: Typesetter) -> Goes:
    """Return what leads to a number."""
    said = goes_to(to)
    return lambda number: [paper.link(said(number), f"#{_anchor(view, number)}")]


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
