"""A sheet becomes a tagged PDF (PDF/UA-1 and PDF/A-2a). With `fonts.py`, all that knows Typst.

A compiler is kept for the life of a process: it remembers fonts and templates, so only the first sheet is slow.
"""

from __future__ import annotations

import io
import json
import re
from functools import cache
from importlib.metadata import version
from typing import Any

import pikepdf
import typst

from balise.discovery import PACKAGE
from balise.fonts import folders

PICTURE = "templates/print/picture.typ"
STANDARDS: Any = ["ua-1", "a-2a"]
UNDRAWN = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
TOO_LONG = re.compile(r"panicked with: too-long (\S*)")


class TypesettingError(Exception):
    """A sheet that cannot be set: a fault of a template."""


class UndrawnError(TypesettingError):
    """Words hold a character that no typeface of the sheets has: `character`."""

    def __init__(self, character: str) -> None:
        super().__init__(f"no typeface has {character!r}")
        self.character = character


class TooLongError(TypesettingError):
    """Words do not fit the room they have: `context` is their stable path, such as `title`."""

    def __init__(self, context: str) -> None:
        super().__init__(f"{context} does not fit")
        self.context = context


def engine() -> str:
    """Name what sets the sheets, with its version: another version may set them otherwise."""
    return f"typst {version('typst')}, pikepdf {version('pikepdf')}"


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders()))
    return typst.Compiler(root=str(PACKAGE), font_paths=fonts, ignore_system_fonts=True)


def has_begun() -> bool:
    """Say whether this process has set a sheet: it has threads since, and what is forked from it would wait forever."""
    return bool(_compiler.cache_info().currsize)


def serialised(data: dict[str, Any]) -> str:
    """Return what a template sees, as the text that is handed to it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def pdf(template: str, data: str) -> bytes:
    """Return the PDF of a sheet. `template` is a path in the package; `data` is all it sees, serialised.

    Raises:
        UndrawnError: for a character no typeface has.
        TooLongError: for words a template found too long for their place.
        TypesettingError: for any other error, and for any warning: a sheet with a warning is not a sheet.
    """
    try:
        made, warnings = _compiler().compile_with_warnings(
            str(PACKAGE / template), format="pdf", sys_inputs={"data": data}, pdf_standards=STANDARDS, timestamp=0
        )
    except typst.TypstError as error:
        raise _fault(error) from None
    if warnings:
        raise TypesettingError("; ".join(str(one.message) for one in warnings))
    assert isinstance(made, bytes)  # noqa: S101
    return _packed(made)


def png(template: str, data: str) -> bytes:
    """Return what a template draws on one page, as pixels. For pictures: `pdf` is for words."""
    made = _compiler().compile(str(PACKAGE / template), format="png", sys_inputs={"data": data}, ppi=200)
    assert isinstance(made, bytes)  # noqa: S101
    return made


def drawn(picture: dict[str, Any]) -> bytes:
    """Return a picture as PNG, whatever it was: not every program knows the others."""
    return bytes(picture["bytes"]) if picture["format"] == "png" else png(PICTURE, serialised(picture))


def _packed(made: bytes) -> bytes:
    """Return the same PDF four tenths smaller: its many small objects, tags above all, are compressed together."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as document:
        document.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return out.getvalue()


def _fault(error: typst.TypstError) -> TypesettingError:
    if found := UNDRAWN.search(error.message):
        return UndrawnError(found[1])
    if found := TOO_LONG.search(error.message):
        return TooLongError(found[1].strip('"'))
    return TypesettingError(" ".join([error.message, *error.hints, error.diagnostic]))
