"""A plan of one's own in a room: what it is for and its lines. What is written in them stays with who wrote it."""

from __future__ import annotations

from typing import cast

from balise.activities.plan import Plan
from balise.slides import Slide
from balise.stage import Stage
from balise.views import ActivityView


def slides(view: ActivityView, on: Stage) -> list[Slide]:
    """Return what it is for, its lines to write on, then what to do with it."""
    activity, to = cast(Plan, view.activity), on.to
    closing = on.words("closing", [activity.closing]) if activity.closing else []
    lines = [to.text(one.label) for one in activity.slots]
    return [*on.words("intro", [activity.intro]), *on.listed("slots", lines, speaks=True), *closing]
