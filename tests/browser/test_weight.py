"""What a page costs to whoever opens it first, on a telephone, with little data left."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import pytest
from lxml import html

from browser.course import first_page, modules, steps
from browser.support import EVERY_LOCALE

MOST = 90_000
LIGHT = 30_000  # bytes of HTML
LOADED = (
    "//link[@rel='stylesheet' or @rel='icon' or @rel='preload']/@href | //*[@src]/@src | //use/@href | //object/@data"
)
IN_STYLE = re.compile(r"url\(\"?([^\")]+)\"?\)")
FACE = re.compile(r"@font-face\s*\{[^}]*\}")  # downloaded when chosen only: test_reader.py holds it


@cache
def cost(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 9, mtime=0))


def loaded(page: Path) -> set[Path]:
    """Return a page and every file its first view needs."""
    files = {page}
    for address in html.parse(page).xpath(LOADED):
        if not address.startswith(("#", "data:")):
            files.add((page.parent / address.split("#")[0]).resolve(strict=True))
    for style in [file for file in files if file.suffix == ".css"]:
        for address in IN_STYLE.findall(FACE.sub("", style.read_text(encoding="utf-8"))):
            if not address.startswith("data:"):
                files.add((style.parent / address).resolve(strict=True))
    return files


def test_the_first_view_of_every_page_weighs_little(site: Path) -> None:
    pages = [page for locale in ("fr", "ar", "uk") for page in (site / locale).rglob("*.html")]
    assert {page.name for page in pages} >= {"index.html", "help.html", "a2.html", "online-grooming.html"}
    costs = {str(page.relative_to(site)): sum(map(cost, loaded(page))) for page in pages}
    assert {page: weight for page, weight in costs.items() if weight > MOST} == {}


@pytest.mark.parametrize("locale", EVERY_LOCALE)
def test_a_page_learners_turn_is_light(site: Path, locale: str) -> None:
    """In every language: a letter takes two bytes in some."""
    sizes = {
        page.relative_to(site).as_posix(): page.stat().st_size for page in (site / locale / "learn").rglob("*.html")
    }
    assert len(sizes) > len(modules())
    assert {page: size for page, size in sizes.items() if size > LIGHT} == {}


def test_a_page_asks_for_one_style_one_script_and_nothing_of_the_theme(site: Path) -> None:
    for path in (first_page("a2"), steps("a2")[0].path):
        found = {file.relative_to(site).as_posix() for file in loaded(site / "fr" / path)}
        assert found == {f"fr/{path}", "assets/course.css", "assets/course.js", "assets/balise.svg"}
    for name in ("assets/course.css", "assets/course.js"):
        assert not re.search(r"^/\*|^ |--md-", (site / name).read_text(encoding="utf-8"), re.MULTILINE)
