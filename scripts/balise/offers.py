"""What a page says can be printed of a module: each sheet with its variants, and where they are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from balise.course import SOURCE_LOCALE
from balise.local import LocalCourse
from balise.messages import Message, message
from balise.plan import Audience
from balise.proof import Publisher
from balise.sheet import PDF, Sheet, forms, is_ready, plan_sheets
from balise.variants import VARIANTS

EDITED = {
    "docx": message("À modifier (DOCX)"),
    "odt": message("À modifier (ODT)"),
    "pptx": message("À modifier (PowerPoint)"),
}


@dataclass(frozen=True, slots=True)
class File:
    """One file of a sheet: what tells it from the others, and where it is, from the locale's folder."""

    label: Message
    path: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A sheet: what it is called, and its files, the standard one first. `locale` is the language it is in."""

    name: str
    kind: str
    label: Message
    title: str
    audience: Audience
    locale: str
    files: tuple[File, ...]


def offers(local: LocalCourse, slug: str = "") -> tuple[Offer, ...]:
    """Return the sheets of a module, or the shared ones, as pages offer them; none when the site has no sheets.

    Those of a module that is not ready in this locale are the source locale's.
    """
    printed = local.course.sheets
    locale = local.locale if local.locale in printed and is_ready(local, slug) else SOURCE_LOCALE
    if locale not in printed or (slug and local.course.only and slug not in local.course.only):
        return ()
    publisher = Publisher("", locale, local.settings.edition)
    planned = groupby(plan_sheets(local, publisher, "a4", slug), key=lambda sheet: sheet.name)
    return tuple(_offer(local, list(found), locale) for _, found in planned)


def _offer(local: LocalCourse, sheets: list[Sheet], locale: str) -> Offer:
    first = sheets[0]
    files = tuple(File(_called(sheet), _path(local, sheet, locale)) for one in sheets for sheet in forms(one))
    return Offer(first.name, first.kind, first.label, first.title, first.audience, locale, files)


def _called(sheet: Sheet) -> Message:
    if sheet.form != PDF:
        return EDITED[sheet.form]
    return VARIANTS[sheet.variant].label if sheet.variant else message("PDF")


def _path(local: LocalCourse, sheet: Sheet, locale: str) -> str:
    """Return the path of a file, in the folder of another locale where the sheet is not in this one."""
    if locale == local.locale:
        return sheet.path
    return f"../{locale}/" + sheet.path.replace(f"-{local.locale}.", f"-{locale}.")
