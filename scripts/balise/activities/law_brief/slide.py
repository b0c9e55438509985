"""The law in a room: plain words, how it is cited, what an adult risks, and always the rule for minors."""

from __future__ import annotations

from typing import cast

from balise.activities.law_brief import LawBrief
from balise.law_slides import law_slides, minors_slides
from balise.slides import Slide
from balise.stage import Stage
from balise.views import ActivityView


def slides(view: ActivityView, on: Stage) -> list[Slide]:
    """Return each law with its penalties, the rule for minors, the questions, then what to remember."""
    activity = cast(LawBrief, view.activity)
    laws = view.refers["laws"]
    return [
        *on.words("intro", [activity.intro]),
        *(slide for one in laws for slide in law_slides(on, one, activity.shown(one))),
        *(minors_slides(on) if any(one.penalties for one in laws) else []),
        *on.asks("question", activity.questions),
        *on.remember(activity.key_points),
    ]
