"""Says where an author finds what kept a sheet from being printed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from balise.course import Course, Document, Passage
from balise.diagnostics import Diagnostic, Location
from balise.printing import TooLongError, TypesettingError, UndrawnError
from balise.sheet import Sheet


def misprint(course: Course, error: TypesettingError, sheet: Sheet, locale: str) -> Diagnostic:
    """Return what to tell the author of a sheet that could not be set. `course` has this locale in scope."""
    where = f"{sheet.path.rpartition('/')[2]}"
    if isinstance(error, UndrawnError):
        mark = error.character
        named = unicodedata.name(mark[0], "a character without a name").lower()
        found = _place(course, sheet, locale, lambda passage: mark in passage.text)
        text = f"no typeface of the printed sheets has “{mark}” ({named}), used on {where}"
        return Diagnostic("undrawn-character", text, found, help="use words, or punctuation every typeface has")
    if isinstance(error, TooLongError):
        context = error.context
        found = _place(course, sheet, locale, lambda passage: passage.context == context)
        return Diagnostic("too-long-to-print", f"this text does not fit on {where}", found, help="make it shorter")
    # A fault of a template, not of an author: nothing hides it.
    raise error


def _place(course: Course, sheet: Sheet, locale: str, wanted: Callable[[Passage], bool]) -> Location:
    """Return where a string of the sheet's module, or else of a registry, is written in its locale."""
    own = course.modules.get(sheet.module)
    documents: list[Document] = [*([own] if own else []), *course.shared]
    for document in documents:
        for passage in (*document.in_scope((locale,)), *document.passages()):
            if wanted(passage):
                return passage.location
    return Location(documents[0].source.file)
