"""Counts how far every translation is, once for all the locales of a build, and remembers it.

Each locale is built in a process that reads its own catalogs only, yet its pages say how far the others are. A
catalog is parsed here the first time it is seen; `read.narrow` then finds it already read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial

import babel

from balise import remembered
from balise.catalogs import State
from balise.course import SOURCE_LOCALE, Course
from balise.digests import bytes_of, digest, program, templates
from balise.i18n import Group, groups, state_of
from balise.parallel import each
from balise.store import memory

FEW = 8  # catalogs so few that starting processes would cost more than reading them
NOTE = "states"
Counted = list[int | str]


def states(course: Course) -> dict[str, tuple[State, ...]]:
    """Return the states of every document, the interface under no name, in the order of the locales."""
    others = [locale for locale in course.locales if locale != SOURCE_LOCALE]
    sets = list(groups(course))
    places = [(number, locale) for number in range(len(sets)) for locale in others]
    keys = dict(zip(places, _keys(course, sets, others), strict=True))
    store = memory(course.root)
    known: dict[str, Counted] = store.read(NOTE) or {}
    missing = [place for place, key in keys.items() if key not in known]
    workers = (os.cpu_count() or 1) if len(missing) > FEW else 0
    shares = [[place for place in missing if place[0] % (workers or 1) == start] for start in range(workers or 1)]
    for _, found in each(partial(_count, course), shares, workers):
        known |= {keys[place]: counted for place, counted in found}
    for document in course.modules.values():
        document.forget()
        remembered.recall_gist(document, course.root)
        remembered.find_gist(document, course.root)
    if missing:
        store.write(NOTE, {key: known[key] for key in keys.values()})
    return {
        group.name if group.documents else "": tuple(
            _state(group.name, locale, known[keys[number, locale]]) for locale in others
        )
        for number, group in enumerate(sets)
    }


def _keys(course: Course, sets: list[Group], locales: list[str]) -> Iterator[str]:
    """Yield a hash of all that a state depends on: the program, the source texts, the catalog."""
    reads = digest([babel.__version__.encode(), program(), templates(course.root)])
    for group in sets:
        source = digest(document.source.raw for document in group.documents)
        for locale in locales:
            yield digest([reads, source, bytes_of(group.folder / f"{locale}.po")]).hex()


def _count(course: Course, places: list[tuple[int, str]]) -> list[tuple[tuple[int, str], Counted]]:
    """Parse catalogs, remember them, and count what they translate."""
    sets = list(groups(course))
    counted: list[tuple[tuple[int, str], Counted]] = []
    for number, locale in places:
        group = sets[number]
        catalog = remembered.read(group.folder / f"{locale}.po", course.root)
        state = state_of(group, catalog, locale)
        for document in group.documents if group.name in course.modules else ():
            remembered.find_gist(document, course.root)
        counted.append(((number, locale), [state.translated, state.fuzzy, state.missing, state.reviewed_by]))
    return counted


def _state(document: str, locale: str, counted: Counted) -> State:
    translated, fuzzy, missing, reviewed_by = counted
    return State(document, locale, int(translated), int(fuzzy), int(missing), str(reviewed_by))
