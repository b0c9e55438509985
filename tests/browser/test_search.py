"""Search: in the browser alone, from a script loaded only when it is opened."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from lxml import html
from playwright.sync_api import Locator, Page, expect

from browser.conftest import Watch
from browser.course import PROJECT, first_page, modules, steps
from browser.support import DESK, LOCALES, REFERENCE, like, questions

SAID_TO_ADULTS = ("rationale", "feedback", "if_true", "if_false", "if_myth", "if_fact", "why", "model_answer")


def index_of(site: Path, locale: str) -> list[list[str]]:
    text = (site / locale / "search.js").read_text(encoding="utf-8")
    found: list[list[str]] = json.loads(text[text.index("[") : text.rindex("]") + 1])
    return found


def open_search(page: Page, address: str) -> Locator:
    page.set_viewport_size(DESK)
    page.goto(address)
    page.locator(".bl-header__search").press("Enter")
    field = page.get_by_role("searchbox")
    expect(field).to_be_focused()
    return field


def found(page: Page) -> Locator:
    return page.locator("[data-bl-search-results] a")


def test_without_a_script_there_is_no_button_to_search(plain: Page, page: Page, base: str) -> None:
    plain.goto(f"{base}/fr/index.html")
    plain.locator(".bl-menu > summary").click()
    expect(plain.locator("[data-bl-search]:visible")).to_have_count(0)
    page.goto(f"{base}/fr/index.html")
    page.locator(".bl-menu > summary").click()
    expect(page.locator(".bl-menu [data-bl-search]")).to_be_visible()


def test_the_index_is_loaded_once_and_only_when_search_opens(page: Page, base: str, watch: Watch) -> None:
    page.goto(f"{base}/fr/learn/a2.html", wait_until="networkidle")
    index = f"{base}/fr/search.js"
    assert index not in watch.requests
    field = open_search(page, f"{base}/fr/learn/a2.html")
    field.fill("emprise")
    expect(found(page).first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".bl-header__search").click()
    assert watch.requests.count(index) == 1


@pytest.mark.parametrize("locale", LOCALES)
def test_words_are_found_whatever_their_case_and_accents(page: Page, served: str, locale: str) -> None:
    field = open_search(page, f"{served}/{locale}/index.html")
    same = {
        "fr": [("grooming",), ("chantage", "CHANTAGE", "le chantage"), ("emprise", "Emprise"), ("l'écoute", "ecoute")],
        "en": [("grooming", "GROOMING"), ("blackmail",), ("zzzz zzz", "zzzz")],
    }
    for words in same[locale]:
        addresses = []
        for asked in words:
            field.fill("")
            expect(page.locator("[data-bl-search-status]")).to_be_empty()
            field.fill(asked)
            expect(page.locator("[data-bl-search-status][role=status]")).not_to_be_empty()
            addresses.append(set(found(page).evaluate_all("all => all.map(one => one.href)")))
        assert addresses[0] or "zzzz" in words[0]
        if words[0] != "chantage":
            assert all(one == addresses[0] for one in addresses)


def test_what_is_not_found_is_said(page: Page, base: str) -> None:
    open_search(page, f"{base}/fr/index.html").fill("xyzzy")
    expect(page.locator("[data-bl-search-status]")).to_have_text("Aucun résultat.")
    expect(found(page)).to_have_count(0)


@pytest.mark.parametrize("start", ["index.html", steps("a2")[0].path])  # a folder of each depth
def test_a_result_leads_to_its_page_and_place(page: Page, base: str, site: Path, start: str) -> None:
    open_search(page, f"{base}/fr/{start}").fill("chantage à l'image")
    first = found(page).first
    expect(first.locator("mark").first).to_have_text(re.compile("chantage", re.IGNORECASE))
    address = first.evaluate("one => one.href")
    path, anchor = address.removeprefix(f"{base}/fr/").split("#")
    assert any(record[0] == f"{path}#{anchor}" for record in index_of(site, "fr"))
    first.press("Enter")
    expect(page).to_have_url(address)
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_a_result_on_the_page_one_reads_closes_the_search(page: Page, base: str) -> None:
    open_search(page, f"{base}/fr/law.html").fill("chantage à l'image")
    found(page).and_(page.locator("[href*='law.html#']")).first.click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator(":target")).to_be_in_viewport()


def test_escape_closes_even_with_words_typed_and_gives_the_focus_back(page: Page, base: str) -> None:
    field = open_search(page, f"{base}/fr/index.html")
    field.fill("chantage")
    expect(found(page).first).to_be_visible()
    field.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator(".bl-header__search")).to_be_focused()


def test_a_button_and_the_page_behind_close_the_search(page: Page, served: str) -> None:
    open_search(page, f"{served}/fr/index.html")
    page.get_by_role("button", name="Fermer la recherche").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.locator(".bl-header__search").click()
    page.mouse.click(5, 500)
    expect(page.get_by_role("dialog")).to_be_hidden()


@pytest.mark.parametrize("locale", LOCALES)
def test_every_result_leads_somewhere(site: Path, locale: str) -> None:
    ids: dict[str, set[str]] = {}
    for address, page, title, text in index_of(site, locale):
        path, _, anchor = address.partition("#")
        if path not in ids:
            ids[path] = set(html.parse(site / locale / path).xpath("//@id"))
        assert not anchor or anchor in ids[path], address
        assert page
        assert title
        assert text


def said_to_adults(data: Any) -> list[str]:
    if isinstance(data, list):
        return [text for one in data for text in said_to_adults(one)]
    if not isinstance(data, dict):
        return []
    own = [value for key, value in data.items() if key in SAID_TO_ADULTS and isinstance(value, str)]
    return own + [text for value in data.values() for text in said_to_adults(value)]


def translated(texts: list[str], locale: str, slug: str) -> list[str]:
    if locale == "fr":
        return texts
    with (PROJECT / "modules" / slug / "locales" / f"{locale}.po").open("rb") as file:
        catalog = {str(message.id).strip(): str(message.string) for message in read_po(file) if message.id}
    return [catalog[text.strip()] for text in texts]


@pytest.mark.parametrize("locale", LOCALES)
def test_what_an_assessment_says_to_adults_is_nowhere_pupils_look(site: Path, locale: str) -> None:
    folder = site / locale
    pages = [*folder.glob("learn/**/*.html"), *folder.glob("sheets/*.html")]
    shown = {page.relative_to(folder).as_posix(): page.read_text(encoding="utf-8") for page in pages}
    shown = {name: text + html.document_fromstring(text).text_content() for name, text in shown.items()}
    shown["search.js"] = " ".join(part for record in index_of(site, locale) for part in record)
    guides = " ".join(html.parse(page).getroot().text_content() for page in folder.glob("teach/*.html"))
    for one in questions("assessment"):
        secrets = translated(said_to_adults(one.item), locale, modules()[one.module]["slug"])
        assert secrets
        for secret in secrets:
            first = like(secret.split("\n\n")[0])
            assert first.search(guides), f"this test no longer sees what is said to adults: {secret}"
            if len(REFERENCE.sub("", secret)) > 25:  # "Yes." is said everywhere
                folders = (f"learn/{one.module}", f"sheets/{one.module}", "search")
                mine = [text for name, text in shown.items() if name.startswith(folders)]
                assert len(mine) > len(steps(one.module))
                assert not any(first.search(text) for text in mine), secret


@cache
def learner_ids(folder: Path, code: str) -> set[str]:
    """Return every id on the pages of a module for learners."""
    paths = (first_page(code), *(step.path for step in steps(code)))
    return {name for path in paths for name in html.parse(folder / path).xpath("//@id")}


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_in_the_source_of_an_assessment_tells_its_key(site: Path, locale: str) -> None:
    for one in questions("assessment"):
        page = html.parse(site / locale / "sheets" / f"{one.module}-{one.quiz}.html")
        (item,) = page.xpath(f"//*[@id='i-{one.quiz}-{one.item['id']}']")
        attributes = {name for element in item.iter() for name in element.attrib}
        telling = {
            "data-correct",
            "data-target",
            "data-category",
            "data-bl-answer",
            "data-bl-why",
            "checked",
        }
        assert not attributes & (telling | {"selected"})
        assert not item.xpath(".//button")
        values = [value for part in item.iter() for name, value in part.attrib.items() if name != "href"]
        for pair in one.item.get("pairs", one.item.get("cards", [])):
            assert not any(re.search(rf"\b{re.escape(pair['id'])}\b", value) for value in values)
        assert f"i-{one.quiz}-{one.item['id']}" not in learner_ids(site / locale, one.module)
