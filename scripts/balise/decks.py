"""Plans decks: a delivery of a module becomes slides, each with its notes and its seconds.

An activity's folder says in `slide.py` what it shows: `slides(view, on)`; one that says nothing shows its texts. What
every deck has is added here: what is said before, the rules, where help is. No cut can leave those out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import accumulate
from typing import Any, Protocol, cast
from weakref import WeakKeyDictionary

from balise import paper
from balise.deck_notes import ActivityNotes, filled, goes_on, noted, notes_of
from balise.deliveries import Delivery, Step, deck_name, deliveries
from balise.fields import ADULTS, prose_fields
from balise.help_slides import NUMBERS, help_slides
from balise.interaction_slides import quiz_slides
from balise.local import LocalCourse
from balise.messages import message
from balise.model import Module
from balise.near import near_slides
from balise.pacing import paced
from balise.parts import Activity
from balise.slides import Slide, base_of, is_part
from balise.stage import Stage
from balise.typesetter import Typesetter
from balise.views import ActivityView, activity_views, quiz_view

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

    @property
    def near(self) -> int:
        """Where the contacts of a place go among its slides."""
        return near_place(self.slides)

    def number(self, name: str) -> int:
        """Return the number of a slide by its id, from 1."""
        return next(place for place, slide in enumerate(self.slides, 1) if slide.id == name)


class Slides(Protocol):
    """The face of an activity's `slide.py`."""

    def __call__(self, view: ActivityView, on: Stage) -> list[Slide]:
        """Return the slides of an activity."""


class Planner:
    """Plans the decks of one module. Its deliveries share their activities: the slides of each are made once."""

    def __init__(self, local: LocalCourse, slug: str) -> None:
        self.local, self.slug, self.module = local, slug, local.modules[slug]
        views = (view for lesson in self.module.lessons for view in activity_views(local, self.module, lesson))
        self.views = {view.activity.id: view for view in views}
        self._made: dict[str, tuple[list[Slide], ActivityNotes, dict[str, None]]] = {}

    def setter(self) -> Typesetter:
        return Typesetter(self.local, adults=self.module.to_adults)

    def deck(self, delivery: Delivery) -> Deck:
        """Return the deck of one delivery."""
        to, module = self.setter(), self.module
        parts = [self._step(to, step, delivery) for step in delivery.steps]
        minutes = [step.minutes for step in delivery.steps]
        if delivery.quiz:
            title = delivery.quiz.title
            slides = quiz_slides(quiz_view(delivery.quiz, reveal=True), Stage(to, "", title))
            parts = [filled(_kept(slides, delivery), goes_on(to, title))]
            minutes = [delivery.duration]
        # What comes before takes its time from the opening, what comes after from the closing.
        hurried = any(not step.whole for step in delivery.steps[-1:])
        parts[0] = [*_kept(_before(to, module, delivery), delivery), *parts[0]]
        parts[-1] = [*parts[-1], *_kept(help_slides(to, module), delivery, hurried=hurried)]
        slides = _with_place(self.local, module, _linked(_timed(parts, minutes)))
        name = deck_name(module.code, delivery)
        return Deck(name, self.slug, module, delivery, tuple(slides), tuple(to.facts))

    def _step(self, to: Typesetter, step: Step, delivery: Delivery) -> list[Slide]:
        """Return the slides of an activity in the time a delivery gives it."""
        name = step.activity.id
        if name not in self._made:
            own = self.setter()
            slides = _slides(own, self.views[name])
            self._made[name] = slides, notes_of(own, step.activity), own.facts
        slides, notes, facts = self._made[name]
        to.facts.update(facts)
        return noted(_kept(slides, delivery, hurried=not step.whole), notes)


_PLANNED: WeakKeyDictionary[LocalCourse, dict[str, tuple[Deck, ...]]] = WeakKeyDictionary()


def plan_decks(local: LocalCourse, slug: str) -> tuple[Deck, ...]:
    """Return the deck of every delivery of a module: planned once, for pages and sheets are made of the same."""
    known = _PLANNED.setdefault(local, {})
    if slug not in known:
        planner = Planner(local, slug)
        known[slug] = tuple(planner.deck(delivery) for delivery in deliveries(local.modules[slug]))
    return known[slug]


