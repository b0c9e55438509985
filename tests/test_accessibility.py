"""The accessibility statement says what the record of the audit says, and no more."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import audit as program
from balise.audit import digest_of
from builders import base_course, edited, report_of, workspace
from pages import pages_of, tree_of, words_of
from probes import CONDITIONS

RECORD = "modules/_shared/audit.yaml"
COURSE = "modules/_shared/course.yaml"
CHANGED = "La présentation du site a changé depuis"
LOOK = {"scheme": "light", "width": "360", "pages": 3}


def record(digest: str) -> dict[str, Any]:
    return {
        "date": "2026-11-20",
        "digest": digest,
        "programs": [{"name": "axe-core", "version": "4.12.1"}],
        "looks": [
            {"locale": "fr", **LOOK},
            {"locale": "fr", "scheme": "light", "width": "1280", "pages": 3, "findings": {"image-alt": 2, "label": 1}},
            {"locale": "ar", **LOOK},
        ],
        "keyboard": [{"locale": "fr", "pages": 3, "stops": 120, "findings": 1}],
        "markup": {"pages": 6, "findings": 0},
    }


def statement(root: Path, files: dict[str, Any] | None = None) -> str:
    return pages_of(workspace(root, files))["accessibility.html"]


def test_without_a_record_the_page_says_that_no_program_looked(tmp_path: Path) -> None:
    page = statement(tmp_path)
    assert "Aucune vérification par un programme n'est enregistrée" in words_of(page)
    assert tree_of(page).xpath("//table") == []


def test_the_page_shows_each_language_and_condition_of_the_record(tmp_path: Path) -> None:
    page = statement(tmp_path, {RECORD: record(digest_of(tmp_path))})
    said = words_of(page)
    assert "Dernière vérification : 20 novembre 2026" in said
    assert "Pages ouvertes : 6, en 2 langues." in said
    assert "image-alt 2" in said
    assert "s'est arrêté 120 fois" in said
    assert "axe-core 4.12.1" in said
    assert CHANGED not in said
    light, dark = tree_of(page).xpath("//table")
    rows = [[cell.text_content() for cell in row.xpath("th|td")] for row in light.xpath("tbody/tr")]
    assert rows == [["Français", "3", "0", "3", "pas fait"], ["العربية", "3", "0", "pas fait", "pas fait"]]
    assert {cell.text for cell in dark.xpath("tbody//td")} == {"0", "pas fait"}


def test_the_page_says_when_templates_have_changed_since(tmp_path: Path) -> None:
    before = digest_of(workspace(tmp_path))
    theme = tmp_path / "site_overrides" / "assets" / "theme.css"
    theme.parent.mkdir(parents=True)
    theme.write_text(":root {}\n", encoding="utf-8")
    assert CHANGED in words_of(statement(tmp_path, {RECORD: record(before)}))
    assert CHANGED not in words_of(statement(tmp_path, {RECORD: record(digest_of(tmp_path))}))


def test_a_mistake_in_the_record_is_told_with_its_place(tmp_path: Path) -> None:
    wrong = edited(record("x"), "looks/0/width", "wide")
    said = report_of(workspace(tmp_path, {RECORD: wrong}))
    assert f"{RECORD}:" in said
    assert "width" in said
    assert "1280" in said


@pytest.mark.parametrize(
    ("contact", "href"), [("ecole@example.org", "mailto:ecole@example.org"), ("https://example.org/a", None)]
)
def test_the_publisher_can_give_an_address(tmp_path: Path, contact: str, href: str | None) -> None:
    course = edited(base_course()[COURSE], "contact", contact)
    page = statement(tmp_path, {COURSE: course})
    assert tree_of(page).xpath("//section[@aria-labelledby='report']//a/@href") == [href or contact]
    assert "n'a pas indiqué d'adresse" not in words_of(page)


def test_what_is_no_address_is_refused(tmp_path: Path) -> None:
    course = edited(base_course()[COURSE], "contact", "le bureau")
    assert "an e-mail address, or a web address" in report_of(workspace(tmp_path, {COURSE: course}))


def test_what_the_audit_writes_can_be_read_and_shown(tmp_path: Path) -> None:
    looks = {condition: Counter({"label": 2}) for condition in CONDITIONS}
    seen = [program.Seen(f"{locale}/index.html", looks, stops=7, lost=1) for locale in ("fr", "en")]
    text = program.record(
        seen, {"date": date(2026, 11, 22), "digest": "0123"}, [{"name": "axe-core", "version": "4"}], None
    )
    page = statement(tmp_path, {RECORD: text.encode()})
    cells = tree_of(page).xpath("//tbody//td/text()")
    assert cells == ["1", "2", "2", "2"] * 4
    assert "s'est arrêté 14 fois. Arrêts invisibles, cachés ou manquants : 2." in words_of(page)
