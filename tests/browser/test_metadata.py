"""What others may see of a pupil's page without opening it: a tab, a history, a link pasted in a chat."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from browser.support import EVERY_LOCALE

PUPILS = ("a2", "b3", "f4")  # whose words the page of help must not show either


def words(*texts: str) -> set[str]:
    """Return the words of texts that could tell a topic."""
    return {word for text in texts for word in re.findall(r"[^\W\d_]{4,}", text.casefold())}


def telling(folder: Path) -> dict[str, set[str]]:
    """Return the words of the title and topics of each module for pupils, as its page says them, by code."""
    found = {}
    for page in folder.glob("learn/*.html"):
        tree = html.parse(page)
        data: dict[str, Any] = json.loads(tree.findtext(".//script[@type='application/ld+json']"))
        names = [one["name"] if isinstance(one["name"], str) else one["name"]["@value"] for one in data["about"]]
        if data["audience"]["educationalRole"] == "student":
            found[page.stem] = words(tree.xpath("string(//h1)"), *names)
    return found


@pytest.mark.parametrize("locale", EVERY_LOCALE)
def test_nothing_seen_from_outside_says_what_a_pupil_reads(site: Path, locale: str) -> None:
    topics = telling(site / locale)
    assert all(len(found) > 1 for found in topics.values())
    for kind in ("learn", "sheets", "."):
        for page in (site / locale / kind).glob("help.html" if kind == "." else "**/*.html"):
            head = html.parse(page).getroot().find("head")
            address = "" if kind == "." else page.relative_to(site).as_posix()
            shown = head.xpath("title/text() | meta[@name='description' or @property]/@content")
            icons = [(page.parent / link).resolve() for link in head.xpath("link[contains(@rel, 'icon')]/@href")]
            assert len(shown) > 4
            assert icons
            pictures = [icon.name + icon.read_text(encoding="utf-8") for icon in icons]
            code = page.relative_to(site / locale / kind).with_suffix("").parts[0].partition("-")[0]
            told = topics.get(code, set()) if kind != "." else set().union(*(topics[one] for one in PUPILS))
            assert words(address, *shown, *pictures) & told == set(), page
