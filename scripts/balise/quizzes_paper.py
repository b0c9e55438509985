"""The two sheets of a quiz: sheet A in the order of its model, sheet B in another."""

from __future__ import annotations

from collections.abc import Sequence

from balise.interactions import Interaction
from balise.model import Quiz
from balise.parts import Item
from balise.reorder import other_order, reordered

Question = tuple[Item, Interaction]


def sheet_a(quiz: Quiz) -> list[Question]:
    """Return the items in the order of the model: rationales call options by the letters they have there."""
    return [(item, item.lower()) for item in quiz.items]


def sheet_b(quiz: Quiz) -> list[Question]:
    """Return the same items in another order, each showing its parts in another order."""
    items = other_order(quiz.items, [item.id for item in quiz.items], f"{quiz.id}/b")
    return [(item, reordered(item.lower(), f"{quiz.id}/{item.id}/b")) for item in items]


def points(questions: Sequence[Question]) -> int:
    """Return what a sheet is worth: one point a question that has a right answer."""
    return sum(one.scored for _, one in questions)
