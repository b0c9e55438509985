"""Cards to sort on paper: one row a card, one box a category. The cards to cut out are a sheet of their own."""

from __future__ import annotations

from typing import cast

from balise import paper
from balise.activities.card_sort import CardSort
from balise.messages import message
from balise.model import Module
from balise.paper import Block
from balise.sheet_parts import key_points, ticks
from balise.typesetter import Typesetter
from balise.views import ActivityView


def handout(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return a table to tick; where each card goes is in the guide."""
    activity = cast(CardSort, view.activity)
    columns = [to.text(one.label) for one in activity.categories]
    table = ticks(to.text(message("Carte")), columns, [to.inline(card.text) for card in activity.cards])
    return [*to.md(activity.intro), table, *key_points(to, activity.key_points)]


def guide(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return where each card goes, and why, category by category."""
    activity = cast(CardSort, view.activity)
    head = [to.text(message("Carte")), to.text(message("Place")), to.text(message("Pourquoi"))]
    rows = [
        [to.inline(card.text), [paper.strong(to.text(category.label))], to.inline(card.why)]
        for category in activity.categories
        for card in activity.cards
        if card.category == category.id
    ]
    return [*to.md(activity.intro), paper.table(head, rows, (3, 1.6, 4)), *key_points(to, activity.key_points)]
