"""The plan a learner writes and keeps: no name on it, and nobody collects it."""

from __future__ import annotations

from collections.abc import Iterator

from balise import paper
from balise.activities.plan import Plan, Slot
from balise.messages import message
from balise.model import Module
from balise.paper import Block
from balise.plan import Audience
from balise.sheet import Desk, Draft
from balise.sheet_parts import help_note
from balise.typesetter import Typesetter

ORDER = "55"
LABEL = message("Plan à garder pour soi")
AUDIENCE: Audience = "pupil"
VARIANTS = ("large", "dyslexia", "ink")
KEPT = message("Pas de nom sur cette feuille. Personne ne la ramasse, personne ne la lit.")
MANY = 6
"""From so many lines to fill in, each is one line high: the plan stays on one side."""


def module_drafts(desk: Desk, slug: str, module: Module) -> Iterator[Draft]:  # noqa: ARG001  the slug is for others
    """Yield a sheet for each plan of a module."""
    for lesson in module.lessons:
        for activity in lesson.activities:
            if isinstance(activity, Plan):
                to = desk.setter(module)
                blocks = [
                    paper.para([paper.strong(to.text(KEPT))], "lead"),
                    *to.md(activity.intro),
                    *(_slot(to, one, lines=1 if len(activity.slots) >= MANY else 2) for one in activity.slots),
                    *(to.md(activity.closing) if activity.closing else []),
                    *help_note(to, module),
                ]
                name = "own-plan" if len(module.lessons) == 1 else f"own-plan-{lesson.id}"
                yield Draft(name, activity.title, to, blocks)


def _slot(to: Typesetter, slot: Slot, *, lines: int) -> Block:
    """Return what to think of, an idea for whoever is stuck, and room to write."""
    hint = [paper.para(to.text(slot.hint), "small")] if slot.hint else []
    return paper.keep([paper.para(to.text(slot.label), "label"), *hint, paper.lines(lines)])
