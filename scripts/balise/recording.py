"""Makes the record of the current edition: plans every sheet once, in the source locale, and keeps what it showed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from balise.course import SHARED, SOURCE_LOCALE, Course
from balise.digests import digest
from balise.editions import said
from balise.history import HISTORY, Edition, Fact, PrintedSheet
from balise.local import LocalCourse
from balise.proof import Publisher
from balise.sheet import Sheet, plan_sheets
from balise.variants import STANDARD

ANY_DAY = date(2000, 1, 1)
"""Instead of the edition: two editions with the same words must have the same digests."""
PROOF = frozenset({"proof", "foot", "qr", "style", "pictures", "at"})
"""What a template sees that is not what a sheet says: dates, addresses, layout, where its texts are written."""
HEAD = (
    "# Written by `balise edition record`: what the printed sheets of this edition say. Nothing is changed by hand\n"
    "# but `note:`, a sentence or two on what changed, which its page shows.\n"
)


def record_file(course: Course) -> Path:
    """Return where the record of the current edition is, or will be."""
    return course.root / "modules" / SHARED / HISTORY / f"{course.settings.edition.isoformat()}.yaml"


def recorded(course: Course) -> Edition | None:
    """Return the record there is of the current edition."""
    return next((one for one in course.history if one.edition == course.settings.edition), None)


def record(course: Course) -> Edition:
    """Return the record of the current edition; a note already written is kept."""
    local = LocalCourse(course, SOURCE_LOCALE)
    sheets = tuple(_printed(sheet) for sheet in _sheets(course))
    facts = sorted({fact for sheet in sheets for fact in sheet.facts})
    known = recorded(course)
    return Edition(
        edition=course.settings.edition,
        note=known.note if known else None,
        facts=tuple(Fact(fact=fact, said=said(local, fact) or {}) for fact in facts),
        sheets=tuple(sorted(sheets, key=lambda sheet: (sheet.module, sheet.name))),
    )


def _sheets(course: Course) -> Iterator[Sheet]:
    settings = course.settings.model_copy(update={"edition": ANY_DAY})
    local = LocalCourse(replace(course, settings=settings), SOURCE_LOCALE)
    publisher = Publisher("", SOURCE_LOCALE, ANY_DAY)
    for slug in ("", *course.modules):
        yield from (one for one in plan_sheets(local, publisher, "a4", slug) if one.variant == STANDARD)


def _printed(sheet: Sheet) -> PrintedSheet:
    return PrintedSheet(
        name=sheet.name,
        label=str(sheet.label),
        title=str(sheet.title),
        module=sheet.module,
        facts=tuple(sorted(sheet.facts)),
        words=digest(word.encode() for word in _words(sheet.data)).hex()[:16],
    )


def _words(part: Any) -> Iterator[str]:
    """Yield every word a template sees."""
    if isinstance(part, dict):
        for name, value in part.items():
            if name not in PROOF:
                yield from _words(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _words(value)
    elif isinstance(part, str):
        yield part


def written(edition: Edition) -> str:
    """Return a record as the text of its file: the same record, the same text."""
    data = edition.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    body = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, default_flow_style=None, width=118)
    return HEAD + body
