"""Which printed sheets show a registry entry: those of today in every language, and those of the editions on record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from balise.course import Course
from balise.i18n import states
from balise.local import LocalCourse
from balise.parallel import each
from balise.proof import Publisher
from balise.sheet import plan_sheets
from balise.variants import STANDARD


def find_sheets(course: Course, entry_id: str, workers: int = 0) -> Iterator[str]:
    """Yield `sheet: file, its variants` for every sheet of today, then `printed: edition: sheets`."""
    facts = frozenset(f"{entry.scheme}:{entry.id}" for entry in course.registry if entry.id == entry_id)
    known = replace(course, states=states(course))
    made = dict(each(partial(_of_locale, known, facts), course.locales, workers))
    for locale in course.locales:
        yield from made[locale]
    for edition in course.history:
        if names := [sheet.name for sheet in edition.sheets if facts & set(sheet.facts)]:
            yield f"printed: edition {edition.name}: {', '.join(names)}"


def _of_locale(course: Course, facts: frozenset[str], locale: str) -> list[str]:
    """Return a line a sheet, its variants behind it."""
    local, publisher = LocalCourse(course, locale), Publisher("", locale, course.settings.edition)
    found: dict[str, list[str]] = {}
    main: dict[str, str] = {}
    for slug in ("", *course.modules):
        for sheet in plan_sheets(local, publisher, "a4", slug):
            if facts & set(sheet.facts):
                found.setdefault(sheet.name, []).extend([sheet.variant] if sheet.variant else [])
                if sheet.variant == STANDARD:
                    main[sheet.name] = f"sheet: {locale}/{sheet.path}"
    return [line + (f", and {', '.join(found[name])}" if found[name] else "") for name, line in main.items()]
