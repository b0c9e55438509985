"""Sheets of a small course, planned and printed for tests."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import page
import pikepdf

from balise import paper
from balise.paper import words_of
from balise.printing import pdf, serialised
from balise.proof import Publisher
from balise.sheet import Sheet, plan_sheets
from builders import EMPTY_PO, MODULE, SHARED, local_of, minimal_module, workspace

ARABIC = re.compile("[\u0600-\u06ff]")
MARKS = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u200b\u00ad-•\u200f\u200e"))

MISCOUNTED = "PDFA2A-STREAM-LENGTH-001"
"""A rule that takes the last byte of a stream for the end of its line, when it is a carriage return."""


def sheets_of(root: Path, locale: str = "fr", slug: str = "tiny", **module: Any) -> dict[str, Sheet]:
    """Return the sheets of a module of a small course, by kind and variant: `own_plan`, `own_plan-large`."""
    catalogs = {f"{SHARED}/locales/ar.po": EMPTY_PO, "modules/tiny/locales/ar.po": EMPTY_PO}
    workspace(root, {MODULE: minimal_module(**module), **catalogs})
    local = local_of(root, locale)
    publisher = Publisher("https://balise.example/", locale, local.settings.edition)
    planned = plan_sheets(local, publisher, "a4", slug)
    return {f"{one.kind}-{one.variant}".rstrip("-"): one for one in planned}


def every_run(words: str) -> paper.Inline:
    """Return one of every run a line may hold but an empty box, which is only on paper."""
    return [
        words,
        paper.strong([words]),
        paper.emphasis([words]),
        paper.in_language(["See you"], "en", "ltr"),
        paper.link([words], "https://example.org/"),
        paper.line_break(),
        paper.gap(8),
    ]


def printed(sheet: Sheet, folder: Path) -> tuple[int, str]:
    """Print a sheet, hold it to PDF/UA-1 and PDF/A-2a; return its number of pages, and its words without spaces."""
    file = folder / "sheet.pdf"
    file.write_bytes(pdf(sheet.template, serialised(sheet.data)))
    for profile in ("ua1", "pdfa2a"):
        found = page.validate_pdf(str(file), profile=profile)
        assert [fault for fault in found.failures if fault.rule_id != MISCOUNTED] == []
    with pikepdf.open(file) as document:
        assert document.check_pdf_syntax() == []
    text = subprocess.run(["pdftotext", "-raw", str(file), "-"], check=True, capture_output=True, text=True).stdout
    return text.count("\f"), bare(text)


def bare(text: str) -> str:
    """Return a text without the spaces, hyphens and marks that setting it adds."""
    return "".join(text.translate(MARKS).split())


def unsaid(sheet: Sheet, text: str) -> list[str]:
    """Return the words of a sheet's blocks that its printed text does not hold.

    Not those in Arabic letters: their typeface draws dots apart, and pdftotext reads each letter that has any twice.
    """
    words = [bare(word) for word in words_of(sheet.data["blocks"]).split()]
    return [word for word in words if word not in text and not ARABIC.search(word)]
