"""A conversation whose nodes cannot all be reached, or that leads nowhere.

## What it checks
Every `to` names a node; every node can be reached from the first; a node has either `replies` or an
`ending` with its `debrief`; every node has a path to an ending, and some path ends with `out`.

## Why
A learner who clicks into a void, in a story about somebody in danger, must not be left there.

## Example
    - id: start
      says: ["Salut !"]
      replies: [{text: "Qui es-tu ?", to: wo}]     # no node "wo"

## Instead
    - id: start
      says: ["Salut !"]
      replies: [{text: "Qui es-tu ?", to: who}]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from balise.activities.branching_chat import BranchingChat
from balise.checking import Finding, at
from balise.course import Course, Document
from balise.diagnostics import Severity, did_you_mean
from balise.load import Path_

ID = "chat-graph"
SEVERITY = Severity.ERROR


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield faults of every conversation."""
    for document in course.modules.values():
        assert document.module  # noqa: S101
        for path, activity in document.module.activities():
            if isinstance(activity, BranchingChat):
                yield from _nodes(document, path, activity)
                yield from _reach(document, path, activity)


def _nodes(document: Document, base: Path_, chat: BranchingChat) -> Iterator[Finding]:
    names = {node.id for node in chat.nodes}
    for index, node in enumerate(chat.nodes):
        path = (*base, "nodes", index)
        if bool(node.replies) == bool(node.ending):
            yield at(
                document,
                path,
                f'node "{node.id}" needs either replies or an ending',
                "add `replies:` or `ending: out`",
            )
        if node.ending and not node.debrief:
            yield at(
                document,
                path,
                f'the ending "{node.id}" has no debrief',
                "say what happened and what to do now in `debrief:`",
            )
        for row, reply in enumerate(node.replies):
            if reply.to not in names:
                where = (*path, "replies", row, "to")
                yield at(document, where, f'no node is called "{reply.to}"', did_you_mean(reply.to, names))


def _reach(document: Document, base: Path_, chat: BranchingChat) -> Iterator[Finding]:
    leads = {node.id: {reply.to for reply in node.replies} for node in chat.nodes}
    comes = {name: {other for other, targets in leads.items() if name in targets} for name in leads}
    seen = _closure({chat.nodes[0].id}, leads)
    ends = _closure({node.id for node in chat.nodes if node.ending}, comes)
    for index, node in enumerate(chat.nodes):
        where = (*base, "nodes", index, "id")
        if node.id not in seen:
            yield at(document, where, f'node "{node.id}" cannot be reached', "make a reply lead to it, or remove it")
        elif node.id not in ends and node.replies and leads[node.id] <= leads.keys():
            advice = "make a reply lead out of the circle"
            yield at(document, where, f'node "{node.id}" never comes to an ending', advice)
    if not any(node.ending == "out" and node.id in seen for node in chat.nodes):
        yield at(
            document, (*base, "nodes"), "no path of this conversation gets out", "add an ending with `ending: out`"
        )


def _closure(start: set[str], steps: dict[str, set[str]]) -> set[str]:
    """Return every node that can be reached from `start` by these steps."""
    seen: set[str] = set()
    waiting = list(start)
    while waiting:
        name = waiting.pop()
        if name in steps and name not in seen:
            seen.add(name)
            waiting += steps[name]
    return seen
