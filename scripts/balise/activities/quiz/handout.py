"""A quiz has sheets of its own, in two orders."""

from __future__ import annotations

from balise.model import Module
from balise.paper import Block
from balise.typesetter import Typesetter
from balise.views import ActivityView


def handout(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return nothing for the worksheet."""
    return []
