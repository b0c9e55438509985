"""The ways a module can be delivered: whole, by each of its cuts, and each practice quiz by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from balise.messages import message
from balise.model import Module, Quiz
from balise.parts import Activity

WHOLE = message("Séance entière")
QUIZ_MINUTES = 2
"""Minutes a question voted for by a show of cards takes."""


@dataclass(frozen=True, slots=True)
class Step:
    """An activity and its minutes in this delivery."""

    activity: Activity
    minutes: int

    @property
    def whole(self) -> bool:
        """Whether it has all the time it was written for: if not, its core slides only are shown."""
        return self.minutes >= self.activity.duration


@dataclass(frozen=True, slots=True)
class Delivery:
    """One way to deliver a module. `name` is empty for the whole of it; `quiz` is set for a quiz by itself."""

    name: str
    title: str
    setting: str
    duration: int
    steps: tuple[Step, ...] = ()
    note: str | None = None
    leave_out: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    quiz: Quiz | None = None


class NoDeliveryError(Exception):
    """No delivery of a module is what was asked for; the message says which there are."""


def fitting(module: Module, minutes: int | None = None, setting: str | None = None) -> Delivery:
    """Return the longest delivery of a module in a setting that lasts no more than `minutes`; with neither, the whole.

    Raises:
        NoDeliveryError: when there is none.
    """
    whole, *others = (one for one in deliveries(module) if one.quiz is None)
    known = [whole, *others]
    wanted = setting or whole.setting
    found = [one for one in known if one.setting == wanted and (minutes is None or one.duration <= minutes)]
    if found:
        return max(found, key=lambda one: one.duration)
    listed = ", ".join(f"{one.duration} ({one.setting})" for one in known)
    limit = f" of {minutes} minutes or less" if minutes else ""
    raise NoDeliveryError(f'there is no delivery{limit} for the setting "{wanted}"; there are: {listed}')


def deck_name(code: str, delivery: Delivery) -> str:
    """Return the name of the files of a deck, such as `b3-class-45`."""
    return "-".join(part for part in (code, delivery.name) if part)


def deliveries(module: Module) -> Iterator[Delivery]:
    """Yield every delivery of a module: the whole, the cuts, then the practice quizzes not already in them."""
    everything = tuple(Step(activity, activity.duration) for _, activity in module.activities())
    # A module for class and assembly has cuts for an assembly: the whole of it is for a class.
    yield Delivery("", WHOLE, module.settings[0], module.duration, everything)
    known = {activity.id: activity for _, activity in module.activities()}
    for cut in module.cuts:
        steps = tuple(Step(known[step.activity], step.duration) for step in cut.steps)
        yield Delivery(cut.id, cut.title, cut.setting, cut.duration, steps, cut.note, cut.leave_out, cut.keep)
    placed = {getattr(activity, "quiz", None) for activity in known.values()}
    for quiz in module.quizzes:
        if quiz.use == "practice" and quiz.id not in placed:
            minutes = QUIZ_MINUTES * len(quiz.items)
            yield Delivery(f"quiz-{quiz.id}", quiz.title, module.settings[0], minutes, quiz=quiz)
