"""A debate on foot, on paper: where one stood before and after."""

from __future__ import annotations

from typing import cast

from balise import paper
from balise.activities.moving_debate import MovingDebate
from balise.messages import message
from balise.model import Module
from balise.paper import Block
from balise.sheet_parts import key_points, ticks
from balise.typesetter import Typesetter
from balise.views import ActivityView


def handout(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return the statements with a box a position."""
    activity = cast(MovingDebate, view.activity)
    columns = [to.text(one) for one in activity.positions]
    table = ticks(to.text(message("Affirmation")), columns, [to.text(one.text) for one in activity.statements])
    return [*to.md(activity.intro), table, *key_points(to, activity.key_points)]


def guide(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return what each statement should bring out."""
    activity = cast(MovingDebate, view.activity)
    head = [to.text(message("Affirmation")), to.text(message("À faire émerger"))]
    rows = [[[paper.strong(to.text(one.text))], to.inline(one.bring_out)] for one in activity.statements]
    return [*to.md(activity.intro), paper.table(head, rows, (2, 3)), *key_points(to, activity.key_points)]
