"""The activities of a guide: when, why, how, what to say, what to expect, what to notice."""

from __future__ import annotations

from balise import paper
from balise.briefing import span
from balise.groups import GROUPINGS
from balise.handouts import guide
from balise.local import LocalCourse
from balise.messages import Message, message
from balise.model import Module
from balise.paper import Block
from balise.parts import Activity
from balise.typesetter import Typesetter
from balise.views import ActivityView, activity_views

MIN = message("min")


def activities(local: LocalCourse, to: Typesetter, module: Module) -> list[Block]:
    """Return the activities of every lesson, each under its title and its minutes."""
    blocks: list[Block] = []
    for lesson in module.lessons:
        if len(module.lessons) > 1:
            blocks += [paper.page(), paper.heading(2, to.text(lesson.title))]
        for view in activity_views(local, module, lesson):
            blocks += _activity(to, module, view)
    return blocks


def _activity(to: Typesetter, module: Module, view: ActivityView) -> list[Block]:
    activity, notes = view.activity, view.activity.facilitator
    title = [*span(to, view.start, activity.duration), " ", *to.text(MIN), " · ", *to.text(activity.title)]
    steps = [to.md(one) for one in notes.steps]
    return [
        paper.heading(2, title),
        *_goals(to, module, view),
        *(to.md(notes.purpose) if notes.purpose else []),
        paper.heading(3, to.text(message("Étapes"))),
        paper.steps(steps),
        *_said(to, activity),
        *_answers(to, activity),
        *_list(to, message("À surveiller"), notes.watch_for),
        *_list(to, message("Adaptations"), notes.adaptations),
        *_seen(to, module, view),
    ]


def _list(to: Typesetter, title: Message, items: tuple[str, ...]) -> list[Block]:
    return [paper.heading(3, to.text(title)), paper.bullets([to.md(one) for one in items])] if items else []


def _goals(to: Typesetter, module: Module, view: ActivityView) -> list[Block]:
    """Return how the group works, and what the activity is for."""
    wanted = [one for one in module.objectives if one.id in view.activity.objectives]
    words = [*to.text(GROUPINGS[view.activity.grouping])]
    for one in wanted:
        words += [" · ", *to.text(one.text)]
    return [paper.para(words, "small")]


def _said(to: Typesetter, activity: Activity) -> list[Block]:
    """Return the words that can be said as they are, framed: found at a glance."""
    say = [block for one in activity.facilitator.say for block in to.md(one)]
    return [paper.keep([paper.note(to.text(message("À dire")), say)])] if say else []


def _answers(to: Typesetter, activity: Activity) -> list[Block]:
    """Return what pupils may say, each kept with how to respond."""
    pairs = [
        paper.keep([paper.para([paper.strong(to.text(one.learner))]), paper.quote(to.md(one.respond))])
        for one in activity.facilitator.likely_answers
    ]
    title = paper.heading(3, to.text(message("Réponses probables des élèves")))
    return [title, *pairs] if pairs else []


def _seen(to: Typesetter, module: Module, view: ActivityView) -> list[Block]:
    """Return what the activity itself holds, under a heading of its own."""
    held = guide(view, to, module)
    return [paper.heading(3, to.text(message("Contenu de l'activité"))), *held] if held else []
