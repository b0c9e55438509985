"""A reading in a room: an idea a slide."""

from __future__ import annotations

from typing import cast

from balise.activities.reading import Reading
from balise.slides import Slide
from balise.stage import Stage
from balise.views import ActivityView


def slides(view: ActivityView, on: Stage) -> list[Slide]:
    """Return its paragraphs, then what to remember."""
    activity = cast(Reading, view.activity)
    return [*on.each("text", activity.body), *on.remember(activity.key_points)]
