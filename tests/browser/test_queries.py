"""What people type finds what they need, in every language: inflected, unaccented, misspelt."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from browser.support import DESK, EVERY_LOCALE

QUERIES: dict[str, dict[str, str]] = yaml.safe_load(Path(__file__).with_name("queries.yaml").read_text("utf-8"))
# What is marked in the first result: a form of the words asked for.
MARKED = {
    "fr": {"temoins": {"témoin"}, "loi": {"loi"}, "30 18": {"3018"}, "cyberharcellement": {"cyberharcèlement"}},
    "en": {"groomed": {"grooming"}, "groming": {"grooming"}},
    "es": {"testigos": {"testigo"}, "victima": {"víctima"}},
    "uk": {"свідка": {"свідок"}, "груминг": {"грумінг"}, "допомозі": {"допомога"}},
    "ar": {"للتبليغ": {"التبليغ"}, "٣٠١٨": {"3018"}, "شكوي": {"الشكوى"}, "مُسَاعَدَة": {"المساعدة"}},
}
# Enter shows what is found at once: a hundred queries cost no wait.
ASK = """(input, queries) => queries.map(query => {
  input.value = query;
  input.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter"}));
  return Array.from(document.querySelectorAll("[data-bl-search-results] li"), one => [
    one.querySelector("a").getAttribute("href"),
    Array.from(one.querySelectorAll("mark"), mark => mark.textContent)]);
})"""


def answers(page: Page, address: str, queries: list[str]) -> dict[str, list[Any]]:
    """Return what each query finds, on one page: `[address, marked words]` of every result."""
    page.set_viewport_size(DESK)
    page.goto(address)
    page.locator(".bl-header__search").press("Enter")
    field = page.get_by_role("searchbox")
    field.fill(queries[0])
    expect(page.locator("[data-bl-search-status]")).not_to_be_empty()
    return dict(zip(queries, field.evaluate(ASK, queries), strict=True))


def leads(address: str, page: str) -> bool:
    """Return whether an address is that of a page, or of a place on a page named whole."""
    return address == page or ("#" not in page and address.startswith(f"{page}#"))


@pytest.mark.parametrize("locale", EVERY_LOCALE)
def test_what_is_needed_is_among_the_first_three(page: Page, served: str, locale: str) -> None:
    wanted = QUERIES[locale]
    found = answers(page, f"{served}/{locale}/index.html", [*wanted, *MARKED[locale]])
    missed = {}
    for query, needed in wanted.items():
        first = [address for address, _ in found[query][:3]]
        if not any(leads(one, need) for one in first for need in needed.split()):
            missed[query] = (needed, first)
    assert missed == {}
    marked = {query: {word.lower() for word in found[query][0][1]} for query in MARKED[locale]}
    assert {query: words & MARKED[locale][query] for query, words in marked.items()} == MARKED[locale]
