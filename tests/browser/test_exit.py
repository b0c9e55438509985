"""Leaving a page at once, projecting it, and what a page one leaves for may say."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from browser.conftest import OPEN
from browser.course import modules, steps
from browser.support import KINDS

ADULTS = ("guide", "teachers", "prosecutors")


@pytest.fixture
def page(opened: OPEN) -> Page:
    """Return a page with no past: leaving is about what the browser remembers."""
    return opened()


def away(page: Page, site: str) -> None:
    """Make the target a page that is here, so that no test leaves this machine."""
    page.evaluate(
        "to => document.querySelectorAll('[data-bl-leave]').forEach(one => { one.href = to })", f"{site}/page.html?net"
    )


def shift(page: Page, times: int = 1) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def test_pages_for_pupils_offer_to_leave_and_those_for_adults_do_not(site: Path) -> None:
    for kind, path in KINDS.items():
        for locale in ("fr", "ar"):
            found = html.parse(site / locale / path).xpath("//a[@data-bl-leave]/@href")
            expected = [] if kind in ADULTS else [f"https://{locale}.wikipedia.org/"] * 2
            assert found == expected, f"{locale}/{path}"


def test_the_page_one_leaves_for_says_nothing_of_the_site(page: Page, base: str) -> None:
    page.goto(f"{base}/page.html")
    assert page.title() == "1 × 1"
    assert "balise" not in page.content().lower()
    expect(page.get_by_role("link")).to_have_count(0)
    expect(page.get_by_role("cell", name="81")).to_have_count(1)


@pytest.mark.parametrize("way", ["link", "keyboard", "shift"])
def test_leaving_hides_and_replaces_the_page(page: Page, base: str, served: str, way: str) -> None:
    page.goto(f"{base}/fr/index.html")
    page.goto(f"{base}/fr/{steps('a2')[0].path}")  # the deepest folder there is
    away(page, served)
    if way == "link":
        page.locator(".bl-leave").click()
    elif way == "keyboard":
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    else:
        shift(page, 3)
    online = base.startswith("http:")
    page.wait_for_url(f"{served}/page.html?net" if online else f"{base}/page.html")
    page.go_back()
    expect(page).to_have_url(f"{base}/fr/index.html")


def test_without_a_network_one_leaves_for_the_page_that_is_here(page: Page, served: str) -> None:
    page.goto(f"{served}/fr/help.html")
    page.evaluate("Object.defineProperty(navigator, 'onLine', {get: () => false})")
    page.locator(".bl-leave").click()
    page.wait_for_url(f"{served}/page.html")


def test_shift_counts_by_itself_only_says_so_and_forgets(page: Page, served: str) -> None:
    page.clock.install()
    page.goto(f"{served}/fr/learn/a2.html")
    said, lit = page.locator("[data-bl-leave-said]"), page.locator(".bl-leave__lit:visible")
    shift(page, 2)
    expect(said).to_have_text("Touche Maj : encore une fois pour quitter cette page.")
    expect(lit).to_have_count(2)
    page.clock.run_for(5100)
    expect(said).to_contain_text("trop de temps")
    expect(lit).to_have_count(0)
    shift(page, 2)
    page.keyboard.press("a")  # another key: all is forgotten
    expect(lit).to_have_count(0)
    for typed in ("Shift+A", "Shift+B", "Shift+C", "Alt+Shift", "Control+Shift"):
        page.keyboard.press(typed)
    expect(lit).to_have_count(0)
    page.keyboard.down("Shift")
    for _ in range(4):
        page.keyboard.down("Shift")  # held down, it repeats
    page.keyboard.up("Shift")
    expect(lit).to_have_count(1)
    expect(page).to_have_url(f"{served}/fr/learn/a2.html")


def test_coming_back_to_a_hidden_page_shows_it(page: Page, served: str) -> None:
    page.goto(f"{served}/fr/help.html")
    title = page.title()
    page.route("**/page.html*", lambda route: route.abort("aborted"))
    away(page, served)
    page.locator(".bl-leave").dispatch_event("click")
    expect(page.locator("main")).to_be_hidden()
    assert page.title() != title
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(page.locator("main")).to_be_visible()
    assert page.title() == title


def test_a_projection_has_no_notes_no_way_out_and_stays_among_pupils_pages(page: Page, base: str) -> None:
    slug, code = next((one["slug"], code) for code, one in modules().items())
    page.goto(f"{base}/fr/teach/{slug}.html")
    page.get_by_role("link", name="Projeter la page des élèves").click()
    expect(page).to_have_url(f"{base}/fr/learn/{code}.html?project")
    expect(
        page.locator(".bl-leave, .bl-skip--leave, .bl-footer, .bl-reader, .bl-notes").locator("visible=true")
    ).to_have_count(0)
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") > 20
    shift(page, 4)
    page.locator(".bl-header__help").click()
    expect(page).to_have_url(f"{base}/fr/help.html?project")
    page.evaluate("document.querySelector('.bl-header__nav a[href$=\"teachers.html\"]').click()")
    expect(page).to_have_url(f"{base}/fr/teachers.html")
