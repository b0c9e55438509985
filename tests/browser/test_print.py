"""Paper: questions without their answers, conversations as game-books, nothing of the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OPEN
from browser.course import first_page, modules, page_of, steps, telling
from browser.paper import printed, solid
from browser.support import KINDS, activities, answer, asked, check, labels, like, questions

SCREEN = ".bl-header, .bl-side, .bl-footer, .bl-search, .bl-skip, .bl-turn, .bl-button, button"
ADULTS = ("rationale", "feedback", "why", "model_answer", "if_true", "if_false", "if_myth", "if_fact")
KEYS = (*ADULTS, "sign")
CODES = list(telling())


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
def test_a_step_prints_its_questions_without_the_answers(
    page: Page, plain: Page, served: str, code: str, *, scripts: bool
) -> None:
    page = page if scripts else plain
    for step in steps(code):
        if not (step.items or step.activity == "card_sort"):
            continue  # it asks nothing
        page.emulate_media(media="screen")
        page.goto(f"{served}/fr/{step.path}")
        here = asked(step)
        if scripts:
            for one in here[:1]:
                answer(one.on(page), one.item)
                check(one.on(page))
        page.emulate_media(media="print")
        expect(visible(page, "button, [data-bl-answer], [data-bl-result], .bl-mark, .bl-sort details")).to_have_count(0)
        for one in here:
            expect(one.on(page).locator("legend")).to_be_visible()
            expect(one.on(page).locator("legend")).to_contain_text(like(one.item["stem"]))


@pytest.mark.parametrize(
    ("code", "chat"), activities("branching_chat"), ids=lambda one: one if isinstance(one, str) else ""
)
def test_a_conversation_prints_as_a_whole_game_book(page: Page, served: str, code: str, chat: dict[str, Any]) -> None:
    page.goto(f"{served}/fr/{page_of(code, chat)}")
    here = page.locator(f"#a-{chat['id']}")
    here.locator(".bl-chat__choices button").first.click()
    page.emulate_media(media="print")
    nodes = here.locator(".bl-chat > section")
    expect(nodes.locator("visible=true")).to_have_count(len(chat["nodes"]))
    expect(nodes.locator("> ul a").locator("visible=true")).to_have_count(
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
    for quiz in modules()[code]["quizzes"]:
        text = solid(printed(page, f"{served}/fr/sheets/{code}-{quiz['id']}.html", tmp_path).words("-raw"))
        for item in quiz["items"]:
            assert holds(text, item["stem"])
            assert all(holds(text, option["text"]) for option in item.get("options", []))
            parts = [one for name in ("options", "pairs", "cards", "points") for one in item.get(name, [])]
            said = [one.get(name) for one in (item, *parts) for name in ADULTS]
            assert [one for one in said if one and holds(text, one)] == []


def whole(locale: str, code: str) -> list[str]:
    """Return every page of a module, as learners go through them."""
    return [f"{locale}/{first_page(code)}", *(f"{locale}/{step.path}" for step in steps(code))]


PLACES = {
    "fr/learn/a2": whole("fr", "a2"),
    "ar/learn/c6": whole("ar", "c6"),
    "a guide": ["fr/teach/online-grooming.html"],
    "help": ["fr/help.html"],
    "the law": ["ar/law.html"],
    "the catalogue": ["fr/modules.html"],
    "a sheet": ["fr/sheets/k10-check.html"],
}


@pytest.mark.parametrize("place", PLACES)
def test_nothing_one_reads_in_one_go_is_cut_and_no_title_is_left_behind(
    page: Page, served: str, tmp_path: Path, place: str
) -> None:
    kept, parted = 0, {}
    for path in PLACES[place]:
        paper = printed(page, f"{served}/{path}", tmp_path, marked=True)
        kept += len(paper.kept)
        parted[path] = paper.parted()
    assert kept > 10 * len(parted)
    assert {path: cut for path, cut in parted.items() if cut} == {}


def test_an_outside_address_is_written_after_its_words_unless_it_is_its_words(
    page: Page, served: str, tmp_path: Path
) -> None:
    words = re.sub(r"\s", "", printed(page, f"{served}/fr/services.html", tmp_path).words("-raw"))
    links = page.locator("main a[href^=http]").evaluate_all(
        "all => all.map(one => [one.getAttribute('href'), one.textContent])"
    )
    said = [link for link, text in links if link.split("//")[1] in text]
    others = [link for link, text in links if link not in said]
    assert len(said) > 10
    assert len(others) > 10
    assert [link for link in said if link.split("//")[1] not in words or f"({link})" in words] == []
    assert [link for link in others if words.count(f"({link})") != others.count(link)] == []


@pytest.mark.parametrize("code", ["a2", "c6"])
def test_what_answers_is_on_the_paper_of_adults_and_not_on_that_of_learners(
    page: Page, served: str, tmp_path: Path, code: str
) -> None:
    module = modules()[code]
    papers = (printed(page, f"{served}/{path}", tmp_path).words("-raw") for path in whole("fr", code))
    learner = "\n".join(map(solid, papers))
    guide = solid(printed(page, f"{served}/fr/teach/{module['slug']}.html", tmp_path).words("-raw"))
    keys = list(_keys(module))
    assert {kind for kind, _ in keys} >= {"feedback", "why", "rationale"}
    assert all(solid(step.title) in learner for step in steps(code))
    assert [key for key in keys if holds(learner, key[1])] == []
    assert [key for key in keys if not holds(guide, key[1])] == []


def _keys(part: Any) -> Iterator[tuple[str, str]]:
    """Yield what a module says of the right answers, in its quizzes and its activities."""
    if isinstance(part, list):
        for one in part:
            yield from _keys(one)
    elif isinstance(part, dict):
        for name, value in part.items():
            if name in KEYS and isinstance(value, str):
                yield name, value
            else:
                yield from _keys(value)


def test_what_is_folded_away_and_teaches_is_printed(page: Page, served: str, tmp_path: Path) -> None:
    said = solid(printed(page, f"{served}/fr/modules.html", tmp_path).words("-raw"))
    assert [one for module in modules().values() for one in module["materials"] if not holds(said, one)] == []


def test_a_dark_page_prints_black_on_white(opened: OPEN, served: str) -> None:
    page = opened(color_scheme="dark")
    for path in (first_page("a2"), steps("a2")[-1].path):
        page.goto(f"{served}/fr/{path}")
        page.emulate_media(media="print")
        inks = page.locator("main :is(p, li, h1, h2, h3, a, legend):visible").evaluate_all(
            """all => all.map(one => {
              const shades = getComputedStyle(one).color.match(/\\d+/g).slice(0, 3).map(Number);
              return 0.2126 * shades[0] + 0.7152 * shades[1] + 0.0722 * shades[2];
            })"""
        )
        assert max(inks) < 60
        expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.locator(".bl-activity").first).to_have_css("background-color", "rgba(0, 0, 0, 0)")
