"""The catalogue: its filters, the address that holds them, and the list without a script."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.support import modules

FRAMEWORKS = {"phare": "fr.phare", "evars": "fr.evars"}


def codes(**wanted: str) -> list[str]:
    """Return the codes of the modules that have a value, as their authors wrote it."""
    found = []
    for code, module in modules().items():
        cited = {name for objective in module["objectives"] for name in objective["frameworks"]}
        has = {"age": module["age_bands"], "topic": module["topics"], "framework": cited}
        if all(value in has[name] for name, value in wanted.items()):
            found.append(code)
    return sorted(found)


def cards(page: Page) -> Locator:
    return page.locator(".bl-catalogue .bl-module-card:visible")


def shown(page: Page, expected: list[str]) -> None:
    """Expect these modules and no other, no empty group, and their number said."""
    expect(cards(page)).to_have_count(len(expected))
    links = [card.locator("h3 a").get_attribute("href") or "" for card in cards(page).all()]
    assert sorted(link.removeprefix("learn/").removesuffix(".html") for link in links) == expected
    for group in page.locator(".bl-catalogue:visible").all():
        assert group.locator(".bl-module-card:visible").count()
    said = rf"Modules affichés\s: {len(expected)} sur {len(modules())}\."
    expect(page.locator(".bl-filters").get_by_role("status")).to_have_text(re.compile(said))


def topic() -> str:
    """Return a topic that some modules have, and some of an age do not."""
    return next(one for one in modules()["a2"]["topics"] if codes(topic=one) != codes())


def test_filters_find_modules_and_the_address_keeps_them(page: Page, base: str) -> None:
    page.goto(f"{base}/fr/modules.html")
    shown(page, codes())
    clear = page.get_by_role("button", name="Effacer les filtres")
    expect(clear).to_be_hidden()
    page.locator(".bl-filters summary").press("Enter")
    older = page.get_by_role("checkbox", name="15–18 ans")
    expect(older).to_have_accessible_name(f"15–18 ans ({len(codes(age='15-18'))})")
    older.press("Space")
    shown(page, codes(age="15-18"))
    page.get_by_label("Programme").select_option("phare")
    both = codes(age="15-18", framework=FRAMEWORKS["phare"])
    shown(page, both)
    expect(page).to_have_url(re.compile(r"modules\.html#age=15-18&framework=phare$"))
    page.reload()
    shown(page, both)
    expect(older).to_be_checked()
    page.go_back()
    shown(page, codes(age="15-18"))
    page.go_forward()
    shown(page, both)
    clear.press("Enter")
    shown(page, codes())
    expect(clear).to_be_hidden()
    expect(page.locator(".bl-filters input").first).to_be_focused()


def test_a_shared_address_opens_with_its_filters_and_a_new_one_replaces_them(page: Page, base: str) -> None:
    page.goto(f"{base}/fr/modules.html#topic={topic()}&age=nobody&colour=red")
    shown(page, codes(topic=topic()))
    page.evaluate("location.hash = 'age=15-18,nobody'")
    shown(page, codes(age="15-18"))
    page.evaluate("location.hash = '%'")
    shown(page, codes(age="15-18"))


def test_a_link_to_an_age_shows_it_even_where_filters_hid_it(page: Page, served: str) -> None:
    page.goto(f"{served}/fr/modules.html#from-12")
    shown(page, codes())
    expect(page.locator("#from-12")).to_be_in_viewport()
    page.evaluate("document.querySelectorAll('.bl-catalogue').forEach(one => { one.hidden = true; })")
    page.goto(f"{served}/fr/modules.html#content")
    expect(cards(page)).to_have_count(0)
    page.goto(f"{served}/fr/modules.html#from-12")
    shown(page, codes())


def test_nothing_found_is_said_kindly_and_undone(page: Page, served: str) -> None:
    page.goto(f"{served}/fr/modules.html")
    page.locator(".bl-module-card").evaluate_all("all => all.forEach(one => one.setAttribute('data-age', 'x'))")
    page.locator(".bl-filters summary").click()
    page.get_by_role("checkbox", name="12–15 ans").check()
    shown(page, [])
    expect(page.get_by_text("Aucun module ne répond à tous ces choix à la fois.")).to_be_visible()
    page.get_by_role("button", name="Effacer les filtres").click()
    shown(page, codes())
    expect(page.get_by_text("Aucun module ne répond")).to_be_hidden()


@pytest.mark.parametrize("locale", ["fr", "ar"])
def test_without_a_script_the_list_is_whole_and_no_filter_shows(plain: Page, served: str, locale: str) -> None:
    plain.goto(f"{served}/{locale}/modules.html")
    expect(cards(plain)).to_have_count(len(modules()))
    expect(plain.locator(".bl-filters")).to_be_hidden()


def test_options_count_the_modules_that_have_them(page: Page, served: str) -> None:
    page.goto(f"{served}/fr/modules.html")
    options: dict[str, Any] = dict(
        page.locator("#by-topic option").evaluate_all("all => all.slice(1).map(one => [one.value, one.text])")
    )
    topics = {name for module in modules().values() for name in module["topics"]}
    assert set(options) == topics
    for name, text in options.items():
        assert text.endswith(f"({len(codes(topic=name))})")
