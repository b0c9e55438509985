"""A last word before leaving, in a room: what the slip asks, and the last words of the session."""

from __future__ import annotations

from typing import cast

from balise.activities.exit_ticket import ExitTicket
from balise.markup import escaped
from balise.slides import Slide, slide_id
from balise.stage import ASKED, Stage
from balise.views import ActivityView


def slides(view: ActivityView, on: Stage) -> list[Slide]:
    """Return what the slip is for, its questions, then the last words."""
    activity = cast(ExitTicket, view.activity)
    closing = on.words("closing", [activity.closing], look="end") if activity.closing else []
    asked = [
        slide
        for number, one in enumerate(activity.questions, 1)
        for slide in on.words(
            slide_id("question", one.id), [escaped(one.text)], look="question", core=number <= ASKED, speaks=True
        )
    ]
    return [*on.words("intro", [activity.intro]), *asked, *closing]
