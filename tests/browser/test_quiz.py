"""Questions, with and without a script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.course import Step, steps, telling
from browser.support import (
    Question,
    answer,
    arrange,
    asked,
    check,
    choose,
    labels,
    like,
    option,
    pairs,
    question,
    questions,
    row,
    spoil,
)

RIGHT = re.compile("Oui, c.est ça")
WRONG = re.compile("Pas tout à fait")
THANKS = re.compile("Merci")
PARTIAL = re.compile("il manque encore")
SERIES = [step for code in telling() for step in steps(code) if step.items]


def open_question(page: Page, base: str, kind: str) -> tuple[Question, Page]:
    one = question(kind)
    page.goto(f"{base}/{one.page}")
    return one, page


def test_each_option_chosen_is_answered_with_its_own_words(page: Page, base: str) -> None:
    one, _ = open_question(page, base, "single_choice")
    item = one.on(page)
    expect(item.locator("[data-bl-result]")).to_be_empty()
    for choice in sorted(one.item["options"], key=lambda choice: choice.get("correct", False)):
        option(item, choice["text"]).locator("input").check()
        said = check(item)
        expect(said).to_contain_text(RIGHT if choice.get("correct") else WRONG)
        expect(said).to_contain_text(like(choice["feedback"]))
        expect(option(item, choice["text"]).locator("strong")).to_have_text(
            "Juste" if choice.get("correct") else "À revoir"
        )
        expect(item.locator("strong.bl-mark:visible")).to_have_count(1)


def test_the_verdict_goes_when_the_answer_changes(page: Page, served: str) -> None:
    one, _ = open_question(page, served, "single_choice")
    item = one.on(page)
    spoil(item, one.item)
    expect(check(item)).to_contain_text(WRONG)
    answer(item, one.item)
    expect(item.locator("[data-bl-result]")).to_be_empty()
    expect(item.locator("fieldset .bl-mark")).to_have_count(0)


def test_a_question_with_no_answer_asks_for_one_and_tells_nothing(page: Page, base: str) -> None:
    for kind in ("single_choice", "matching", "gap_fill"):
        one, _ = open_question(page, base, kind)
        item = one.on(page)
        expect(check(item)).to_contain_text(re.compile("d.abord"))
        expect(item.locator("[data-bl-answer]")).to_be_hidden()


def test_a_multiple_choice_tells_a_part_from_the_whole(page: Page, base: str) -> None:
    one, _ = open_question(page, base, "multiple_choice")
    item = one.on(page)
    right = [text for text, good in labels(one.item).items() if good]
    wrong = next(text for text, good in labels(one.item).items() if not good)
    option(item, right[0]).locator("input").check()
    expect(check(item)).to_contain_text(PARTIAL)
    for text in right[1:]:
        option(item, text).locator("input").check()
    expect(check(item)).to_contain_text(RIGHT)
    option(item, wrong).locator("input").check()
    expect(check(item)).to_contain_text(WRONG)


def test_steps_are_put_in_order_with_the_keyboard_alone(page: Page, base: str) -> None:
    one, _ = open_question(page, base, "ordering")
    item = one.on(page)
    expect(check(item)).to_contain_text(WRONG)
    steps = [step["text"] for step in one.item["steps"]]
    arrange(item, steps)
    status = item.locator("[data-bl-said][role=status]")
    expect(status).to_have_text(re.compile(rf"Place \d sur {len(steps)}"))
    expect(item.locator(".bl-order__step").first.get_by_role("button").first).to_have_attribute("aria-disabled", "true")
    said = check(item)
    expect(said).to_contain_text(RIGHT)
    expect(said).to_contain_text(like(one.item["feedback"]))


def test_each_row_matched_rightly_says_why_and_the_others_do_not(page: Page, base: str) -> None:
    for kind in ("matching", "categorise"):
        one, _ = open_question(page, base, kind)
        item = one.on(page)
        spoil(item, one.item)
        first, target = next(iter(pairs(one.item).items()))
        choose(row(item, first).locator("select"), target)
        said = check(item)
        expect(said).to_contain_text(WRONG)
        feedback = one.item["pairs"][0]["feedback"] if kind == "matching" else one.item["cards"][0]["why"]
        expect(said).to_contain_text(like(feedback))
        expect(said.locator(".bl-item__why")).to_have_count(1)
        expect(row(item, first).locator("strong.bl-mark")).to_have_text("Juste")
        expect(item.locator(".bl-match__row strong.bl-mark--wrong")).to_have_count(len(pairs(one.item)) - 1)


def test_each_gap_filled_is_marked(page: Page, base: str) -> None:
    one, _ = open_question(page, base, "gap_fill")
    item = one.on(page)
    spoil(item, one.item)
    gap = one.item["gaps"][0]
    choose(item.locator(f"[data-gap={gap['id']}] select"), gap["key"])
    expect(check(item)).to_contain_text(WRONG)
    expect(item.locator(f"fieldset [data-gap={gap['id']}] strong")).to_have_text("Juste")
    answer(item, one.item)
    expect(check(item)).to_contain_text(like(one.item["feedback"]))


def test_a_scale_is_thanked_and_not_judged(page: Page, base: str) -> None:
    one, _ = open_question(page, base, "scale")
    item = one.on(page)
    for point in one.item["points"]:
        option(item, point["text"]).locator("input").check()
        said = check(item)
        expect(said).to_contain_text("Merci")
        expect(said).to_contain_text(like(point["feedback"]))
        expect(item.locator(".bl-mark")).to_have_count(0)


def test_a_reflection_is_thanked_and_shows_an_answer_among_others(page: Page, base: str) -> None:
    one, _ = open_question(page, base, "reflection")
    item = one.on(page)
    item.locator("textarea").fill("Mon idée.")
    expect(check(item)).to_contain_text("Merci")
    expect(item.locator("[data-bl-answer]")).to_contain_text(like(one.item["model_answer"]))
    expect(item.locator("[data-bl-answer] [data-bl-why]")).to_be_visible()
    expect(item.locator(".bl-mark")).to_have_count(0)


@pytest.mark.parametrize("step", SERIES, ids=str)
def test_the_key_of_the_page_is_that_of_the_author_and_the_score_counts_only_what_is_judged(
    page: Page, served: str, step: Step
) -> None:
    items = asked(step)
    judged = [one for one in items if one.item["type"] not in ("scale", "reflection")]
    page.goto(f"{served}/fr/{step.path}")
    expect(page.locator("[data-bl=item]")).to_have_count(len(items))  # no question of the other pages of the quiz
    score = page.locator("[data-bl=quiz]").filter(has=items[0].on(page)).locator("[data-bl-score][role=status]")
    for one in judged:
        expect(score).to_be_empty()
        spoil(one.on(page), one.item)
        expect(check(one.on(page))).to_contain_text(WRONG)
    expect(score).to_contain_text(re.compile(rf": 0 sur {len(judged)}\."))
    for one in items:
        answer(one.on(page), one.item)
        expect(check(one.on(page))).to_contain_text(RIGHT if one in judged else THANKS)
    expect(score).to_contain_text(re.compile(rf": {len(judged)} sur {len(judged)}\."))


@pytest.mark.parametrize("kind", ["single_choice", "ordering"])  # ticked and matched, then moved
def test_starting_again_clears_every_answer_of_the_page_and_takes_the_focus_to_its_first_question(
    page: Page, base: str, kind: str
) -> None:
    step = next(step for step in SERIES if kind in step.types)
    items = asked(step)
    page.goto(f"{base}/fr/{step.path}")
    order = page.locator(".bl-order__text").all_inner_texts()
    for one in items:
        answer(one.on(page), one.item)
        check(one.on(page))
    box = page.locator("[data-bl=quiz]").filter(has=items[0].on(page))
    expect(box.locator("[data-bl-score]")).not_to_be_empty()
    box.get_by_role("button", name="Tout recommencer").press("Enter")
    expect(box.locator("input:checked")).to_have_count(0)
    expect(box.locator(".bl-mark:visible")).to_have_count(0)
    expect(box.locator("[data-bl-score]")).to_be_empty()
    expect(box.locator("[data-bl-answer]:visible")).to_have_count(0)
    expect(items[0].on(page).locator("input, button, select").locator("visible=true").first).to_be_focused()
    assert page.locator(".bl-order__text").all_inner_texts() == order
    assert all(value == "" for value in box.locator("select").evaluate_all("all => all.map(one => one.value)"))


@pytest.mark.parametrize("kind", ["single_choice", "multiple_choice", "matching", "reflection"])
def test_reloading_or_coming_back_forgets_what_was_answered(page: Page, base: str, kind: str) -> None:
    one, _ = open_question(page, base, kind)
    for leave in (page.reload, lambda: (page.goto(f"{base}/fr/help.html"), page.go_back())):
        item = one.on(page)
        answer(item, one.item)
        check(item)
        leave()
        expect(item.locator("[data-bl-result]")).to_be_empty()
        expect(item.locator("input:checked")).to_have_count(0)
        kept = item.locator("select, textarea").evaluate_all("all => all.map(one => one.value).filter(Boolean)")
        assert kept == []


@pytest.mark.parametrize(
    "one", [question(kind) for kind in ("single_choice", "matching", "gap_fill", "ordering")], ids=str
)
def test_without_a_script_a_question_is_answered_and_its_answer_unfolds(plain: Page, base: str, one: Question) -> None:
    plain.goto(f"{base}/{one.page}")
    item = one.on(plain)
    field = item.locator("input, select").first
    expect(field).to_be_visible()
    expect(field).to_be_enabled()
    if one.item["type"] == "single_choice":
        answer(item, one.item)
        expect(item.locator("input:checked")).to_have_count(1)
    else:
        field.select_option(index=1)
    expect(item.get_by_role("button")).to_have_count(0)
    revealed = item.locator("[data-bl-answer]")
    why = revealed.locator("[data-bl-why]").first
    expect(why).to_be_hidden()
    revealed.locator("summary").press("Enter")
    expect(why).to_be_visible()


def test_a_hint_unfolds_without_a_script(plain: Page, base: str) -> None:
    one = next(one for one in questions() if one.item.get("hint"))
    plain.goto(f"{base}/{one.page}")
    hint = one.on(plain).locator("details").filter(has=plain.get_by_text("Un indice"))
    hint.locator("summary").click()
    expect(hint.get_by_text(like(one.item["hint"]))).to_be_visible()
