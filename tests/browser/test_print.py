"""Paper: questions without their answers, conversations as game-books, nothing of the screen."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OPEN
from browser.support import (
    KINDS,
    activities,
    answer,
    check,
    labels,
    like,
    modules,
    questions,
    telling,
)

SCREEN = ".bl-header, .bl-side, .bl-footer, .bl-search, .bl-skip, button"
ADULTS = ("rationale", "feedback", "why", "model_answer", "if_true", "if_false", "if_myth", "if_fact")
CODES = list(telling())


def solid(text: str) -> str:
    """Return the letters and digits of a text: where lines break does not matter."""
    return re.sub(r"[\W_]", "", text)


def holds(printed: str, text: str) -> bool:
    """Tell whether all of a text is printed, whatever its references became."""
    return all(solid(piece) in printed for piece in re.split(r"\[[^\]]*\]\([^)]*\)", text))


def visible(page: Page, selector: str) -> Locator:
    return page.locator(selector).locator("visible=true")


@pytest.mark.parametrize("kind", KINDS)
def test_paper_has_nothing_of_the_screen(page: Page, served: str, kind: str) -> None:
    page.goto(f"{served}/fr/{KINDS[kind]}")
    page.emulate_media(media="print")
    expect(visible(page, SCREEN)).to_have_count(0)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".bl-print-line")).to_be_visible()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no script"])
def test_a_learner_page_prints_its_questions_without_the_answers(
    opened: OPEN, base: str, code: str, *, scripts: bool
) -> None:
    page = opened(java_script_enabled=scripts)
    page.goto(f"{base}/fr/learn/{code}.html")
    here = [one for one in questions() if one.module == code]
    if scripts:
        for one in here[:3]:
            answer(one.on(page), one.item)
            check(one.on(page))
    page.emulate_media(media="print")
    expect(visible(page, "button, [data-bl-answer], [data-bl-result], .bl-mark, .bl-sort__why")).to_have_count(0)
    for one in here:
        expect(one.on(page).locator("legend")).to_be_visible()
        expect(one.on(page).locator("legend")).to_contain_text(like(one.item["stem"]))


@pytest.mark.parametrize(
    ("code", "chat"), activities("branching_chat"), ids=lambda one: one if isinstance(one, str) else ""
)
def test_a_conversation_prints_as_a_whole_game_book(page: Page, base: str, code: str, chat: dict[str, Any]) -> None:
    page.goto(f"{base}/fr/learn/{code}.html")
    here = page.locator(f"#a-{chat['id']}")
    here.locator(".bl-chat__choices button").first.click()
    page.emulate_media(media="print")
    nodes = here.locator("[data-node]")
    expect(nodes.locator("visible=true")).to_have_count(len(chat["nodes"]))
    expect(here.locator("[data-node] [data-to]").locator("visible=true")).to_have_count(
        sum(len(node.get("replies", [])) for node in chat["nodes"])
    )
    expect(here.locator(".bl-chat__how")).to_be_visible()
    expect(here.locator(".bl-chat__log, .bl-chat__choices").locator("visible=true")).to_have_count(0)


def test_a_sheet_prints_its_questions_and_where_to_write(page: Page, base: str) -> None:
    for use in ("practice", "assessment"):
        first = next(one for one in questions(use) if one.quiz in ("check", "form"))
        page.goto(f"{base}/fr/sheets/{first.module}-{first.quiz}.html")
        page.emulate_media(media="print")
        expect(page.locator(".bl-sheet__field").first).to_be_visible()
        expect(page.locator(".bl-sheet__help")).to_be_visible()
        expect(visible(page, "select, textarea, summary")).to_have_count(0)
        for one in questions(use):
            if (one.module, one.quiz) != (first.module, first.quiz):
                continue
            expect(one.on(page).locator("legend")).to_be_visible()
            if "options" in one.item:
                for text in labels(one.item):
                    expect(one.on(page)).to_contain_text(like(text))


@pytest.mark.parametrize("code", CODES)
def test_a_pdf_holds_the_questions_and_no_key(page: Page, served: str, tmp_path: Path, code: str) -> None:
    reader = shutil.which("pdftotext")
    assert reader, "no pdftotext: install poppler-utils"
    for quiz in modules()[code]["quizzes"]:
        page.goto(f"{served}/fr/sheets/{code}-{quiz['id']}.html")
        page.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
        done = subprocess.run([reader, "-raw", tmp_path / "sheet.pdf", "-"], capture_output=True, text=True, check=True)
        text = solid(done.stdout)
        for item in quiz["items"]:
            assert holds(text, item["stem"])
            assert all(holds(text, option["text"]) for option in item.get("options", []))
            parts = [one for name in ("options", "pairs", "cards", "points") for one in item.get(name, [])]
            said = [one.get(name) for one in (item, *parts) for name in ADULTS]
            assert [one for one in said if one and holds(text, one)] == []
