"""Local editions: what a place adds, where, and that it changes nothing else. Whole sites are in `sites/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from balise.decks import plan_decks
from balise.discovery import members
from balise.holes import MARK, filled, mark
from balise.local import LocalCourse
from balise.local_pages import LocalPages
from balise.near import near_slides
from balise.paper import words_of
from balise.proof import Publisher
from balise.recording import PROOF
from balise.sheet import Sheet, plan_sheets
from builders import EMPTY_PO, MODULE, SHARED, base_course, course_of, edited, minimal_module, workspace
from pages import artifacts_of, words
from places import PORT, contact, port

ISOLATES = dict.fromkeys(map(ord, "\u2066\u2069"))


def local_of(root: Path, place: str, locale: str = "fr", files: dict[str, Any] | None = None) -> LocalCourse:
    catalogs = {f"{SHARED}/locales/ar.po": EMPTY_PO, "modules/tiny/locales/ar.po": EMPTY_PO}
    known = base_course()[f"{SHARED}/services/fr.yaml"]
    for one in known["entries"]:
        one["confidence"] = "high" if one["short"] == "3018" else one["confidence"]
    course = course_of(
        workspace(root, {PORT: port(), f"{SHARED}/services/fr.yaml": known, **catalogs, **(files or {})})
    )
    return LocalCourse(replace(course, place=place, sheets=("fr", "ar")), locale)


def sheets_of(local: LocalCourse, *, near_only: bool = False) -> dict[str, Sheet]:
    publisher = Publisher("https://balise.example/", local.locale, local.settings.edition)
    return {
        sheet.path: sheet
        for slug in ("", "tiny")
        for sheet in plan_sheets(local, publisher, "a4", slug, near_only=near_only)
    }


def said(sheet: Sheet) -> str:
    """Return the words of a sheet, whatever its template sees them as."""
    kept = [value for name, value in sheet.data.items() if name not in PROOF]
    return words(" ".join(strings(kept)).translate(ISOLATES))


def strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, (list, dict)):
        for one in part.values() if isinstance(part, dict) else part:
            yield from strings(one)


@pytest.mark.parametrize("locale", ["fr", "ar"])
def test_a_kind_of_sheet_says_whether_a_place_shows_on_it(locale: str, tmp_path: Path) -> None:
    national = sheets_of(local_of(tmp_path, "", locale))
    near = sheets_of(local_of(tmp_path, "port", locale))
    assert list(near) == list(national)  # the same files: pages that offer them need not change
    changed = {sheet.kind for path, sheet in near.items() if sheet.data != national[path].data}
    assert changed == {name for name, kind in members("sheets").items() if getattr(kind, "NEAR", False)}
    only = sheets_of(local_of(tmp_path, "port", locale), near_only=True)
    assert {path for path, sheet in near.items() if sheet.kind in changed} == set(only)


def test_a_sheet_adds_the_place_and_keeps_every_word_it_had(tmp_path: Path) -> None:
    national, near = sheets_of(local_of(tmp_path, "")), sheets_of(local_of(tmp_path, "port"), near_only=True)
    for path, sheet in near.items():
        assert "Infirmerie du Port" in said(sheet), path
        assert "04 65 71 00 01" in said(sheet), path
        lost = set(said(national[path]).split()) - set(said(sheet).split())
        if sheet.kind == "slide_notes":  # says how many slides there are, and which are whose
            lost = {word for word in lost if re.search("[^0-9–]", word)}
        assert lost <= {"Infirmière", "infirmier"}, path  # a line to fill in, filled in
        assert sheet.facts == national[path].facts, path
    letter = said(near["print/t1-family-letter-fr.pdf"])
    assert "vérifié le 2 novembre 2026" in letter
    assert "Exemple : lieu inventé" in letter


def test_the_court_is_for_adults(tmp_path: Path) -> None:
    near = sheets_of(local_of(tmp_path, "port"), near_only=True)
    showing = {sheet.kind for sheet in near.values() if "Tribunal du Port" in said(sheet)}
    assert showing == {"guide"}


def test_what_may_be_found_in_a_pocket_names_no_place(tmp_path: Path) -> None:
    for path, sheet in sheets_of(local_of(tmp_path, "port")).items():
        if sheet.kind in ("leaflet", "wallet_cards"):
            assert "Port" not in said(sheet), path


def test_a_place_shows_on_the_modules_of_its_jurisdiction_only(tmp_path: Path) -> None:
    near = sheets_of(local_of(tmp_path, "port", files={PORT: port(jurisdiction="be")}))
    assert [path for path, sheet in near.items() if "Infirmerie du Port" in said(sheet)] == []


def test_a_page_shows_no_contact_of_another_country(tmp_path: Path) -> None:
    root = workspace(tmp_path, {PORT: port(), f"{SHARED}/editions/abroad.yaml": port(jurisdiction="be")})
    renderer, artifacts = artifacts_of(root)
    for path, hole in (("learn/t1.html", "help"), ("teach/tiny.html", "guide"), ("help.html", "help")):
        page = f"<p>17</p>{mark(hole)}"
        near, abroad = (LocalPages(renderer.local, renderer, artifacts, name) for name in ("port", "abroad"))
        assert "04 65 71 00 01" in near.own(path, page)
        assert abroad.own(path, page) == "<p>17</p>"


def test_a_pupil_is_not_sent_to_the_court(tmp_path: Path) -> None:
    renderer, artifacts = artifacts_of(workspace(tmp_path, {PORT: port()}))
    near = LocalPages(renderer.local, renderer, artifacts, "port")
    assert "Tribunal du Port" not in near.own("learn/t1.html", str(mark("help")))
    assert "Tribunal du Port" in near.own("teach/tiny.html", str(mark("guide")))


def test_numbers_stay_whole_and_read_from_left_to_right_in_arabic(tmp_path: Path) -> None:
    letter = sheets_of(local_of(tmp_path, "port", "ar"))["print/t1-family-letter-ar.pdf"]
    assert "\u206604\u00a065\u00a071\u00a000\u00a001\u2069" in words_of(letter.data["blocks"])


def test_names_are_said_to_be_in_the_source_language(tmp_path: Path) -> None:
    local = local_of(tmp_path, "port", "ar")
    assert local.place
    title = near_slides(local, local.modules["tiny"], local.place, 0)[0].title
    marked = [run for run in title if isinstance(run, dict) and run["t"] == "lang"]
    assert "Port (exemple)" in [words_of(run["c"]) for run in marked]
    assert {run["lang"] for run in marked} == {"fr"}


def test_slides_of_a_place_are_short_and_take_no_time(tmp_path: Path) -> None:
    many = [contact(f"Accueil numéro {number} de la ville du Port", "04 65 71 00 02") for number in range(9)]
    local = local_of(tmp_path, "port", files={PORT: port(numbers=many)})
    assert local.place
    slides = near_slides(local, local.modules["tiny"], local.place, 90)
    assert len(slides) > 1
    assert all(slide.words <= 40 and slide.notes for slide in slides)
    assert {(slide.start, slide.seconds) for slide in slides} == {(90, 0)}
    assert "Exemple : lieu inventé" in words(words_of(slides[-1].foot))


def test_only_marks_are_replaced() -> None:
    page = f"<p>&lt;!--place:help--&gt; <!--place:elsewhere--> <!-- place:help --></p>{mark('help')}<p>17</p>"
    assert filled(page, lambda hole: f"[{hole}]") == page.replace("<!--place:help-->", "[help]")


def test_an_author_cannot_make_a_hole(tmp_path: Path) -> None:
    from pages import pages_of

    module = edited(minimal_module(), "title", "Une <!--place:help--> séance")
    root = workspace(tmp_path, {MODULE: edited(module, "content_note", "Un texte &lt;!--place:guide-->.")})
    page = pages_of(root)["learn/t1.html"]
    assert MARK.findall(page) == ["help"]


def test_a_deck_is_the_national_one_with_the_place_before_the_numbers_that_stay(tmp_path: Path) -> None:
    decks = [plan_decks(local_of(tmp_path, place), "tiny") for place in ("", "port")]
    for national, near in zip(*decks, strict=True):
        assert [slide.id for slide in near.slides if slide not in national.slides] == ["local-help"]
        assert [slide for slide in near.slides if slide.id != "local-help"] == list(national.slides)
        after = near.slides[[slide.id for slide in near.slides].index("local-help") + 1 :]
        assert [slide.id for slide in after] == ["help"]
