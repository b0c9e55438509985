"""From step to step: a module is gone through from its start to its end and back, whoever reads it and however."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.course import Step, first_page, modules, steps
from browser.support import DESK, asked, exactly, like

LONGEST = max(modules(), key=lambda code: len(steps(code)))
QUIZ = next(step for code in modules() for step in steps(code) if step.quiz and step.parts > 1)
NEXT = re.compile("Étape suivante")
BEFORE = re.compile("Étape précédente")


def way(page: Page) -> Locator:
    """Return the links to the step before and the next one."""
    return page.locator("nav.bl-turn").get_by_role("link")


def shows(page: Page, step: Step) -> None:
    """Expect the activity or the questions of a step, all of them, and nothing of another step."""
    expect(page.locator("h1")).to_contain_text(like(step.title))
    expect(page.locator("main .bl-activity")).to_have_count(1)
    expect(page.locator(step.section)).to_be_visible()
    expect(page.locator("[data-bl=item]")).to_have_count(len(step.items))
    for one in asked(step):
        expect(one.on(page).locator("legend")).to_contain_text(like(one.item["stem"]))


def test_with_the_keyboard_every_step_is_reached_in_order_and_the_last_leads_back(page: Page, served: str) -> None:
    page.goto(f"{served}/fr/{first_page(LONGEST)}")
    page.get_by_role("link", name="Commencer", exact=True).press("Enter")
    for number, step in enumerate(steps(LONGEST), 1):
        expect(page).to_have_url(f"{served}/fr/{step.path}")
        shows(page, step)
        expect(page.locator(".bl-step__where")).to_contain_text(f"Étape {number} sur {len(steps(LONGEST))}")
        expect(way(page)).to_have_count(1 if number == 1 else 2)
        way(page).last.press("Enter")
    expect(page).to_have_url(f"{served}/fr/{first_page(LONGEST)}")


def test_in_arabic_and_without_a_script_every_step_is_reached_in_order_and_the_last_leads_back(
    plain: Page, base: str
) -> None:
    plain.goto(f"{base}/ar/{first_page(QUIZ.module)}")
    plain.locator("#steps a.bl-button").click()
    for step in steps(QUIZ.module):
        expect(plain).to_have_url(f"{base}/ar/{step.path}")
        expect(plain.locator("html")).to_have_attribute("dir", "rtl")
        expect(plain.locator(step.section)).to_be_visible()
        expect(plain.locator("[data-bl=item]")).to_have_count(len(step.items))
        way(plain).last.click()
    expect(plain).to_have_url(f"{base}/ar/{first_page(QUIZ.module)}")


def test_the_start_lists_every_step_and_a_step_leads_back_to_the_one_before_and_to_the_start(
    page: Page, base: str
) -> None:
    code = QUIZ.module
    page.goto(f"{base}/fr/{first_page(code)}")
    listed = page.locator("#steps ol a")
    expect(listed).to_have_text([like(step.title) for step in steps(code)])
    before, here = steps(code)[1:3]
    listed.nth(2).press("Enter")
    expect(page).to_have_url(f"{base}/fr/{here.path}")
    expect(way(page)).to_have_text([BEFORE, NEXT])
    expect(way(page).first).to_contain_text(like(before.title))
    way(page).first.press("Enter")
    expect(page).to_have_url(f"{base}/fr/{before.path}")
    page.locator(".bl-step__where").get_by_role("link", name=exactly(modules()[code]["title"])).press("Enter")
    expect(page).to_have_url(f"{base}/fr/{first_page(code)}")


def test_the_contents_of_a_step_are_all_the_steps_and_say_which_one_is_read(page: Page, base: str) -> None:
    page.set_viewport_size(DESK)
    page.goto(f"{base}/fr/{QUIZ.path}")
    contents = page.locator(".bl-toc")
    expect(contents).to_have_accessible_name("Étapes")
    links = contents.get_by_role("link")
    expect(links).to_have_count(1 + len(steps(QUIZ.module)))  # the start comes first
    current = contents.locator("[aria-current=page]")
    expect(current).to_have_count(1)
    expect(current).to_contain_text(like(QUIZ.title))
    links.last.press("Enter")
    expect(page).to_have_url(f"{base}/fr/{steps(QUIZ.module)[-1].path}")
    expect(contents.locator("[aria-current=page]")).to_have_count(1)


def test_each_page_of_a_quiz_says_which_questions_it_asks_and_numbers_go_on(page: Page, served: str) -> None:
    first = 1
    for step in [step for step in steps(QUIZ.module) if step.id == QUIZ.id]:
        page.goto(f"{served}/fr/{step.path}")
        last = first + len(step.items) - 1
        expect(page.locator("h1")).to_contain_text(f"questions {first} {'et' if last == first + 1 else 'à'} {last}")
        numbers = [f"Question {number}" for number in range(first, last + 1)]
        expect(page.locator(".bl-item__number")).to_have_text(numbers)
        first = last + 1
    assert first > 4


def test_help_is_under_every_step_and_numbers_are_called_from_there(plain: Page, served: str) -> None:
    for step in steps(QUIZ.module):
        plain.goto(f"{served}/fr/{step.path}")
        box = plain.locator("section#help")
        expect(box.locator("a[href='tel:119'], a[href='tel:3018']")).to_have_count(2)
        assert all(one.is_visible() for one in box.get_by_role("link").all())
    plain.locator("section#help").get_by_role("link", name="Tous les services d’aide").click()
    expect(plain).to_have_url(f"{served}/fr/help.html")


@pytest.mark.parametrize("chosen", ["read=2s", "project", "read=1s&project"])
def test_what_was_chosen_for_reading_and_the_projection_follow_from_step_to_step(
    page: Page, base: str, chosen: str
) -> None:
    first, second = steps(QUIZ.module)[:2]
    page.goto(f"{base}/fr/{first_page(QUIZ.module)}?{chosen}")
    asked_for = {*chosen.split("&")}
    for press, step in (
        (page.locator("#steps a.bl-button"), first),
        (way(page).last, second),
        (way(page).first, first),
    ):
        press.press("Enter")
        expect(page).to_have_url(re.compile(rf"/{re.escape(step.path)}\?"))
        assert {*page.url.split("?")[1].split("&")} == asked_for
        expect(page.locator(step.section)).to_be_visible()
    size = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    assert size > 16
    expect(page.locator(".bl-leave:visible")).to_have_count(0 if "project" in chosen else 1)
    page.set_viewport_size(DESK)
    page.locator(".bl-toc a").first.evaluate("one => one.click()")  # the start, in the contents
    expect(page).to_have_url(re.compile(rf"/{re.escape(first_page(QUIZ.module))}\?"))
    assert {*page.url.split("?")[1].split("&")} == asked_for
