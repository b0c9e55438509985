"""Plans decks: a delivery of a module becomes slides, each with its notes and its seconds.

An activity's folder says in `slide.py` what it shows: `slides(view, on)`; one that says nothing shows its texts. What
every deck has is added here: what is said before, the rules, where help is. No cut can leave those out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from importlib.util import find_spec
from itertools import accumulate
from typing import Any, Protocol, TypeVar, cast
from weakref import WeakKeyDictionary

from balise import paper
from balise.chosen import kept, linked
from balise.deck_notes import ActivityNotes, filled, goes_on, noted, notes_of
from balise.deliveries import Delivery, Step, deck_name, deliveries
from balise.fields import learners_fields
from balise.help_slides import NUMBERS, help_slides
from balise.interaction_slides import quiz_slides
from balise.local import LocalCourse
from balise.messages import message
from balise.model import Module
from balise.near import near_slides
from balise.pacing import paced, weight
from balise.parts import Activity
from balise.slides import Slide, base_of
from balise.stage import Stage
from balise.typesetter import Typesetter
from balise.views import ActivityView, activity_views, quiz_view

T = TypeVar("T")

WELCOME = message("Attendez que la salle soit installée. L'autre adulte est près de la porte.")
READ_NOTE = message("Lisez cette note d'une voix calme. Montrez la porte et nommez les adultes présents.")
READ_RULES = message("Lisez les règles une par une. Demandez s'il en manque une.")


@dataclass(frozen=True, slots=True)
class Deck:
    """The slides of one delivery of a module. `name` is that of its files; `facts` are the entries it shows."""

    name: str
    slug: str
    module: Module
    delivery: Delivery
    slides: tuple[Slide, ...]
    facts: tuple[str, ...]
    near: int
    """Where the contacts of a place go among its slides."""

    def number(self, name: str) -> int:
        """Return the number of a slide by its id, from 1."""
        return next(place for place, slide in enumerate(self.slides, 1) if slide.id == name)


class Slides(Protocol):
    """The face of an activity's `slide.py`."""

    def __call__(self, view: ActivityView, on: Stage) -> list[Slide]:
        """Return the slides of an activity."""


class Planner:
    """Plans the decks of one module. Its deliveries share their activities: the slides of each are made once."""

    def __init__(self, local: LocalCourse, slug: str, setter: type[Typesetter] = Typesetter) -> None:
        self.local, self.slug, self.module = local, slug, local.modules[slug]
        views = (view for lesson in self.module.lessons for view in activity_views(local, self.module, lesson))
        self.views = {view.activity.id: view for view in views}
        self._setter = partial(setter, local, adults=self.module.to_adults)
        self._weights: dict[str, float] = {}
        self._made: dict[tuple[str, str], tuple[Any, dict[str, None]]] = {}

    def deck(self, delivery: Delivery) -> Deck:
        """Return the deck of one delivery."""
        to, module = self._setter(), self.module
        parts = [noted(self._step(to, step, delivery), self._notes(to, step.activity)) for step in delivery.steps]
        minutes = [step.minutes for step in delivery.steps]
        if delivery.quiz:
            title = delivery.quiz.title
            slides = quiz_slides(quiz_view(delivery.quiz, reveal=True), Stage(to, "", title))
            parts = [filled(kept(slides, delivery), goes_on(to, title))]
            minutes = [delivery.duration]
        slides = self._with_place(linked(self._timed(self._framed(to, parts, delivery), minutes)))
        name = deck_name(module.code, delivery)
        return Deck(name, self.slug, module, delivery, tuple(slides), tuple(to.facts), near_place(slides))

    def outline(self, delivery: Delivery) -> list[Slide]:
        """Return the slides of the deck of a delivery, without the notes of its activities and without seconds."""
        to = self._setter()
        parts = self._framed(to, [self._step(to, step, delivery) for step in delivery.steps], delivery)
        return self._with_place(linked([slide for part in parts for slide in part]))

    def _step(self, to: Typesetter, step: Step, delivery: Delivery) -> list[Slide]:
        """Return the slides of an activity in the time a delivery gives it."""
        name = step.activity.id
        slides = self._once(to, ("slides", name), lambda own: _slides(own, self.views[name]))
        return kept(slides, delivery, hurried=not step.whole)

    def _notes(self, to: Typesetter, activity: Activity) -> ActivityNotes:
        return self._once(to, ("notes", activity.id), lambda own: notes_of(own, activity))

    def _framed(self, to: Typesetter, parts: list[list[Slide]], delivery: Delivery) -> list[list[Slide]]:
        """Return parts with what every deck has: what comes before in the opening, what comes after in the closing."""
        hurried = any(not step.whole for step in delivery.steps[-1:])
        before = [_opening(to, self.module, delivery), *self._once(to, ("before", ""), partial(_before, self.module))]
        after = self._once(to, ("help", ""), lambda own: help_slides(own, self.module))
        parts[0] = [*kept(before, delivery), *parts[0]]
        parts[-1] = [*parts[-1], *kept(after, delivery, hurried=hurried)]
        return parts

    def _timed(self, parts: Sequence[Sequence[Slide]], minutes: Sequence[int]) -> list[Slide]:
        begins = accumulate((60 * each for each in minutes), initial=0)
        timed = (paced(*one, self._weight) for one in zip(parts, minutes, begins, strict=False))
        return [slide for part in timed for slide in part]

    def _weight(self, slide: Slide) -> float:
        """Return how long a slide would stay: those of an activity are read once for all deliveries."""
        if not slide.activity:
            return weight(slide)
        if slide.id not in self._weights:
            self._weights[slide.id] = weight(slide)
        return self._weights[slide.id]

    def _with_place(self, slides: list[Slide]) -> list[Slide]:
        """Return slides with those of the place everything is made for, before the numbers that stay on the screen."""
        edition = self.local.near(self.module.jurisdiction)
        if edition is None:
            return slides
        last = near_place(slides)
        near = near_slides(self.local, self.module, edition, slides[last].start)
        return [*slides[:last], *near, *slides[last:]]

    def _once(self, to: Typesetter, name: tuple[str, str], make: Callable[[Typesetter], T]) -> T:
        """Return what is the same in every delivery, and note in each which entries it shows."""
        if name not in self._made:
            own = self._setter()
            self._made[name] = make(own), own.facts
        made, facts = self._made[name]
        to.facts.update(facts)
        return cast(T, made)


