"""What pages show of activities, quizzes and items: prepared here for every output."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

from balise.activities.quiz import QuizActivity
from balise.course import SOURCE_LOCALE
from balise.discovery import PACKAGE
from balise.fields import Untranslated
from balise.images import Size
from balise.interactions import Gap, Interaction, TextEntry
from balise.local import LocalCourse
from balise.markup import plain
from balise.model import Cut, Lesson, Module, Quiz
from balise.parts import Activity, Item, Picture
from balise.pictures import address
from balise.registries.service import Reader
from balise.registry import kinds


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item as an interaction. `reveal`: the page may hold its key and feedback."""

    item: Item
    number: int
    interaction: Interaction
    reveal: bool

    @property
    def pieces(self) -> tuple[str | Gap, ...]:
        """The text of a text entry, cut at its gaps. Plain text."""
        if not isinstance(self.interaction, TextEntry):
            return ()
        gaps = {gap.id: gap for gap in self.interaction.gaps}
        parts = re.split(r"\{([^{}]+)\}", plain(self.interaction.text))
        return tuple(gaps[part] if number % 2 else part for number, part in enumerate(parts))

    @property
    def template(self) -> str:
        own = f"items/{getattr(self.item, 'type', '')}/item.html"
        return own if _is_there(own) else f"templates/interactions/{self.interaction.kind}.html"


@dataclass(frozen=True, slots=True)
class QuizView:
    """A quiz and its items."""

    quiz: Quiz
    items: tuple[ItemView, ...]

    @property
    def first(self) -> bool:
        """Whether it begins with the first question, rather than going on."""
        return self.items[0].number == 1

    @property
    def scored(self) -> int:
        return sum(view.interaction.scored for view in self.items)


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture as a page shows it: `address` from the root of the site, `size` to keep its place while it loads.

    `language` is that of its alternative text, where it is not the page's.
    """

    picture: Picture
    address: str
    size: Size | None
    language: str


@dataclass(frozen=True, slots=True)
class ActivityView:
    """An activity with what it refers to. `start` is the minute it begins at."""

    activity: Activity
    kind: str
    start: int
    refers: dict[str, Any]
    quiz: QuizView | None
    picture: PictureView | None = None

    def template(self, view: str) -> str:
        """Return the template of a view, falling back to the learner's."""
        own = f"activities/{self.kind}/{view}.html"
        return own if _is_there(own) else f"activities/{self.kind}/learner.html"

    def number(self, node_id: str) -> int:
        """Return the number of a node in the game-book, from 1."""
        nodes = getattr(self.activity, "nodes", ())
        return next(number for number, node in enumerate(nodes, 1) if node.id == node_id)

    def has(self, view: str) -> bool:
        return _is_there(f"activities/{self.kind}/{view}.html")


@cache
def _is_there(template: str) -> bool:
    return (PACKAGE / template).is_file()


def quiz_view(quiz: Quiz, *, reveal: bool) -> QuizView:
    """Lower a quiz. An assessment is revealed only where the caller says so."""
    pairs = zip(quiz.items, _lowered(quiz), strict=True)
    return QuizView(quiz, tuple(ItemView(item, number, it, reveal) for number, (item, it) in enumerate(pairs, 1)))


_last: dict[int, tuple[Quiz, tuple[Interaction, ...]]] = {}
"""The interactions of a few quizzes, by identity: the pages of a module, made one after another, show the same."""


def _lowered(quiz: Quiz) -> tuple[Interaction, ...]:
    if id(quiz) not in _last:
        if len(_last) > FEW:
            _last.clear()
        _last[id(quiz)] = quiz, tuple(item.lower() for item in quiz.items)
    return _last[id(quiz)][1]


def quiz_views(quizzes: tuple[Quiz, ...], *, reveal: bool) -> tuple[QuizView, ...]:
    return tuple(quiz_view(quiz, reveal=reveal) for quiz in quizzes)


FEW = 50
YOUNG = 12
"""Below this age, services are said in children's words."""


def reader_of(module: Module) -> Reader:
    """Return whom the learner page of a module speaks to."""
    if module.to_adults:
        return "adult"
    return "child" if int(module.ages.partition("-")[0]) < YOUNG else "pupil"


def cut_steps(module: Module, cut: Cut) -> list[tuple[int, int, Activity]]:
    """Return the steps of a cut: the minute each begins at, its minutes, its activity."""
    activities = {activity.id: activity for _, activity in module.activities()}
    starts = accumulate((step.duration for step in cut.steps), initial=0)
    return [(start, step.duration, activities[step.activity]) for start, step in zip(starts, cut.steps, strict=False)]


def picture_view(local: LocalCourse, module: Module, picture: Picture) -> PictureView:
    """Prepare the picture of an activity of a module."""
    language = SOURCE_LOCALE if isinstance(picture.alt, Untranslated) else ""
    return PictureView(
        picture, address(module.code, picture.file), local.sizes[module.code].get(picture.file), language
    )


def activity_views(local: LocalCourse, module: Module, lesson: Lesson) -> tuple[ActivityView, ...]:
    """Prepare the activities of a lesson, each with the registry entries it points to."""
    starts = accumulate((activity.duration for activity in lesson.activities), initial=0)
    pairs = zip(starts, lesson.activities, strict=False)
    return tuple(activity_view(local, module, activity, start) for start, activity in pairs)


def activity_view(local: LocalCourse, module: Module, activity: Activity, start: int) -> ActivityView:
    """Prepare an activity, or what one of its pages holds."""
    types = kinds()
    refers = {
        name: local.registry.pick(types[scheme], getattr(activity, name)) for name, scheme in activity.refers.items()
    }
    quiz = None
    if isinstance(activity, QuizActivity):
        found = next(one for one in module.quizzes if one.id == activity.quiz)
        quiz = quiz_view(found, reveal=found.use == "practice")
    kind = str(getattr(activity, "type", ""))
    picture = picture_view(local, module, activity.picture) if activity.picture else None
    return ActivityView(activity, kind, start, refers, quiz, picture)
