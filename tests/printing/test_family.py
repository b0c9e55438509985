"""Every kind of sheet, over the real course: what all of them promise."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from balise import paper
from balise.course import Course
from balise.discovery import members
from balise.markup import plain
from balise.messages import Message
from balise.printing import pdf, serialised
from balise.sheet import Sheet
from printed import printed

KINDS = sorted(members("sheets"))
Sheets = dict[str, list[Sheet]]


def words(sheet: Sheet) -> str:
    """Return all a sheet says, in whatever part of its data."""
    return " ".join(_said(sheet.data))


def _said(part: object) -> list[str]:
    if isinstance(part, str):
        return [part]
    if isinstance(part, dict):
        return [word for one in part.values() for word in _said(one)]
    return [word for one in part for word in _said(one)] if isinstance(part, list | tuple) else []


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_of_sheet_has_what_its_family_must_have(name: str) -> None:
    kind = members("sheets")[name]
    assert kind.__doc__
    assert isinstance(kind.LABEL, Message)
    assert kind.AUDIENCE in ("pupil", "facilitator", "site")
    assert hasattr(kind, "module_drafts") or hasattr(kind, "course_drafts")


def test_every_kind_makes_sheets_and_no_two_have_one_path(sheets: Sheets) -> None:
    for locale, planned in sheets.items():
        paths = [one.path for one in planned]
        assert sorted(paths) == sorted(set(paths))
        assert {one.kind for one in planned} == set(KINDS), locale


def test_names_do_not_depend_on_the_language(sheets: Sheets) -> None:
    """A code printed in Arabic leads to the same sheet as one printed in French."""
    french = {one.name for one in sheets["fr"]}
    assert french == {one.name for one in sheets["en"]}
    assert all({one.name for one in planned} <= french for planned in sheets.values())


def test_every_sheet_bears_its_edition_and_the_page_that_judges_it(sheets: Sheets) -> None:
    for locale, planned in sheets.items():
        for one in planned:
            address = f"https://balise.example/{locale}/editions/2026-11-22.html#{one.name}"
            assert one.data["qr"]["address"] == address
            assert any("2026" in paper.words_of(line) for line in one.data["foot"]), one.path


def test_what_is_for_adults_lies_apart(sheets: Sheets) -> None:
    for one in sheets["fr"]:
        assert one.path.startswith("teach/print/") == (one.audience == "facilitator")


def test_no_sheet_for_pupils_says_why_a_key_is_right(course: Course, sheets: Sheets) -> None:
    """Nor what is said of a wrong answer: a rationale or feedback of four words is long enough to be known again."""
    for slug, document in course.modules.items():
        assert document.module
        secret = [item.rationale for _, _, item in document.module.items()]
        for _, _, item in document.module.items():
            secret += [one.feedback for one in getattr(item, "options", ()) if hasattr(one, "feedback")]
        telling = {plain(text)[:60] for text in secret if len(plain(text).split()) > 3}
        for sheet in sheets["fr"]:
            if sheet.module == slug and sheet.audience != "facilitator":
                said = words(sheet)
                assert not [text for text in telling if text in said], sheet.path


@pytest.mark.parametrize("locale", ["fr", "ar"])
def test_one_sheet_of_every_kind_and_variant_is_a_tagged_archival_pdf(
    locale: str, sheets: Sheets, tmp_path: Path
) -> None:
    """`balise build` prints them all, and the typesetter refuses what is not: this is another program's word."""
    longest_first = sorted(sheets[locale], key=lambda one: len(serialised(one.data)), reverse=True)
    chosen = {(one.kind, one.variant): one for one in longest_first if one.path.endswith(".pdf")}
    for sheet in chosen.values():
        pages, text = printed(sheet, tmp_path)
        assert pages, sheet.path
        assert "2026" in text, sheet.path  # its edition, whatever its layout


VOWELLED = re.compile("[\u064b-\u0652]|\u0644[\u0627\u0622\u0623\u0625]")
"""Marks over letters, and two letters drawn as one: the text reader of these tests gives both in its own way."""
ARABIC = re.compile("[\u0621-\u064a]+")


def test_arabic_words_can_be_copied_and_searched(sheets: Sheets, tmp_path: Path) -> None:
    """In a typeface that draws dots apart from letters, every word comes out with letters doubled."""
    sheet = next(one for one in sheets["ar"] if one.name == "a2-worksheet")
    file = tmp_path / "sheet.pdf"
    file.write_bytes(pdf(sheet.template, serialised(sheet.data)))
    done = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, text=True, check=True)
    said = set(ARABIC.findall(done.stdout))
    bare = [word for word in paper.words_of(sheet.data["blocks"]).split() if not VOWELLED.search(word)]
    asked = {word for text in bare for word in ARABIC.findall(text)}
    lost = asked - said
    assert len(asked) > 300
    assert len(lost) < len(asked) / 20, lost  # beside numbers, this reader cuts words
