"""A plan is a sheet of its own, that nobody collects: never on a sheet that is handed in."""

from __future__ import annotations

from typing import cast

from balise import paper
from balise.activities.plan import Plan
from balise.messages import message
from balise.model import Module
from balise.paper import Block
from balise.typesetter import Typesetter
from balise.views import ActivityView


def handout(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return nothing for the worksheet."""
    return []


def guide(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return what the plan asks: the sheet itself is for nobody else to read."""
    activity = cast(Plan, view.activity)
    label = paper.para(to.text(message("Les lignes du plan")), "label")
    closing = to.md(activity.closing) if activity.closing else []
    return [*to.md(activity.intro), label, paper.bullets([to.text(one.label) for one in activity.slots]), *closing]
