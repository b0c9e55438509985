"""A conversation in a room: the class votes for each reply, and the deck goes where the vote leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from balise import paper
from balise.activities.branching_chat import BranchingChat, Node
from balise.activities.branching_chat.handout import ENDINGS
from balise.messages import message
from balise.paper import Inline, words_of
from balise.sentences import merged, pieces, shared
from balise.slides import Ballot, Slide, continued, slide_id
from balise.stage import Stage, letters
from balise.views import ActivityView

MOMENT = message("Moment {n}")
REPLY = message("Moment {n} : que répondre ?")
END = message("Moment {n} : la fin")
SIGN = message("Le signe à remarquer")
AFTER = "after"
"""What no slide is called: after an ending the deck goes past the whole conversation."""


def slides(view: ActivityView, on: Stage) -> list[Slide]:
    """Return the situation, the two people, then every moment in the order of the booklet."""
    chat, to = cast(BranchingChat, view.activity), on.to
    people = (
        (message("Tu joues {name}"), chat.learner),
        (message("En face : {name}"), chat.other),
    )
    invented = to.text(message("Conversation inventée : personne n'existe vraiment."))
    told: list[Inline] = [
        [paper.strong(to.text(words, name=one.name)), paper.line_break(), *to.text(one.about)] for words, one in people
    ]
    moments = (slide for number, node in enumerate(chat.nodes, 1) for slide in _moment(chat, node, number, on))
    return [*on.words("intro", [chat.intro], foot=invented), *on.listed("people", told, foot=invented), *moments]


def _moment(chat: BranchingChat, node: Node, number: int, on: Stage) -> Iterator[Slide]:
    to, name = on.to, _name(node)
    title = to.text(MOMENT, n=number)
    if node.narration:
        yield from on.words(slide_id(name, "told"), [node.narration], title)
    yield from _messages(chat, node, title, on)
    if node.sign:
        # A way leads to the first slide of a moment: that one stays.
        yield from on.words(slide_id(name, "sign"), [node.sign], to.text(SIGN), core=not (node.narration or node.says))
    yield from _ending(node, number, on) if node.ending else _vote(chat, node, number, on)


def _messages(chat: BranchingChat, node: Node, title: Inline, on: Stage) -> Iterator[Slide]:
    """Yield the messages received, as many a slide as fit; a long one goes on on the next."""
    to = on.to
    who = to.text(chat.other.name)
    most = on.room(title) - len(words_of(who).split())
    said = [paper.message([], to.text(merged(part))) for part in pieces(node.says, most, on.count)]
    groups = shared(said, [len(words_of([one]).split()) for one in said], most)
    for number, (first, *others) in enumerate(groups, 1):
        group = [{**first, "who": who}, *others]  # the same person goes on
        slide = on.slide(slide_id(_name(node), "said"), "words", [paper.messages(group)], title)
        yield continued(slide, number)


def _vote(chat: BranchingChat, node: Node, number: int, on: Stage) -> list[Slide]:
    """Return the vote. Whoever goes on without one goes forward, so that every way ends."""
    to, places = on.to, {one.id: place for place, one in enumerate(chat.nodes, 1)}
    ballots = [
        Ballot(letters(place), to.text(one.text), leads=_first(on, chat, one.to))
        for place, one in enumerate(node.replies)
    ]
    ahead = sorted(places[one.to] for one in node.replies if places.get(one.to, 0) > number)
    follows = _first(on, chat, chat.nodes[ahead[0] - 1].id) if ahead else ballots[0].leads
    made = on.vote(_name(node), "", ballots, to.text(REPLY, n=number))
    return [*made[:-1], replace(made[-1], follows=follows)]


def _ending(node: Node, number: int, on: Stage) -> list[Slide]:
    """Return how it ends, then what to think of it, past which the activity is over."""
    to = on.to
    said = to.text(ENDINGS[node.ending or "out"])
    end = on.slide(slide_id(_name(node), "end"), "end", [paper.para(said, "lead")], to.text(END, n=number))
    debrief = on.words(slide_id(_name(node), "debrief"), [node.debrief], said) if node.debrief else []
    made = [end, *debrief]
    return [*made[:-1], replace(made[-1], follows=slide_id(on.activity, AFTER))]


def _name(node: Node) -> str:
    return f"node-{node.id}"


def _first(on: Stage, chat: BranchingChat, target: str) -> str:
    """Return the id of the first slide of a moment."""
    node = next((one for one in chat.nodes if one.id == target), None)
    if node is None:
        return ""
    parts = (("told", node.narration), ("said", node.says), ("sign", node.sign), ("end", node.ending), ("vote", True))
    return slide_id(on.activity, _name(node), next(name for name, there in parts if there))
