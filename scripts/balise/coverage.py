"""What is taught and what is assessed: objective by activity and item, curriculum entry by module."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from balise.model import Module, Objective
from balise.parts import Activity, Item
from balise.registries.framework import Framework


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """An objective, the activities that serve it, and the items of each quiz that assess it, by the quiz's title."""

    objective: Objective
    activities: tuple[Activity, ...]
    items: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class FrameworkRow:
    """A curriculum entry and, for each module, how many of its objectives serve it."""

    framework: Framework
    modules: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.modules)


def objective_rows(module: Module) -> tuple[ObjectiveRow, ...]:
    """Return one row an objective, in the order of the module."""
    activities = [activity for _, activity in module.activities()]
    return tuple(
        ObjectiveRow(
            objective,
            tuple(activity for activity in activities if objective.id in activity.objectives),
            tuple((quiz.title, _numbers(quiz.items, objective.id)) for quiz in module.quizzes),
        )
        for objective in module.objectives
    )


def _numbers(items: Iterable[Item], objective: str) -> tuple[int, ...]:
    """Return the numbers of the items that assess an objective, from 1."""
    return tuple(number for number, item in enumerate(items, 1) if item.objective == objective)


def served(module: Module) -> dict[str, int]:
    """Count the objectives of a module that serve each curriculum entry."""
    return dict(Counter(name for objective in module.objectives for name in set(objective.frameworks)))


def framework_rows(counts: Sequence[Mapping[str, int]], frameworks: Iterable[Framework]) -> tuple[FrameworkRow, ...]:
    """Return one row a curriculum entry that some module serves; `counts` are what `served` returned of each module."""
    rows = (FrameworkRow(entry, tuple(one.get(entry.id, 0) for one in counts)) for entry in frameworks)
    return tuple(row for row in rows if row.total)
