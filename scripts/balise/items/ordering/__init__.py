"""Steps to put in order."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from balise.fields import Markdown, Part, Slug
from balise.interactions import Answer, Order, mixed, numbered
from balise.parts import Item


class Step(Part):
    """One step."""

    id: Slug
    """A short name, unique in the item."""
    text: Markdown
    """What the step is."""


class Ordering(Item):
    """Steps written in the right order; learners see them in a fixed mixed order."""

    type: Literal["ordering"]
    steps: tuple[Step, ...] = Field(min_length=3, max_length=7)
    """Three to seven steps, in the right order."""
    feedback: Markdown
    """Said once answered: why this order."""

    def lower(self) -> Order:
        steps = [Answer(step.id, step.text) for step in self.steps]
        shown = mixed(steps, [step.text for step in self.steps], self.id)
        if list(shown) == steps:
            shown = (*shown[1:], shown[0])
        places = {step.id: f"s{number}" for number, step in enumerate(shown, 1)}
        return Order(numbered(shown, "s"), tuple(places[step.id] for step in self.steps), self.feedback)


MEMBER = Ordering
