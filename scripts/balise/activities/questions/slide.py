"""A time for questions in a room: how to ask on the screen, the questions to expect in the notes alone."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from balise.activities.questions import Questions
from balise.deck_notes import answered
from balise.messages import message
from balise.paper import Block
from balise.slides import Slide
from balise.stage import Stage
from balise.views import ActivityView


def slides(view: ActivityView, on: Stage) -> list[Slide]:
    """Return how questions are asked, then what to remember."""
    activity = cast(Questions, view.activity)
    intro = on.words("intro", [activity.intro])
    # The last slide of how to ask stays on the screen while the room asks.
    intro[-1] = replace(intro[-1], look="question", notes=_expected(activity, on))
    return [*intro, *on.remember(activity.key_points)]


def _expected(activity: Questions, on: Stage) -> list[Block]:
    said = [(one.ask, one.answer) for one in activity.questions]
    return answered(on.to, message("Questions à prévoir"), said)
