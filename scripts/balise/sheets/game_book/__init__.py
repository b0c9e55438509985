"""A conversation to steer, on paper: a booklet of numbers, where each answer says which number to go to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from balise import paper
from balise.activities.branching_chat import BranchingChat, Node
from balise.activities.branching_chat.story import HOW, INVENTED, ending, goes_to, moment, people, signs
from balise.messages import message
from balise.model import Module
from balise.paper import Block
from balise.plan import Audience
from balise.sheet import Desk, Draft
from balise.sheet_parts import help_note
from balise.typesetter import Typesetter
from balise.views import ActivityView, activity_views

ORDER = "33"
LABEL = message("Livret dont on choisit la suite")
AUDIENCE: Audience = "pupil"
VARIANTS = ("large", "dyslexia", "ink")


def module_drafts(desk: Desk, slug: str, module: Module) -> Iterator[Draft]:  # noqa: ARG001  the slug is for others
    """Yield a booklet for each conversation of a module."""
    for lesson in module.lessons:
        for view in activity_views(desk.local, module, lesson):
            if isinstance(view.activity, BranchingChat):
                to = desk.setter(module)
                before, story, signs = _before(to, view, module), _story(to, view), _signs(to, view)
                parts = [len(before), len(before) + len(story), len(before) + len(story) + len(signs)]
                yield Draft(
                    f"book-{view.activity.id}",
                    view.activity.title,
                    to,
                    [*before, *story, *signs, *help_note(to, module)],
                    extra={"parts": parts},
                )


def _before(to: Typesetter, view: ActivityView, module: Module) -> list[Block]:
    """Return what is read before the first number."""
    chat = cast(BranchingChat, view.activity)
    note = [*to.md(module.content_note), *(to.md(chat.sensitive) if chat.sensitive else [])]
    return [
        paper.note(to.text(message("À lire d'abord")), note),
        *to.md(chat.intro),
        paper.para(to.text(INVENTED), "small"),
        people(to, chat),
        paper.para([paper.strong(to.text(HOW))]),
        paper.para(to.text(message("En route, cherche les signes d'alerte : leur liste est à la fin.")), "small"),
    ]


def _story(to: Typesetter, view: ActivityView) -> list[Block]:
    """Return the numbers, none of them cut by a page."""
    chat = cast(BranchingChat, view.activity)
    return [
        paper.keep(
            [
                paper.heading(2, [str(view.number(node.id))]),
                *moment(to, view, node, goes_to(to)),
                *_ending(to, node),
            ]
        )
        for node in chat.nodes
    ]


def _ending(to: Typesetter, node: Node) -> list[Block]:
    where = message("Trouver de l'aide : à la fin du livret.")
    return [*ending(to, node), paper.para(to.text(where), "small")] if node.ending else []


def _signs(to: Typesetter, view: ActivityView) -> list[Block]:
    """Return the warning signs by number, at the end: the reader looks for them first."""
    found = signs(to, view)
    return [paper.heading(2, to.text(message("Les signes à repérer"))), *found] if found else []
