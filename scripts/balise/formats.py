"""The formats of sheets: what each is made by, and what decides its bytes."""

from __future__ import annotations

from balise import printing
from balise.digests import digest, tree
from balise.discovery import PACKAGE
from balise.office import EDITED
from balise.office import document as office
from balise.powerpoint import FORM as SLIDES
from balise.powerpoint import presentation as powerpoint
from balise.printing import serialised
from balise.sheet import PDF, Sheet


def layouts() -> dict[str, bytes]:
    """Return, for each format, the key of all that lays sheets out in it."""
    printed = digest([printing.engine().encode(), tree(PACKAGE, (".typ",))])
    edited = digest([office.engine().encode(), tree(PACKAGE / "office", (".py",))])
    # A presentation takes its drawings from the typesetter, and its zip from the office.
    shown = digest([printed, edited, powerpoint.engine().encode(), tree(PACKAGE / "powerpoint", (".py", ".pptx"))])
    return {PDF: printed, **dict.fromkeys(EDITED, edited), SLIDES: shown}


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
    if sheet.form == SLIDES:
        return powerpoint.presentation(sheet.data)
    return office.document(sheet.data, sheet.form)
