"""The course as plain Markdown: every text is on the page of whoever may read it, with the dates of its facts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import markdown
import pytest
from click.testing import CliRunner, Result
from lxml import html

from balise.cli import main
from balise.discovery import members
from balise.export.course import exported
from balise.links import Links
from balise.markup import plain
from balise.typography import set_text
from builders import EMPTY_PO, MODULE, SHARED, edited, example, local_of, minimal_module, po, workspace
from printed import bare

PLACES = {"activities": ("activity", "lessons/0/activities/0"), "items": ("item", "quizzes/0/items/0")}
ANSWER = "Zébrure"
ARABIC = {f"{SHARED}/locales/ar.po": EMPTY_PO, "modules/tiny/locales/ar.po": EMPTY_PO}


def pages_in(root: Path, locale: str = "fr") -> dict[str, str]:
    """Return the Markdown of every page of a course, by its path."""
    files, count = exported(local_of(root, locale))
    pages = {path.removeprefix("docs/"): made.decode() for path, made in files.items() if path.endswith(".md")}
    assert len(pages) == count
    return pages


def shown(page: str) -> str:
    """Return the words of a page as a builder shows them, without spaces."""
    made = markdown.markdown(page, extensions=["tables", "toc"])
    return bare(str(html.fragment_fromstring(made, create_parent="div").text_content()))


def assessed() -> dict[str, Any]:
    """Return a module whose quiz is an assessment; its feedback and rationale hold a word found nowhere else."""
    module = edited(minimal_module(), "quizzes/0/use", "assessment")
    for index in range(3):
        module = edited(module, f"quizzes/0/items/0/options/{index}/feedback", f"{ANSWER}.")
    return edited(module, "quizzes/0/items/0/rationale", f"{ANSWER}.")


@pytest.mark.parametrize(("family", "name"), [(family, name) for family in PLACES for name in sorted(members(family))])
def test_every_text_of_a_module_is_on_one_of_its_pages(family: str, name: str, tmp_path: Path) -> None:
    kind, place = PLACES[family]
    part = example(family, name)[kind]
    local = local_of(workspace(tmp_path, {MODULE: edited(minimal_module(), place, part)}))
    files, _ = exported(local)
    said = "".join(shown(page.decode()) for path, page in files.items() if path.endswith(".md"))
    reference = Links(local).name
    texts = [
        set_text(plain(re.sub(r"\{[^}]*\}", "…", one.text), reference), "fr").split("…")
        for one in local.course.modules["tiny"].passages()
        if "easy" not in one.path
    ]
    assert [piece for pieces in texts for piece in pieces if bare(piece) not in said] == []


@pytest.mark.parametrize("name", sorted(members("activities")))
def test_notes_are_in_the_guide_alone(name: str, tmp_path: Path) -> None:
    sample = example("activities", name)
    pages = pages_in(
        workspace(tmp_path, {MODULE: edited(minimal_module(), PLACES["activities"][1], sample["activity"])})
    )
    notes = [bare(set_text(text, "fr")) for text in sample["facilitator_only"]]
    assert [note for note in notes if note not in shown(pages["teach/tiny.md"])] == []
    learners = "".join(shown(page) for path, page in pages.items() if path.startswith("learn/"))
    assert [note for note in notes if note in learners] == []


def test_the_key_of_an_assessment_is_in_the_guide_alone(tmp_path: Path) -> None:
    pages = pages_in(workspace(tmp_path, {MODULE: assessed()}))
    assert {path for path, page in pages.items() if ANSWER in page} == {"teach/tiny.md"}
    assert {path for path in pages if path.startswith("learn/")} == {"learn/t1.md", "learn/t1/1.md"}
    assert "Que faire ?" in pages["sheets/t1-check.md"].replace("\u202f", " ")


def test_practice_is_answered_after_where_to_find_help(tmp_path: Path) -> None:
    pages = pages_in(workspace(tmp_path))
    asked, helped, answered = (
        pages["learn/t1/2.md"].index(words) for words in ("Que faire", "3018", "Le silence isole.")
    )
    assert asked < helped < answered
    assert "Le silence isole." not in pages["sheets/t1-check.md"]
    assert "Parler rompt" not in pages["learn/t1/2.md"]


def test_a_fact_bears_its_edition_and_its_dates(tmp_path: Path) -> None:
    pages = pages_in(workspace(tmp_path, {MODULE: minimal_module(content_note="Appelle le [](service:fr.119).")}))
    learner = pages["learn/t1.md"]
    assert "[119](../services.md#fr-119)" in learner
    assert "*Édition du 22 novembre 2026 · Numéros vérifiés le 1 novembre 2026" in learner
    assert '### <a id="fr-119"></a>119 – Service 119' in pages["services.md"]
    assert (
        "vérifié le 1 novembre 2026 · à revérifier avant le 1 mai 2027 · [source](https://example.org/checked)"
        in (pages["law.md"])
    )
    assert re.search(
        "2 ans d’emprisonnement et 60.000.€ d’amende.*Et quand l’auteur est mineur", pages["law.md"], re.DOTALL
    )


def test_numbers_are_isolated_and_what_is_not_translated_says_its_language(tmp_path: Path) -> None:
    translated = po("ar", {"title": ("Une séance", "جلسة من 3 مراحل")})
    root = workspace(tmp_path, {**ARABIC, "modules/tiny/locales/ar.po": translated})
    pages = pages_in(root, "ar")
    assert "# جلسة من \u20663\u2069 مراحل\n" in pages["learn/t1.md"]
    assert "**\u206617\u2069**" in pages["help.md"]
    assert '> <span lang="fr" dir="ltr">On peut faire une pause.</span>' in pages["learn/t1.md"]


def test_a_page_written_by_hand_leads_where_the_export_has_a_page(tmp_path: Path) -> None:
    home = "# Accueil\n\nLe [](service:fr.17) <b>et</b> les [éditions](editions.md#a), [la\nloi](law.md).\n"
    page = pages_in(workspace(tmp_path, {"content/fr/index.md": home}))["index.md"]
    assert "Le [17](services.md#fr-17) &lt;b>et&lt;/b> les éditions, [la\nloi](law.md)." in page
    assert page.count("# Accueil") == 1


def test_a_conversation_is_followed_by_links(tmp_path: Path) -> None:
    chat = example("activities", "branching_chat")["activity"]
    module = edited(minimal_module(), PLACES["activities"][1], chat)
    page = pages_in(workspace(tmp_path, {MODULE: module}))["learn/t1/1.md"]
    places = re.findall(r'<a id="(n-[^"]+)"', page)
    assert len(places) == len(chat["nodes"])
    assert set(re.findall(r"\(#(n-[^)]+)\)", page)) <= set(places)
    assert page.count("](#n-") == sum(len(node.get("replies", ())) for node in chat["nodes"])


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["export", "--root", str(root), "--today", "2026-11-22", *words])


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_course_makes_the_same_bytes_and_a_module_that_goes_takes_its_pages(tmp_path: Path) -> None:
    other = {"modules/other/module.yaml": minimal_module(code="t2")}
    root = workspace(tmp_path / "course", other)
    assert run(root, "--locale", "fr").exit_code == 0
    made = files_of(root / "dist" / "export")
    assert "fr/docs/learn/t2.md" in made
    assert run(root, "--to", str(tmp_path / "again"), "--locale", "fr").exit_code == 0
    assert files_of(tmp_path / "again") == made
    (root / "modules/other/module.yaml").unlink()
    (root / "modules/other/locales/en.po").unlink()
    (root / "modules/other/locales").rmdir()
    (root / "modules/other").rmdir()
    assert run(root, "--locale", "fr").exit_code == 0
    gone = set(made) - set(files_of(root / "dist" / "export"))
    assert gone == {
        f"fr/docs/{path}.md" for path in ("learn/t2", "learn/t2/1", "learn/t2/2", "teach/other", "sheets/t2-check")
    }


def test_nothing_is_written_over_pages_that_are_not_ours(tmp_path: Path) -> None:
    root = workspace(tmp_path / "course")
    theirs = tmp_path / "work" / "fr" / "docs" / "thesis.md"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("Mine.", encoding="utf-8")
    refused = run(root, "--to", str(tmp_path / "work"), "--locale", "en", "--locale", "fr")
    assert refused.exit_code == 1
    assert "holds files that no export wrote: name another folder with --to" in refused.output
    assert files_of(tmp_path / "work") == {"fr/docs/thesis.md": b"Mine."}


def test_a_course_with_an_error_is_not_exported(tmp_path: Path) -> None:
    root = workspace(tmp_path / "course", {MODULE: edited(minimal_module(), "duration", 55)})
    refused = run(root)
    assert refused.exit_code == 1
    assert "modules/tiny/module.yaml" in refused.output
    assert not (root / "dist").exists()


def test_a_language_that_is_not_there_is_said(tmp_path: Path) -> None:
    refused = run(workspace(tmp_path), "--locale", "de")
    assert (refused.exit_code, refused.output.strip()) == (1, 'Error: there is no language "de". one of: en, fr')
