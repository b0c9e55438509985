"""A discussion in a room: a question a slide."""

from __future__ import annotations

from typing import cast

from balise.activities.discussion import Discussion
from balise.slides import Slide
from balise.stage import Stage
from balise.views import ActivityView


def slides(view: ActivityView, on: Stage) -> list[Slide]:
    """Return what starts it off, its questions, then what to remember."""
    activity = cast(Discussion, view.activity)
    intro = on.words("intro", [activity.intro]) if activity.intro else []
    return [*intro, *on.asks("prompt", activity.prompts), *on.remember(activity.key_points)]
