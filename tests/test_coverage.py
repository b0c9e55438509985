"""What is taught and assessed, on the page and in the terminal; who has reviewed what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from click.testing import CliRunner

from balise.cli import main
from builders import MODULE, edited, minimal_module, site_workspace, workspace
from pages import pages_of, tree_of, words, words_of


def rows(page: str, table: str) -> list[list[str]]:
    """Return the cells of a table, header first."""
    (found,) = tree_of(page).xpath(f"//section[@id='{table}']//table")
    return [[words(cell.text_content()) for cell in row] for row in found.iter("tr")]


def two_objectives() -> dict[str, Any]:
    """Return a module with an objective nothing serves."""
    unserved = {"id": "lost", "text": "Savoir autre chose.", "frameworks": []}
    return edited(minimal_module(), "objectives/1", unserved)


def test_the_page_says_what_serves_and_assesses_each_objective(tmp_path: Path) -> None:
    page = pages_of(workspace(tmp_path, {MODULE: two_objectives()}))["coverage.html"]
    assert rows(page, "m-t1") == [
        ["Objectif", "Activités qui le travaillent", "Questions qui l'évaluent"],
        ["Savoir à qui parler.", "Parler", "Vérifier : 1"],
        ["Savoir autre chose.", "aucune", "aucune"],
    ]
    assert rows(page, "frameworks") == [["Programme ou référentiel", "T1"], ["EVARS", "1"]]


def test_the_terminal_says_the_same(tmp_path: Path) -> None:
    root = site_workspace(tmp_path, {MODULE: two_objectives()})
    shown = CliRunner().invoke(main, ["coverage", "--root", str(root)])
    assert shown.exit_code == 0
    assert shown.output.splitlines() == [
        "tiny (t1)",
        "  find-help          taught by talk",
        "                     assessed by Vérifier: 1",
        "  lost               taught by nothing",
        "                     assessed by nothing",
        "",
        "framework × module: how many objectives serve it",
        "                               t1",
        "fr.evars                        1",
    ]


def test_a_module_that_is_not_there_is_named(tmp_path: Path) -> None:
    root = site_workspace(tmp_path)
    shown = CliRunner().invoke(main, ["coverage", "tinny", "--root", str(root)])
    assert shown.exit_code == 1
    assert shown.output == 'Error: no module is called "tinny". did you mean "tiny"?\n'


def test_nobody_is_said_to_have_reviewed_what_nobody_has(tmp_path: Path) -> None:
    page = pages_of(workspace(tmp_path))["reviews.html"]
    assert rows(page, "modules")[1:] == [["Une séance", "personne encore", "personne encore", "il n'y en a pas encore"]]
    assert "Aucune personne extérieure n'a encore relu ces modules" in words_of(page)


def test_a_review_is_shown_with_its_name_and_day(tmp_path: Path) -> None:
    mark = {"by": "Une juriste", "on": "2026-11-20"}
    easy = minimal_module(review={"legal": mark, "pedagogical": None}, easy={"title": "Parler"})
    page = pages_of(workspace(tmp_path, {MODULE: easy}))["reviews.html"]
    read = "Une juriste, 20 novembre 2026"
    assert rows(page, "modules")[1:] == [["Une séance", read, "personne encore", "personne encore"]]
    assert "Aucune personne extérieure" not in words_of(page)
    easy["review"] = {"legal": None, "pedagogical": None, "easy": mark}
    page = pages_of(workspace(tmp_path / "easy", {MODULE: easy}))["reviews.html"]
    assert rows(page, "modules")[1:] == [["Une séance", "personne encore", "personne encore", read]]


def test_facts_are_counted_by_how_they_are_known(tmp_path: Path) -> None:
    page = pages_of(workspace(tmp_path))["reviews.html"]
    laws = next(row for row in rows(page, "facts") if row[0] == "La loi")
    assert laws == ["La loi", "4", "0", "4", "0", "0", "4", "0"]
