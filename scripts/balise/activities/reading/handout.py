"""A reading on paper: the text, then what to keep of it."""

from __future__ import annotations

from typing import cast

from balise.activities.reading import Reading
from balise.model import Module
from balise.paper import Block
from balise.sheet_parts import key_points
from balise.typesetter import Typesetter
from balise.views import ActivityView


def handout(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return the text and its key points."""
    activity = cast(Reading, view.activity)
    return [*(block for one in activity.body for block in to.md(one)), *key_points(to, activity.key_points)]


def guide(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:
    """Return the text again: it is read out."""
    return handout(view, to, module)
