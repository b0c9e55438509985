"""The other order of a quiz: the same questions, so that neighbours do not copy, and the same right answers.

Only what has no order of its own moves: never the points of a scale, true and false, or the categories of a sorting.
Places decide, not words: a class that works in two languages has one other order for its questions and options.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TypeVar

from balise.interactions import Choice, Interaction, Match, Order, TextEntry, mixed

T = TypeVar("T")
FEW = 2
"""Choices of so many options keep their order: true and false, yes and no."""


def other_order(
    things: Sequence[T], names: Sequence[str], seed: str, *, refused: Collection[Sequence[T]] = ()
) -> list[T]:
    """Return things in another order, fixed by their names and a seed, that is none of the refused ones either.

    What has one possible order only stays as it is.
    """
    shown = list(mixed(things, names, seed))
    taken = [list(things), *map(list, refused)]
    for _ in things:
        if shown not in taken:
            return shown
        shown = [*shown[1:], shown[0]]
    return list(things)


def reordered(one: Interaction, seed: str) -> Interaction:
    """Return an interaction with what it shows in another order; ids stay, so its key does."""
    if isinstance(one, Choice) and not one.scale and len(one.options) > FEW:
        return replace(one, options=tuple(other_order(one.options, [o.id for o in one.options], seed)))
    if isinstance(one, Order):
        right = [next(step for step in one.shown if step.id == name) for name in one.key]
        return replace(one, shown=tuple(other_order(one.shown, [s.id for s in one.shown], seed, refused=[right])))
    if isinstance(one, Match):
        return _match(one, seed)
    if isinstance(one, TextEntry):
        gaps = [replace(gap, words=tuple(other_order(gap.words, gap.words, seed))) for gap in one.gaps]
        return replace(one, gaps=tuple(gaps))
    return one


def _match(one: Match, seed: str) -> Match:
    rows = other_order(one.rows, [row.id for row in one.rows], seed)
    # A target several rows share is a category: their order may mean something, such as before and after.
    shared = len(set(one.key.values())) < len(one.key)
    targets = one.targets if shared else other_order(one.targets, [target.id for target in one.targets], seed)
    return replace(one, rows=tuple(rows), targets=tuple(targets))
