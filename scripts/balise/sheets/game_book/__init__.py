"""A conversation to steer, on paper: a booklet of numbers, where each answer says which number to go to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from balise import paper
from balise.activities.branching_chat import BranchingChat, Node, Speaker
from balise.messages import message
from balise.model import Module
from balise.paper import Block, Inline
from balise.plan import Audience
from balise.sheet import Desk, Draft
from balise.sheet_parts import COLON, help_note
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
    how = message("Lis chaque numéro, choisis une réponse, puis va au numéro indiqué.")
    return [
        paper.note(to.text(message("À lire d'abord")), note),
        *to.md(chat.intro),
        paper.para(to.text(message("Conversation inventée : personne n'existe vraiment.")), "small"),
        paper.bullets(
            [
                _person(to, to.text(message("Tu joues {name}"), name=chat.learner.name), chat.learner),
                _person(to, to.text(message("En face : {name}"), name=chat.other.name), chat.other),
            ]
        ),
        paper.para([paper.strong(to.text(how))]),
        paper.para(to.text(message("En route, cherche les signes d'alerte : leur liste est à la fin.")), "small"),
    ]


def _person(to: Typesetter, named: Inline, person: Speaker) -> Inline:
    return [paper.strong(named), paper.line_break(), *to.text(person.about)]


def _story(to: Typesetter, view: ActivityView) -> list[Block]:
    """Return the numbers, none of them cut by a page."""
    chat = cast(BranchingChat, view.activity)
    return [
        paper.keep([paper.heading(2, [str(view.number(node.id))]), *_moment(to, view, node, chat.other)])
        for node in chat.nodes
    ]


def _moment(to: Typesetter, view: ActivityView, node: Node, other: Speaker) -> list[Block]:
    who: Inline = [*to.text(other.name), *to.text(COLON)]
    said = [paper.message([] if number else who, to.text(words)) for number, words in enumerate(node.says)]
    replies: list[Inline] = [
        [
            *to.text(reply.text),
            paper.line_break(),
            paper.strong(to.text(message("va au {n}"), n=view.number(reply.to))),
        ]
        for reply in node.replies
    ]
    return [
        *(to.md(node.narration) if node.narration else []),
        *([paper.messages(said)] if said else []),
        *([paper.bullets(replies)] if replies else []),
        *_ending(to, node),
    ]


def _ending(to: Typesetter, node: Node) -> list[Block]:
    if not node.ending:
        return []
    out, not_too_late = message("Tu as trouvé une issue."), message("Il n'est pas trop tard.")
    return [
        paper.para(to.text(out if node.ending == "out" else not_too_late), "label"),
        *(to.md(node.debrief) if node.debrief else []),
        paper.para(to.text(message("Trouver de l'aide : à la fin du livret.")), "small"),
    ]


def _signs(to: Typesetter, view: ActivityView) -> list[Block]:
    """Return the warning signs by number, at the end: the reader looks for them first."""
    chat = cast(BranchingChat, view.activity)
    rows: list[list[Inline]] = [[[str(view.number(node.id))], to.inline(node.sign)] for node in chat.nodes if node.sign]
    if not rows:
        return []
    head = [to.text(message("Numéro")), to.text(message("Le signe"))]
    return [paper.heading(2, to.text(message("Les signes à repérer"))), paper.table(head, rows, [1, 6])]
