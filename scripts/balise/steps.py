"""The steps of a module, one page each: learners do one thing at a time, on a page that weighs little.

An activity is a step, or says which it is cut into. A quiz is as many as its length asks for: nobody answers twelve
questions in a row. Addresses are numbers: the history of a browser must not tell what somebody was reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from balise.activities.quiz import QuizActivity
from balise.local import LocalCourse
from balise.messages import message
from balise.model import Module
from balise.views import ActivityView, QuizView, activity_view, activity_views, quiz_view

SERIES = 3
"""How many questions are asked on one page, at most."""
TWO, QUESTIONS = message("questions {first} et {last}"), message("questions {first} à {last}")


@dataclass(frozen=True, slots=True)
class Step:
    """One page of a module, for learners: its `number` from 1, the place of its `lesson` from 0.

    `activity` is missing where a quiz comes after every lesson; it and `quiz` hold what is on this page alone. `held`
    says what that is, where an activity has several pages, and `first` whether this page begins it, or its quiz.
    """

    number: int
    title: str
    lesson: int
    activity: ActivityView | None = None
    quiz: QuizView | None = None
    held: str = ""
    first: bool = True

    def path(self, module: Module, ending: str = ".html") -> str:
        """Return its address, under the folder of its locale."""
        return f"learn/{module.code}/{self.number}{ending}"

    def part(self, local: LocalCourse) -> str:
        """Return what is on this page, or which questions are asked; nothing where it is all there is."""
        if self.held:
            return local.message(self.held)
        if not self.quiz or len(self.quiz.items) == len(self.quiz.quiz.items):
            return ""
        items = self.quiz.items
        return local.phrase(TWO if len(items) == 2 else QUESTIONS, first=items[0].number, last=items[-1].number)


def steps_of(local: LocalCourse, module: Module) -> tuple[Step, ...]:
    """Return the steps of a module in order: what each lesson has, then practice quizzes no activity has asked."""
    found = chain(_of_lessons(local, module), _of_quizzes(module))
    return tuple(replace(step, number=number) for number, step in enumerate(found, 1))


def _of_lessons(local: LocalCourse, module: Module) -> Iterator[Step]:
    for place, lesson in enumerate(module.lessons):
        for view in activity_views(local, module, lesson):
            step = Step(0, view.activity.title, place, view)
            if view.quiz and view.quiz.quiz.use == "practice":
                yield from _series(replace(step, quiz=view.quiz))
            else:
                yield from _pages(local, module, step)


def _pages(local: LocalCourse, module: Module, whole: Step) -> Iterator[Step]:
    """Cut an activity into the pages it says it has."""
    assert whole.activity  # noqa: S101  the caller made it
    pages = whole.activity.activity.pages()
    if not pages:
        yield whole
    for place, (name, activity) in enumerate(pages):
        view = activity_view(local, module, activity, whole.activity.start)
        yield replace(whole, activity=view, held=name, first=not place)


def _of_quizzes(module: Module) -> Iterator[Step]:
    asked = {activity.quiz for _, activity in module.activities() if isinstance(activity, QuizActivity)}
    for quiz in module.quizzes:
        if quiz.use == "practice" and quiz.id not in asked:
            yield from _series(Step(0, quiz.title, len(module.lessons), quiz=quiz_view(quiz, reveal=True)))


def _series(whole: Step) -> Iterator[Step]:
    """Cut a quiz into steps of about as many questions each."""
    assert whole.quiz  # noqa: S101  the caller looked
    items = whole.quiz.items
    parts = -(-len(items) // SERIES)
    size, longer = divmod(len(items), parts)
    start = 0
    for part in range(parts):
        end = start + size + (part < longer)
        asked = replace(whole.quiz, items=items[start:end])
        activity = replace(whole.activity, quiz=asked) if whole.activity else None
        yield replace(whole, activity=activity, quiz=asked, first=asked.first)
        start = end
