"""A scenario on paper: who, what happens, questions to answer, what can help."""

from __future__ import annotations

from typing import cast

from balise import paper
from balise.activities.scenario import Scenario
from balise.messages import message
from balise.model import Module
from balise.paper import Block, Inline
from balise.sheet_parts import prompts
from balise.typesetter import Typesetter
from balise.views import ActivityView


def handout(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return the story, its questions with lines, and the ways out: the sheet may be read alone at home."""
    activity = cast(Scenario, view.activity)
    people = [
        [paper.strong(to.text(person.name)), *to.text(message(" : ")), *to.text(person.about)]
        for person in activity.people
    ]
    help_ = [paper.bullets([to.inline(way) for way in activity.ways_out])]
    services = view.refers["services"]
    if services:
        names: Inline = []
        for service in services:
            to.cite("service", service.id)
            names += [*([", "] if names else []), *to.text(service.short)]
        help_.append(paper.para([*to.text(message("Qui peut aider :")), " ", *names]))
    return [
        paper.para(to.text(message("Histoire inventée : personne n'existe vraiment.")), "small"),
        paper.bullets(people),
        *(block for one in activity.story for block in to.md(one)),
        *prompts(to, activity.questions),
        paper.note(to.text(message("Ce qui peut aider")), help_),
    ]


def guide(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return the story to read out, its questions, and what can help."""
    activity = cast(Scenario, view.activity)
    return [
        *(block for one in activity.story for block in to.md(one)),
        paper.para(to.text(message("Questions")), "label"),
        paper.steps([to.md(one) for one in activity.questions]),
        paper.para(to.text(message("Ce qui peut aider")), "label"),
        paper.bullets([to.md(way) for way in activity.ways_out]),
    ]
