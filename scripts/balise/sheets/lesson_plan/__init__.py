"""The session on one page: what a facilitator keeps on the table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from balise import paper
from balise.briefing import labelled, minutes, readers, settings, span, titled
from balise.groups import GROUPINGS, SERVICE_GROUPS
from balise.messages import message
from balise.model import Lesson, Module
from balise.paper import Block, Inline
from balise.parts import Activity
from balise.plan import Audience
from balise.registries.protocol import ProtocolStep
from balise.sheet import Desk, Draft
from balise.sheet_parts import COLON, joined
from balise.typesetter import Typesetter
from balise.views import activity_views

ORDER = "85"
LABEL = message("Fiche de séance")
AUDIENCE: Audience = "facilitator"
HEAD = (message("Minutes"), message("Activité"), message("En"), message("Pourquoi"))
WIDTHS = (1.15, 2.5, 1.5, 6.4)
RULES = 4
"""How many rules of the disclosure protocol, the first ones, fit beside the numbers."""


def module_drafts(desk: Desk, slug: str, module: Module) -> Iterator[Draft]:  # noqa: ARG001  the slug is for others
    """Yield the one-page plan of a module."""
    to = desk.setter(module)
    plan = [block for lesson in module.lessons for block in _plan(desk, to, module, lesson)]
    extra: dict[str, Any] = {
        "facts": joined([readers(to, module), minutes(to, module.duration), settings(to, module)]),
        "top": [_goals(to, module), _materials(to, module)],
        "plan": plan,
        "bottom": [_said_first(to, module), _disclosure(to, module)],
        "after": titled(to, message("Après la séance"), _list(to, module.follow_up)),
        "at": "follow_up/0" if module.follow_up else "content_note",
    }
    yield Draft("plan", module.title, to, extra=extra)


def _list(to: Typesetter, items: tuple[str, ...]) -> list[Block]:
    return [paper.bullets([to.md(one) for one in items])] if items else []


def _goals(to: Typesetter, module: Module) -> list[Block]:
    return titled(to, message("Objectifs"), [paper.bullets([to.text(one.text) for one in module.objectives])])


def _materials(to: Typesetter, module: Module) -> list[Block]:
    items = [to.text(one) for one in module.materials]
    return titled(to, message("Matériel"), [paper.bullets(items)] if items else [])


def _plan(desk: Desk, to: Typesetter, module: Module, lesson: Lesson) -> list[Block]:
    """Return the table of a lesson, under its title where there are several."""
    rows = [
        [
            span(to, view.start, view.activity.duration),
            [paper.strong(to.text(view.activity.title))],
            to.text(GROUPINGS[view.activity.grouping]),
            _purpose(to, view.activity),
        ]
        for view in activity_views(desk.local, module, lesson)
    ]
    table = paper.table([to.text(one) for one in HEAD], rows, WIDTHS)
    return titled(to, lesson.title, [table]) if len(module.lessons) > 1 else [table]


def _purpose(to: Typesetter, activity: Activity) -> Inline:
    """Return why an activity is here, or else how it begins."""
    return to.inline(activity.facilitator.purpose or activity.facilitator.steps[0])


def _said_first(to: Typesetter, module: Module) -> list[Block]:
    return titled(to, message("À lire aux élèves avant de commencer"), to.md(module.content_note))


def _disclosure(to: Typesetter, module: Module) -> list[Block]:
    """Return what to do when a pupil confides, and the number to call for each need."""
    rules = to.local.registry.of(ProtocolStep)[:RULES]
    called = labelled(to, message("Vers qui se tourner"), _numbers(to, module))
    told: list[Block] = [paper.bullets([to.text(one.title) for one in rules]), paper.para(called)]
    return titled(to, message("Si un élève se confie"), told)


def _numbers(to: Typesetter, module: Module) -> Inline:
    """Return the services of the module by what they are for, in the fewest words."""
    needs: dict[str, list[Inline]] = {}
    for service in to.local.services(module.services):
        if service.contacts:
            to.cite("service", service.id)
            needs.setdefault(service.group, []).append([paper.strong(to.text(service.short))])
    said = [[*to.text(SERVICE_GROUPS[need]), *to.text(COLON), *joined(names, ", ")] for need, names in needs.items()]
    return joined(said)
