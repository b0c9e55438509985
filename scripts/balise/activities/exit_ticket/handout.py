"""An exit ticket is a slip of its own, without a name: never on a sheet that bears one."""

from __future__ import annotations

from typing import cast

from balise import paper
from balise.activities.exit_ticket import ExitTicket
from balise.messages import message
from balise.model import Module
from balise.paper import Block
from balise.typesetter import Typesetter
from balise.views import ActivityView


def handout(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return nothing for the worksheet."""
    return []


def guide(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return what the slips ask, and the last words of the session."""
    activity = cast(ExitTicket, view.activity)
    asked = paper.steps([to.text(one.text) for one in activity.questions])
    closing = to.md(activity.closing) if activity.closing else []
    last = [paper.para(to.text(message("Pour finir")), "label"), *closing] if closing else []
    return [*to.md(activity.intro), asked, *last]
