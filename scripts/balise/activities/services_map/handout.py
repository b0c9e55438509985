"""Services on paper: what each is for, and situations to place on the map."""

from __future__ import annotations

from typing import cast

from balise import paper
from balise.activities.services_map import ServicesMap
from balise.messages import message
from balise.model import Module
from balise.paper import Block
from balise.sheet_parts import key_points, prompts, service_line
from balise.typesetter import Typesetter
from balise.views import ActivityView


def handout(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:
    """Return the services, then a line to write on for each situation, where it has both. Answers are in the guide."""
    activity = cast(ServicesMap, view.activity)
    services = [service_line(to, service, module) for service in view.refers["services"]]
    situations = [situation.text for situation in activity.situations]
    return [
        *to.md(activity.intro),
        *([paper.bullets(services)] if services else []),
        *([paper.para(to.text(message("Vers qui se tourner ?")), "label")] if situations else []),
        *prompts(to, situations, lines=1),
        *key_points(to, activity.key_points),
    ]


def guide(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return the services to turn to in each situation, and why."""
    activity = cast(ServicesMap, view.activity)
    known = to.local.registry.entries["service"]
    rows = []
    for one in activity.situations:
        named = [to.text(known[name].label) for name in (one.best, *one.also)]
        for name in (one.best, *one.also):
            to.cite("service", name)
        also = [run for words in named[1:] for run in (", ", *words)]
        rows.append([to.inline(one.text), [paper.strong(named[0]), *also], to.inline(one.why)])
    head = [to.text(message("Situation")), to.text(message("D'abord, puis")), to.text(message("Pourquoi"))]
    return [*to.md(activity.intro), paper.table(head, rows, (3, 1.6, 4)), *key_points(to, activity.key_points)]
