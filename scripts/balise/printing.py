"""A sheet becomes a tagged PDF (PDF/UA-1 and PDF/A-2a). With `fonts.py`, all that knows Typst.

A compiler is kept for the life of a process: it remembers fonts and templates, so only the first sheet is slow.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import typst

from balise.discovery import PACKAGE
from balise.fonts import folders

STANDARDS: Any = ["ua-1", "a-2a"]


class TypesettingError(Exception):
    """A sheet that cannot be set: a fault of a template, or words that do not fit or cannot be drawn."""


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders()))
    return typst.Compiler(root=str(PACKAGE), font_paths=fonts, ignore_system_fonts=True)


def pdf(template: str, data: dict[str, Any]) -> bytes:
    """Return the PDF of a sheet. `template` is a path in the package; `data` is all it sees.

    Raises:
        TypesettingError: for an error, and for any warning: a sheet with a warning is not a sheet.
    """
    inputs = {"data": json.dumps(data, ensure_ascii=False, separators=(",", ":"))}
    source = str(PACKAGE / template)
    try:
        made, warnings = _compiler().compile_with_warnings(
            source, format="pdf", sys_inputs=inputs, pdf_standards=STANDARDS, timestamp=0
        )
    except typst.TypstError as error:
        raise TypesettingError(" ".join([error.message, *error.hints])) from None
    if warnings:
        raise TypesettingError("; ".join(str(one.message) for one in warnings))
    assert isinstance(made, bytes)  # noqa: S101
    return made
