"""The steps of a module, one page each: learners do one thing at a time, on a page that weighs little.

An activity is a step. A quiz is as many as its length asks for: nobody answers twelve questions in a row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from balise.local import LocalCourse
from balise.messages import message
from balise.model import Module
from balise.views import ActivityView, QuizView, activity_views, quiz_view

SERIES = 3
"""How many questions are asked on one page, at most."""
QUESTIONS = message("questions {first} à {last}")


@dataclass(frozen=True, slots=True)
class Step:
    """One page of a module, for learners. `name` is that of its file, `lesson` the place of its lesson, from 0.

    `activity` is missing where a quiz comes after every lesson; `quiz` holds the questions of this page alone.
    """

    name: str
    title: str
    lesson: int
    activity: ActivityView | None = None
    quiz: QuizView | None = None
    first: bool = True
    """Whether it begins an activity or a quiz, rather than going on with it."""

    def path(self, module: Module, ending: str = ".html") -> str:
        """Return its address, under the folder of its locale."""
        return f"learn/{module.code}/{self.name}{ending}"

    def part(self, local: LocalCourse) -> str:
        """Return which questions of a quiz are asked here; nothing where all of them are."""
        if not self.quiz or len(self.quiz.items) == len(self.quiz.quiz.items):
            return ""
        items = self.quiz.items
        return local.phrase(QUESTIONS, first=items[0].number, last=items[-1].number)


def steps_of(local: LocalCourse, module: Module) -> tuple[Step, ...]:
    """Return the steps of a module in order: what each lesson has, then practice quizzes no activity has asked."""
    found: list[Step] = []
    placed: set[str] = set()
    for number, lesson in enumerate(module.lessons):
        for view in activity_views(local, module, lesson):
            step = Step(view.activity.id, view.activity.title, number, view)
            if view.quiz and view.quiz.quiz.use == "practice":
                placed.add(view.quiz.quiz.id)
                found += _series(replace(step, quiz=view.quiz))
            else:
                found.append(step)
    for quiz in module.quizzes:
        if quiz.use == "practice" and quiz.id not in placed:
            step = Step(quiz.id, quiz.title, len(module.lessons), quiz=quiz_view(quiz, reveal=True))
            found += _series(step)
    return tuple(found)


def _series(whole: Step) -> Iterator[Step]:
    """Cut a quiz into steps of about as many questions each. No id has a dot: `check.2` is nothing else's name."""
    assert whole.quiz  # noqa: S101  the caller looked
    items = whole.quiz.items
    parts = -(-len(items) // SERIES)
    size, longer = divmod(len(items), parts)
    start = 0
    for part in range(parts):
        end = start + size + (part < longer)
        name = f"{whole.name}.{part + 1}" if part else whole.name
        asked = replace(whole.quiz, items=items[start:end])
        activity = replace(whole.activity, quiz=asked) if whole.activity else None
        yield replace(whole, name=name, activity=activity, quiz=asked, first=not part)
        start = end
