"""A story in a room: told in steps, with a stop at each question."""

from __future__ import annotations

from typing import cast

from balise import paper
from balise.activities.scenario import Scenario
from balise.messages import message
from balise.sheet_parts import COLON
from balise.slides import Slide
from balise.stage import Stage
from balise.views import ActivityView

HELPS = 3
"""Ways out that stay when time is short."""


def slides(view: ActivityView, on: Stage) -> list[Slide]:
    """Return who is in it, what happens, the stops, and what can help."""
    activity, to = cast(Scenario, view.activity), on.to
    people = [[paper.strong(to.text(one.name)), *to.text(COLON), *to.text(one.about)] for one in activity.people]
    invented = to.text(message("Histoire inventée : personne n'existe vraiment."))
    return [
        *on.listed("people", people, foot=invented),
        *on.each("story", activity.story, foot=invented),
        *on.asks("question", activity.questions),
        *on.each("way-out", activity.ways_out, to.text(message("Ce qui peut aider")), core=HELPS),
    ]