_PLANNED: WeakKeyDictionary[LocalCourse, tuple[Module, tuple[Deck, ...]]] = WeakKeyDictionary()


def plan_decks(local: LocalCourse, slug: str) -> tuple[Deck, ...]:
    """Return the deck of every delivery of a module: planned once, for pages and sheets are made of the same.

    Those of the last module alone are held: a course may have a thousand.
    """
    module = local.modules[slug]
    if local not in _PLANNED or _PLANNED[local][0] is not module:
        planner = Planner(local, slug)
        _PLANNED[local] = module, tuple(planner.deck(delivery) for delivery in deliveries(module))
    return _PLANNED[local][1]


def near_place(slides: Sequence[Slide]) -> int:
    """Return where the contacts of a place go among slides: before the numbers that stay on the screen."""
    return next((place for place, slide in enumerate(slides) if base_of(slide.id) == NUMBERS), len(slides) - 1)


def _opening(to: Typesetter, module: Module, delivery: Delivery) -> Slide:
    """Return the first slide."""
    note = [*(to.md(delivery.note) if delivery.note else []), paper.para(to.text(WELCOME))]
    lead = [paper.para(to.text(delivery.title), "lead")]
    return Stage(to, "", module.title).slide("title", "title", lead, notes=note)


def _before(module: Module, to: Typesetter) -> list[Slide]:
    """Return what is shown before anything else."""
    on = Stage(to, "", module.title)
    said = on.words(
        "content-note",
        [module.content_note],
        to.text(message("Avant de commencer")),
        "note",
        guard="content-note",
        notes=[paper.para(to.text(READ_NOTE))],
    )
    agreed = [paper.para(to.text(READ_RULES))]
    shared = to.text(message("Nos règles"))
    rules = on.points("rules", module.ground_rules, shared, guard="content-note", notes=agreed)
    return [*said, *rules]


def _slides(to: Typesetter, view: ActivityView) -> list[Slide]:
    """Return every slide of an activity."""
    on = Stage(to, view.activity.id, view.activity.title)
    sensitive = on.words("sensitive", [view.activity.sensitive], look="note") if view.activity.sensitive else []
    picture = [_picture(on, view)] if view.picture else []
    return [*sensitive, *picture, *_own(view.kind)(view, on)]


def _picture(on: Stage, view: ActivityView) -> Slide:
    assert view.picture  # noqa: S101
    picture = view.picture.picture
    caption = on.to.text(picture.caption) if picture.caption else []
    shown = paper.picture(picture.file, paper.words_of(on.to.text(picture.alt)), caption)
    return on.slide("picture", "words", [{**shown, "address": view.picture.address}])


@cache
def _own(kind: str) -> Slides:
    name = f"balise.activities.{kind}.slide"
    return cast(Slides, import_module(name).slides) if find_spec(name) else texts


def texts(view: ActivityView, on: Stage) -> list[Slide]:
    """Return the texts of an activity that says nothing of slides: those learners read, in order."""
    found: list[Slide] = []
    for name, kind, values in learners_fields(view.activity):
        if name not in Activity.model_fields and kind is not None:
            found += on.each(name, [one for one in values if isinstance(one, str)])
    return found
