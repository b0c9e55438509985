"""No page of any kind has anything axe objects to, however it is seen."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.support import DESK, KINDS, LOCALES, PHONE, activities, check, open_details, questions, spoil

RUN = """async options => (await axe.run(options)).violations.map(
  one => [one.id, one.help, ...one.nodes.slice(0, 3).map(node => node.html.slice(0, 150))])"""
ALL: dict[str, Any] = {"resultTypes": ["violations"]}
LOOKS = ["color-contrast", "target-size", "landmark-unique", "aria-allowed-role", "link-name", "button-name"]
SEEN = {**ALL, "runOnly": {"type": "rule", "values": LOOKS}, "rules": {"target-size": {"enabled": True}}}


@cache
def script() -> str:
    return str(Axe().axe_script)


def objections(page: Page, schemes: tuple[Any, Any] = ("light", "dark")) -> list[Any]:
    """Run every rule on a phone, and those that look at the page on a desk, in the colours given for each."""
    page.evaluate(script())
    found = []
    phone, desk = schemes
    for size, scheme, rules in ((PHONE, phone, ALL), (DESK, desk, SEEN)):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        found += [(size["width"], scheme, one) for one in page.evaluate(RUN, rules)]
    return found


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", KINDS)
def test_axe_objects_to_nothing(page: Page, served: str, kind: str, locale: str) -> None:
    page.goto(f"{served}/{locale}/{KINDS[kind]}")
    open_details(page)
    # with the two languages, each kind of page is seen in both colours at both widths
    assert objections(page, ("light", "dark") if locale == "fr" else ("dark", "light")) == []


@pytest.mark.parametrize("kind", ["index", "help", "learner-a2"])
def test_axe_objects_to_nothing_from_right_to_left(page: Page, served: str, kind: str) -> None:
    page.goto(f"{served}/ar/{KINDS[kind]}")
    assert objections(page) == []


def test_axe_objects_to_nothing_on_the_first_page_and_for_a_wrong_address(page: Page, served: str) -> None:
    for name in ("index", "404"):
        page.goto(f"{served}/{name}.html")
        assert objections(page) == []


def test_axe_objects_to_nothing_once_questions_are_answered_and_a_conversation_has_begun(
    page: Page, served: str
) -> None:
    code, _ = activities("branching_chat")[0]
    page.goto(f"{served}/fr/learn/{code}.html")
    page.locator(".bl-chat__choices button").first.click()
    for one in questions():
        if one.module == code and one.item["type"] not in ("scale", "reflection"):
            spoil(one.on(page), one.item)
            check(one.on(page))
    for select in page.locator(".bl-sort select").all():
        select.select_option(index=1)
    assert objections(page) == []


def test_axe_objects_to_nothing_in_the_menu_and_the_search(page: Page, served: str) -> None:
    page.goto(f"{served}/fr/index.html")
    page.locator(".bl-menu > summary").click()
    page.evaluate(script())
    assert page.evaluate(RUN, ALL) == []
    page.locator(".bl-menu [data-bl-search]").click()
    page.get_by_role("searchbox").fill("chantage")
    expect(page.locator("[data-bl-search-results] a").first).to_be_visible()
    assert objections(page) == []
