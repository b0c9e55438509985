"""The formats of sheets: what each is made by, and what decides its bytes."""

from __future__ import annotations

from balise import printing
from balise.cache import digest, tree
from balise.discovery import PACKAGE
from balise.office import EDITED
from balise.office.document import document, engine
from balise.printing import serialised
from balise.sheet import PDF, Sheet


def layouts() -> dict[str, bytes]:
    """Return, for each format, the key of all that lays sheets out in it."""
    printed = digest([printing.engine().encode(), tree(PACKAGE, (".typ",))])
    edited = digest([engine().encode(), tree(PACKAGE / "office", (".py",))])
    return {PDF: printed, **dict.fromkeys(EDITED, edited)}


def name_of(sheet: Sheet, layout: bytes) -> str:
    """Return the name of a sheet's file in the memory: same words, same layout, same name."""
    data = serialised(sheet.data)
    return f"{digest([layout, sheet.template.encode(), data.encode()]).hex()}.{sheet.form}"


def content_of(sheet: Sheet) -> bytes:
    """Return the file of a sheet.

    Raises:
        TypesettingError: for words that cannot be set.
    """
    if sheet.form == PDF:
        return printing.pdf(sheet.template, serialised(sheet.data))
    return document(sheet.data, sheet.form)