def _timed(parts: Sequence[Sequence[Slide]], minutes: Sequence[int]) -> list[Slide]:
    begins = accumulate((60 * each for each in minutes), initial=0)
    return [
        slide for part, each, begin in zip(parts, minutes, begins, strict=False) for slide in paced(part, each, begin)
    ]


def _with_place(local: LocalCourse, module: Module, slides: list[Slide]) -> list[Slide]:
    """Return the slides with those of the place everything is made for, before the numbers that stay on the screen."""
    edition = local.near(module.jurisdiction)
    if edition is None:
        return slides
    last = near_place(slides)
    near = [replace(slide, start=slides[last].start) for slide in near_slides(local, module, edition)]
    return [*slides[:last], *near, *slides[last:]]


def near_place(slides: Sequence[Slide]) -> int:
    """Return where the contacts of a place go among slides: before the numbers that stay on the screen."""
    return next((place for place, slide in enumerate(slides) if base_of(slide.id) == NUMBERS), len(slides) - 1)


def _before(to: Typesetter, module: Module, delivery: Delivery) -> list[Slide]:
    """Return what is shown before anything else."""
    on = Stage(to, "", module.title)
    note = [*(to.md(delivery.note) if delivery.note else []), paper.para(to.text(WELCOME))]
    opening = on.slide("title", "title", [paper.para(to.text(delivery.title), "lead")], notes=note)
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
    return [opening, *said, *rules]


def _slides(to: Typesetter, view: ActivityView) -> list[Slide]:
    """Return every slide of an activity."""
    on = Stage(to, view.activity.id, view.activity.title)
    sensitive = on.words("sensitive", [view.activity.sensitive], look="note") if view.activity.sensitive else []
    picture = [_picture(on, view)] if view.picture else []
    return [*sensitive, *picture, *_own(view.kind)(view, on)]


def _kept(slides: Iterable[Slide], delivery: Delivery, *, hurried: bool = False) -> list[Slide]:
    """Return the slides this delivery shows: `core` ones alone where it is hurried, guarded ones always."""
    return [slide for slide in slides if slide.guard or _is_wanted(slide, delivery, hurried=hurried)]


def _is_wanted(slide: Slide, delivery: Delivery, *, hurried: bool) -> bool:
    if _named(slide, delivery.leave_out) or (slide.speaks and delivery.setting == "assembly"):
        return False
    return slide.core or not hurried or _named(slide, delivery.keep)


def _named(slide: Slide, names: Sequence[str]) -> bool:
    return any(is_part(slide.id, name) for name in names)


def _picture(on: Stage, view: ActivityView) -> Slide:
    assert view.picture  # noqa: S101
    picture = view.picture.picture
    caption = on.to.text(picture.caption) if picture.caption else []
    shown = paper.picture(picture.file, paper.words_of(on.to.text(picture.alt)), caption)
    return on.slide("picture", "words", [{**shown, "address": view.picture.address}])


def _linked(slides: list[Slide]) -> list[Slide]:
    """Forget the ways to slides that this deck has not; where a part went on elsewhere, it goes on to what is next."""
    known = {slide.id for slide in slides}
    made = []
    for slide in slides:
        ballots = tuple(one if one.leads in known else replace(one, leads="") for one in slide.ballots)
        made.append(replace(slide, ballots=ballots, follows=_after(slide, slides, known)))
    return made


def _after(slide: Slide, slides: list[Slide], known: set[str]) -> str:
    """Return where a slide that ends a branch goes on: to what follows its whole activity."""
    if not slide.follows or slide.follows in known:
        return slide.follows
    places = [place for place, one in enumerate(slides) if one.activity == slide.activity]
    return slides[places[-1] + 1].id if places[-1] + 1 < len(slides) else ""


@cache
def _own(kind: str) -> Slides:
    name = f"balise.activities.{kind}.slide"
    return cast(Slides, import_module(name).slides) if find_spec(name) else texts


def texts(view: ActivityView, on: Stage) -> list[Slide]:
    """Return the texts of an activity that says nothing of slides: those learners read, in order."""
    found: list[Slide] = []
    own = type(view.activity)
    for name, kind in prose_fields(own).items():
        if name in Activity.model_fields or ADULTS in own.model_fields[name].metadata or kind is None:
            continue
        value: Any = getattr(view.activity, name)
        strings = [one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, str)]
        found += on.each(name, strings)
    return found
