"""Counts how far every translation is, once for all the locales of a build, and remembers it.

Each locale is built in a process that reads its own catalogs only, yet its pages say how far the others are. A
catalog is parsed here the first time it is seen; `read.narrow` then finds it already read.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import babel

from balise import remembered
from balise.cache import bytes_of, digest, tree
from balise.catalogs import State
from balise.course import SOURCE_LOCALE, Course
from balise.discovery import PACKAGE
from balise.i18n import Group, groups, state_of
from balise.parallel import each

FEW = 8  # catalogs so few that starting processes would cost more than reading them
Counted = list[int | str]


def states(course: Course) -> dict[str, tuple[State, ...]]:
    """Return the states of every document, the interface under no name, in the order of the locales."""
    others = [locale for locale in course.locales if locale != SOURCE_LOCALE]
    sets = list(groups(course))
    places = [(number, locale) for number in range(len(sets)) for locale in others]
    keys = dict(zip(places, _keys(course, sets, others), strict=True))
    known = _recall(course.root)
    missing = [place for place, key in keys.items() if key not in known]
    for number in {number for number, _ in missing}:
        if sets[number].documents:
            sets[number].messages()  # found here once, every process that follows inherits them
    workers = (os.cpu_count() or 1) if len(missing) > FEW else 0
    shares = [missing[start :: workers or 1] for start in range(workers or 1)]
    for _, found in each(partial(_count, course), shares, workers):
        known |= {keys[place]: counted for place, counted in found}
    if missing:
        _remember(course.root, {key: known[key] for key in keys.values()})
    remembered.forget_others(course.root, (group.folder / f"{locale}.po" for group in sets for locale in others))
    return {
        group.name if group.documents else "": tuple(
            _state(group.name, locale, known[keys[number, locale]]) for locale in others
        )
        for number, group in enumerate(sets)
    }


def _keys(course: Course, sets: list[Group], locales: list[str]) -> Iterator[str]:
    """Yield a hash of all that a state depends on: the program, the source texts, the catalog."""
    program = digest([babel.__version__.encode(), tree(PACKAGE, (".py", ".html"))])
    for group in sets:
        source = digest(bytes_of(course.root / document.source.file) for document in group.documents)
        for locale in locales:
            yield digest([program, source, bytes_of(group.folder / f"{locale}.po")]).hex()


def _count(course: Course, places: list[tuple[int, str]]) -> list[tuple[tuple[int, str], Counted]]:
    """Parse catalogs, remember them, and count what they translate."""
    sets = list(groups(course))
    counted: list[tuple[tuple[int, str], Counted]] = []
    for number, locale in places:
        group = sets[number]
        catalog = remembered.read(group.folder / f"{locale}.po", course.root, keep=True)
        state = state_of(group, catalog, locale)
        counted.append(((number, locale), [state.translated, state.fuzzy, state.missing, state.reviewed_by]))
    return counted


def _state(document: str, locale: str, counted: Counted) -> State:
    translated, fuzzy, missing, reviewed_by = counted
    return State(document, locale, int(translated), int(fuzzy), int(missing), str(reviewed_by))


def _file(root: Path) -> Path:
    return root / ".cache" / "balise" / "states.json"


def _recall(root: Path) -> dict[str, Counted]:
    try:
        loaded = json.loads(_file(root).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}


def _remember(root: Path, known: dict[str, Counted]) -> None:
    _file(root).parent.mkdir(parents=True, exist_ok=True)
    _file(root).write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
