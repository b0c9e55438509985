"""Is this sheet still right? The record of editions, what becomes of their sheets, the pages that say so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from balise.cli import main
from balise.editions import Change, Judge, Verdict
from balise.recall_sheets import find_sheets
from balise.recording import record, record_file, written
from builders import MODULE, SHARED, base_course, course_of, dumped, edited, po, workspace, yaml_of
from pages import pages_of, tree_of, words, words_of

SETTINGS, SERVICES, LAWS = (f"{SHARED}/{name}.yaml" for name in ("course", "services/fr", "laws/fr"))
NEXT = date(2027, 3, 1)
SHEET = "t1-worksheet"


def change(root: Path, file: str, path: str, value: Any) -> None:
    """Change one thing in a file of the course."""
    own = root / file
    own.write_text(dumped(edited(yaml_of(own), path, value)), encoding="utf-8")


def keep_record(root: Path) -> None:
    """Record the current edition of a course."""
    course = course_of(root)
    file = record_file(course)
    file.parent.mkdir(exist_ok=True)
    file.write_text(written(record(course)), encoding="utf-8")


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    """The tiny course, its law told in the worksheet, its first edition on record, a second one begun."""
    module = edited(base_course()[MODULE], "content_note", "Voir [](law:fr.image).")
    english = po("en", {"service/fr.3018/hours": ("la nuit", "at night")})
    services = edited(base_course()[SERVICES], "entries/2/hours", "le jour")
    root = workspace(tmp_path, {MODULE: module, SERVICES: services, f"{SHARED}/locales/en.po": english})
    keep_record(root)
    change(root, SETTINGS, "edition", NEXT)
    return root


def verdict(root: Path) -> Verdict:
    """Record the second edition, and judge the worksheet of the first."""
    keep_record(root)
    current, past = Judge(course_of(root)).editions()
    assert (current.edition, current.verdict, past.edition) == (NEXT, Verdict.CURRENT, date(2026, 11, 22))
    return next(one.verdict for one in past.sheets if one.sheet.name == SHEET)


def test_a_sheet_whose_words_and_facts_are_the_same_is_still_right_whatever_its_dates(recorded: Path) -> None:
    change(recorded, SERVICES, "entries/2/review_by", date(2027, 4, 1))
    assert verdict(recorded) is Verdict.RIGHT
    _, past = Judge(course_of(recorded)).editions()
    assert {one.verdict for one in past.sheets} == {Verdict.RIGHT}, "a kind of sheet tells dates outside of its proof"


def test_a_sheet_that_says_the_same_facts_in_other_words_is_reworded(recorded: Path) -> None:
    change(recorded, MODULE, "content_note", "Lire [](law:fr.image).")
    assert verdict(recorded) is Verdict.REWORDED


def test_a_sheet_that_no_longer_exists_is_withdrawn(recorded: Path) -> None:
    change(recorded, MODULE, "code", "t2")
    assert verdict(recorded) is Verdict.WITHDRAWN


@pytest.mark.parametrize(
    ("file", "path", "value", "fact", "changed"),
    [
        (SERVICES, "entries/2/contacts/0/value", "3019", "service:fr.3018", Change("phone", "3018", "3019")),
        (SERVICES, "entries/2/hours", "la nuit", "service:fr.3018", Change("hours", "le jour", "la nuit")),
        (SERVICES, "entries/2/status", "closed", "service:fr.3018", Change("status", "open", "closed")),
        (SERVICES, "entries/2/superseded_by", "fr.119", "service:fr.3018", Change("replaced_by", "", "fr.119")),
        (
            LAWS,
            "entries/1/penalties/0/years",
            3,
            "law:fr.image",
            Change(
                "penalty-base",
                "sans accord : 2 ans d'emprisonnement et 60\u202f000\xa0€ d'amende",
                "sans accord : 3 ans d'emprisonnement et 60\u202f000\xa0€ d'amende",
            ),
        ),
    ],
)
def test_a_sheet_with_a_fact_that_changed_is_replaced(  # noqa: PLR0913, PLR0917  one change, told
    file: str, path: str, value: Any, fact: str, changed: Change, recorded: Path
) -> None:
    change(recorded, file, path, value)
    _, past = Judge(course_of(recorded)).editions()  # known before the second edition is on record
    assert [(one.fact, one.changes, one.since) for one in past.facts] == [(fact, (changed,), NEXT)]
    assert verdict(recorded) is Verdict.REPLACED


def test_a_fact_nobody_shows_replaces_nothing(recorded: Path) -> None:
    change(recorded, SERVICES, "entries/1/contacts/0/value", "118")
    assert verdict(recorded) is Verdict.RIGHT


def test_a_change_is_dated_by_the_first_edition_that_made_it(recorded: Path) -> None:
    change(recorded, SERVICES, "entries/2/contacts/0/value", "3019")
    keep_record(recorded)
    change(recorded, SETTINGS, "edition", date(2028, 1, 1))
    *_, newer, oldest = Judge(course_of(recorded)).editions()
    assert (newer.verdict, newer.facts) == (Verdict.RIGHT, ())
    assert [(one.fact, one.since) for one in oldest.facts] == [("service:fr.3018", NEXT)]


@pytest.fixture
def run(recorded: Path) -> Callable[..., Any]:
    """Return what runs `balise` in the course."""
    return lambda *words: CliRunner().invoke(main, [*words, "--root", str(recorded)])


def test_a_record_is_written_once_and_replaced_only_by_force(recorded: Path, run: Callable[..., Any]) -> None:
    file = record_file(course_of(recorded))
    assert run("edition", "list").output.splitlines()[0] == (
        "2027-03-01  current, not recorded yet: balise edition record"
    )
    assert "Wrote" in run("edition", "record").output
    first = file.read_bytes()
    assert "is current" in run("edition", "record").output
    change(recorded, SERVICES, "entries/2/contacts/0/value", "3019")
    refused = run("edition", "record")
    assert refused.exit_code == 1
    assert "edition 2027-03-01 has been recorded with other facts (service:fr.3018)" in refused.output
    assert file.read_bytes() == first
    assert run("edition", "record", "--force").exit_code == 0
    assert "3019" in file.read_text(encoding="utf-8")
    assert "replaced" in run("edition", "list").output.splitlines()[1]


def test_printing_an_edition_that_is_not_on_record_says_so(recorded: Path, run: Callable[..., Any]) -> None:
    advice = "Edition 2027-03-01 is not on record"
    to = ["print", "--to", str(recorded / "out"), "--locale", "fr", "tiny"]
    assert advice in run(*to).output
    keep_record(recorded)
    assert advice not in run(*to).output


def test_a_note_survives_a_new_record(recorded: Path, run: Callable[..., Any]) -> None:
    run("edition", "record")
    file = record_file(course_of(recorded))
    file.write_text(f"note: Un numéro a changé.\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    change(recorded, SERVICES, "entries/2/contacts/0/value", "3019")
    run("edition", "record", "--force")
    assert "Un numéro a changé." in words_of(pages_of(recorded)["editions.html"])


def test_the_page_of_an_edition_strikes_what_was_and_says_what_is(recorded: Path) -> None:
    change(recorded, SERVICES, "entries/2/contacts/0/value", "3019")
    page = tree_of(pages_of(recorded)["editions/2026-11-22.html"])
    assert [one.text_content() for one in page.iter("del")] == ["3018"]
    assert [one.text_content() for one in page.iter("ins")] == ["3019"]
    assert [one for one in page.xpath("//@href") if one.startswith(("tel:", "sms:"))] == []
    [sheet] = page.xpath(f"//li[@id='{SHEET}']")
    assert "Remplacée" in sheet.text_content()
    assert "elle ne doit plus être distribuée" in words(sheet.text_content())
    [reason] = sheet.xpath(".//a/@href")
    assert page.xpath(f"//*[@id='{reason[1:]}']//del")


def test_the_current_edition_has_a_page_before_and_after_it_is_recorded(recorded: Path) -> None:
    said = "C'est l'édition en cours : ses fiches peuvent être distribuées."
    before = pages_of(recorded)["editions/2027-03-01.html"]
    keep_record(recorded)
    after = pages_of(recorded)["editions/2027-03-01.html"]
    assert said in words_of(before)
    assert said in words_of(after)
    assert [SHEET in page for page in (before, after)] == [False, True]


def test_what_a_record_says_is_in_its_own_language_and_what_is_so_today_in_the_readers(recorded: Path) -> None:
    change(recorded, SERVICES, "entries/2/hours", "la nuit")
    page = tree_of(pages_of(recorded, "en")["editions/2026-11-22.html"])
    [old], [new] = page.iter("del"), page.iter("ins")
    assert [(one.get("lang"), one.text) for one in old] == [("fr", "le jour")]
    assert ([*new], new.text) == ([], "at night")


def test_the_recall_list_names_the_sheets_of_today_and_of_past_editions(recorded: Path) -> None:
    found = list(find_sheets(course_of(recorded), "fr.3018"))
    assert f"sheet: fr/print/{SHEET}-fr.pdf, and large, dyslexia, ink" in found
    [printed] = [line for line in found if line.startswith("printed: edition 2026-11-22: ")]
    assert SHEET in printed
    assert list(find_sheets(course_of(recorded), "fr.119")) == []
