"""A module without a catalog for a language the course is shown in.

## What it checks
Every module has `locales/<tag>.po` for every language of the course but French. What a catalog lacks is
counted by `balise i18n status`, not here.

## Why
Without its catalog a module is shown wholly in French on that language's site, and nobody was told.

## Instead
    balise i18n update en
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from balise.checking import Finding, at
from balise.course import SOURCE_LOCALE, Course
from balise.diagnostics import Severity

ID = "missing-catalog"
SEVERITY = Severity.WARNING


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield modules that are not translated at all into a language."""
    for slug, document in course.modules.items():
        for locale in course.locales:
            file = course.root / "modules" / slug / "locales" / f"{locale}.po"
            if locale != SOURCE_LOCALE and not file.is_file():
                text = f'"{slug}" has no catalog for "{locale}": it is shown in French there'
                yield at(document, (), text, f"`balise i18n update {locale}` starts it")
