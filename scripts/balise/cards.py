"""What a module's card says: for whom, how long, with what, in which languages, read by whom, law of what date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from balise.catalogs import READY, State
from balise.groups import FRAMEWORKS, SETTINGS
from balise.local import LocalCourse, LocaleName, locale_names
from balise.messages import Message, message
from balise.model import Module
from balise.registries.age import AgeBand
from balise.registries.framework import Framework
from balise.registries.law import Law
from balise.registries.service import Service
from balise.registries.term import Term


@dataclass(frozen=True, slots=True)
class Freshness:
    """How fresh the law of a module is: its oldest check, and the first day one must be made again."""

    verified_on: date | None
    review_by: date | None
    never: int
    """How many of its texts were never checked."""


@dataclass(frozen=True, slots=True)
class Card:
    """A module as the catalogue shows it. `states` says how far it is in each language but the source.

    `laws` are those it speaks of, `found_by` is what each filter of the catalogue finds it by.
    """

    slug: str
    module: Module
    topics: tuple[Term, ...]
    bands: tuple[AgeBand, ...]
    settings: tuple[Message, ...]
    frameworks: tuple[tuple[Message, tuple[Framework, ...]], ...]
    source: LocaleName
    states: tuple[tuple[LocaleName, State], ...]
    laws: tuple[Law, ...]
    freshness: Freshness
    found_by: dict[str, tuple[str, ...]]


DURATIONS = {
    "to-30": (30, message("30 minutes ou moins")),
    "31-55": (55, message("de 31 à 55 minutes")),
    "from-56": (10_000, message("plus de 55 minutes")),
}


def module_card(local: LocalCourse, slug: str, module: Module) -> Card:
    """Return what `templates/module_card.html` shows."""
    registry = local.registry
    aims = registry.pick(Framework, unique(name for one in module.objectives for name in one.frameworks))
    source, *others = locale_names(local.course.locales)
    names = {name.tag: name for name in others}
    states = tuple((names[state.locale], state) for state in local.course.states.get(slug, ()))
    laws = laws_cited(local, slug)
    groups = [(key, tuple(entry for entry in aims if entry.framework == key)) for key in FRAMEWORKS]
    found_by = {
        "age": module.age_bands,
        "setting": module.settings,
        "duration": (next(key for key, (most, _) in DURATIONS.items() if module.duration <= most),),
        "topic": module.topics,
        "framework": tuple(key.lower() for key, found in groups if found),
        "language": (source.tag, *(name.tag for name, state in states if state.percent >= READY)),
    }
    return Card(
        slug=slug,
        module=module,
        topics=registry.pick(Term, module.topics),
        bands=registry.pick(AgeBand, module.age_bands),
        settings=tuple(SETTINGS[setting] for setting in module.settings),
        frameworks=tuple((FRAMEWORKS[key], found) for key, found in groups if found),
        source=source,
        states=states,
        laws=laws,
        freshness=freshness(laws),
        found_by=found_by,
    )


def freshness(laws: tuple[Law, ...]) -> Freshness:
    """Sum up when texts were checked, and when the first must be again."""
    verified = [law.verified_on for law in laws if law.verified_on]
    limits = [law.review_by for law in laws if law.review_by]
    return Freshness(min(verified, default=None), min(limits, default=None), len(laws) - len(verified))


def laws_cited(local: LocalCourse, slug: str) -> tuple[Law, ...]:
    """Return the laws a module speaks of, anywhere in it."""
    return local.registry.pick(Law, _cited(local, slug, "law", "penalty"))


def services_cited(local: LocalCourse, slug: str) -> tuple[Service, ...]:
    """Return the services of a module's help box, then the others it speaks of."""
    named = _cited(local, slug, "service")
    return local.registry.pick(Service, unique((*local.modules[slug].services, *named)))


def _cited(local: LocalCourse, slug: str, *schemes: str) -> tuple[str, ...]:
    """Return the ids of these registries that a module's texts and activities point to."""
    targets = (target.partition(":") for target in local.course.modules[slug].gist().targets)
    ids = [name.partition("/")[0] for scheme, _, name in targets if scheme in schemes]
    for _, activity in local.modules[slug].activities():
        for field, scheme in activity.refers.items():
            ids += getattr(activity, field) if scheme in schemes else ()
    return unique(ids)


def unique(ids: Iterable[str]) -> tuple[str, ...]:
    """Return each once, in the order first met."""
    return tuple(dict.fromkeys(ids))
