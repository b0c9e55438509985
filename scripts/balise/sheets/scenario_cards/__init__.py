"""A story a group thinks through, on half a page: its people, what happens, the questions, and whom to turn to."""

from __future__ import annotations

from collections.abc import Iterator

from balise import paper
from balise.activities.scenario import Scenario
from balise.cutouts import path_of
from balise.messages import message
from balise.model import Lesson, Module
from balise.paper import Block, Inline
from balise.plan import Audience
from balise.sheet import Desk, Draft
from balise.sheet_parts import COLON
from balise.typesetter import Typesetter
from balise.views import ActivityView, activity_views

ORDER = "32"
LABEL = message("Carte d'histoire, une par groupe")
AUDIENCE: Audience = "pupil"


def module_drafts(desk: Desk, slug: str, module: Module) -> Iterator[Draft]:  # noqa: ARG001  the slug is for others
    """Yield a card for each story of a module: twice on a page, or once when the story is long."""
    for lesson in module.lessons:
        for view in activity_views(desk.local, module, lesson):
            if isinstance(view.activity, Scenario):
                to = desk.setter(module)
                people, story = _people(to, view.activity), _story(to, view.activity)
                extra = {"parts": [len(people), len(people) + len(story)], "at": _longest(lesson, view)}
                blocks = [*people, *story, *_think(to, view, module)]
                yield Draft(f"story-{view.activity.id}", view.activity.title, to, blocks, extra=extra)


def _people(to: Typesetter, scenario: Scenario) -> list[Block]:
    people: list[Inline] = [
        [paper.strong(to.text(person.name)), *to.text(COLON), *to.text(person.about)] for person in scenario.people
    ]
    return [paper.bullets(people)]


def _story(to: Typesetter, scenario: Scenario) -> list[Block]:
    """Return what happens, after what is difficult in it."""
    warned = [paper.quote(to.md(scenario.sensitive))] if scenario.sensitive else []
    fiction = paper.para(to.text(message("Histoire inventée : personne n'existe vraiment.")), "small")
    return [*warned, fiction, *(block for one in scenario.story for block in to.md(one))]


def _think(to: Typesetter, view: ActivityView, module: Module) -> list[Block]:
    """Return what to think through, and whom to turn to: a card may be read alone."""
    assert isinstance(view.activity, Scenario)  # noqa: S101
    return [
        paper.steps([to.inline(question) for question in view.activity.questions]),
        paper.para([*to.text(message("Qui peut aider :")), " ", *_helpers(to, view, module)], "small"),
    ]


def _helpers(to: Typesetter, view: ActivityView, module: Module) -> Inline:
    """Return the services of the story, or else of its module, by the names pupils know."""
    names: Inline = []
    for service in view.refers["services"] or to.local.services(module.services):
        to.cite("service", service.id)
        names += [*([" · "] if names else []), paper.strong(to.text(service.short))]
    return names


def _longest(lesson: Lesson, view: ActivityView) -> str:
    """Return the path of the longest paragraph: what to shorten when a story does not fit a page."""
    assert isinstance(view.activity, Scenario)  # noqa: S101
    story = view.activity.story
    return f"{path_of(lesson, view)}/story/{max(range(len(story)), key=lambda index: len(story[index]))}"
