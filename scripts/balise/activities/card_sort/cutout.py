"""Cards to sort, cut out: the cards, and a label for each category."""

from __future__ import annotations

from typing import cast

from balise.activities.card_sort import CardSort
from balise.cutouts import Card, Cut, Head
from balise.local import LocalCourse
from balise.views import ActivityView


def cutout(view: ActivityView, at: str, local: LocalCourse) -> Cut:  # noqa: ARG001  it refers to no registry
    """Return the cards and the categories of an activity whose path is `at`."""
    activity = cast(CardSort, view.activity)
    heads = {one.id: Head(f"{at}/categories/{one.id}/label", one.label) for one in activity.categories}
    return Cut(
        tuple(heads.values()),
        tuple(
            Card(f"{at}/cards/{card.id}/text", card.text, (heads[card.category],), card.why) for card in activity.cards
        ),
    )
