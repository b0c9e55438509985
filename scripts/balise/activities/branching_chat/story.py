"""A conversation to steer, in words: its people, its numbers, and the signs to notice.

The booklet and the plain page show the same; only how one goes to a number differs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from balise import paper
from balise.activities.branching_chat import BranchingChat, Node
from balise.messages import message
from balise.paper import Block, Inline
from balise.sheet_parts import COLON
from balise.typesetter import Typesetter
from balise.views import ActivityView

HOW = message("Lis chaque numéro, choisis une réponse, puis va au numéro indiqué.")
INVENTED = message("Conversation inventée : personne n'existe vraiment.")
Goes = Callable[[int], Inline]


def people(to: Typesetter, chat: BranchingChat) -> Block:
    """Return whom the reader plays, and who is on the other side."""
    named = (
        (to.text(message("Tu joues {name}"), name=chat.learner.name), chat.learner),
        (to.text(message("En face : {name}"), name=chat.other.name), chat.other),
    )
    return paper.bullets([[paper.strong(name), paper.line_break(), *to.text(one.about)] for name, one in named])


def goes_to(to: Typesetter) -> Goes:
    """Return what says, after an answer, which number to go to."""
    return lambda number: to.text(message("va au {n}"), n=number)


def moment(to: Typesetter, view: ActivityView, node: Node, goes: Goes) -> list[Block]:
    """Return what is under a number: what is said, and what can be answered."""
    chat = cast(BranchingChat, view.activity)
    who: Inline = [*to.text(chat.other.name), *to.text(COLON)]
    said = [paper.message([] if number else who, to.text(words)) for number, words in enumerate(node.says)]
    replies: list[Inline] = [
        [*to.text(reply.text), paper.line_break(), paper.strong(goes(view.number(reply.to)))] for reply in node.replies
    ]
    return [
        *(to.md(node.narration) if node.narration else []),
        *([paper.messages(said)] if said else []),
        *([paper.bullets(replies)] if replies else []),
    ]


def ending(to: Typesetter, node: Node) -> list[Block]:
    """Return how a way ends, under the number it ends at."""
    if not node.ending:
        return []
    out, not_too_late = message("Tu as trouvé une issue."), message("Il n'est pas trop tard.")
    return [
        paper.para(to.text(out if node.ending == "out" else not_too_late), "label"),
        *(to.md(node.debrief) if node.debrief else []),
    ]


def signs(to: Typesetter, view: ActivityView) -> list[Block]:
    """Return the warning signs by number."""
    chat = cast(BranchingChat, view.activity)
    rows: list[list[Inline]] = [[[str(view.number(node.id))], to.inline(node.sign)] for node in chat.nodes if node.sign]
    if not rows:
        return []
    head = [to.text(message("Numéro")), to.text(message("Le signe"))]
    return [paper.table(head, rows, [1, 6])]
