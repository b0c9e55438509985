"""The way out: the exported course, built by ProperDocs and by Zensical, which know nothing of this program."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner
from lxml import html

from balise.cli import main
from builders import MODULE, SHARED, edited, minimal_module, po, workspace
from printed import bare

BIN = Path(sys.executable).parent
BUILDERS = {
    "properdocs": ([str(BIN / "properdocs"), "build", "-f", "mkdocs.yml"], {"THEME": "mkdocs"}),
    "zensical": ([str(BIN / "zensical"), "build", "--strict"], {}),
}
THEME_IN_ENGLISH = "No translations could be found for the locale 'ar'"  # the words around the pages, not the pages
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 18"><path d="M2 2h9v9z"/></svg>'
LOCALES = ("fr", "ar")


def course() -> dict[str, Any]:
    """Return the tiny course with what a builder may get wrong: an anchor, a picture, a table, an Arabic page."""
    module = edited(minimal_module(), "content_note", "Appelle le [](service:fr.3018), *même* tard : 1 < 2 | [ok].")
    picture = {"file": "doors.svg", "alt": "Trois portes.", "credit": "Nous, CC0"}
    module = edited(module, "lessons/0/activities/0/picture", picture)
    messages = {"title": ("Une séance", "جلسة من 3 مراحل")}
    return {
        MODULE: module,
        "modules/tiny/media/doors.svg": DRAWING,
        "modules/tiny/locales/ar.po": po("ar", messages),
        f"{SHARED}/locales/ar.po": po("ar", {"title": ("Cours", "درس")}),
        "content/fr/teachers.md": "# Enseigner\n\nVoir [la loi](law.md#fr-image), [](module:tiny).\n",
    }


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = workspace(tmp_path_factory.mktemp("course"), course())
    words = ["export", "--root", str(root), "--today", "2026-11-22", "--locale", "fr", "--locale", "ar"]
    made = CliRunner().invoke(main, words, catch_exceptions=False)
    assert made.exit_code == 0, made.output
    return root / "dist" / "export"


@pytest.fixture(scope="module", params=[(builder, locale) for builder in BUILDERS for locale in LOCALES], ids="-".join)
def site(request: pytest.FixtureRequest, export: Path) -> Iterator[tuple[str, Path]]:
    """Build one language with one builder; any warning but one about the theme's own words fails."""
    builder, locale = request.param
    command, named = BUILDERS[builder]
    folder = export / locale
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **named}, capture_output=True, text=True, check=False, timeout=120
    )
    said = (done.stdout + done.stderr).splitlines()
    warnings = [line for line in said if "WARNING" in line and THEME_IN_ENGLISH not in line]
    assert (done.returncode, warnings) == (0, []), "\n".join(said)
    made = folder / "site"
    yield locale, made
    made.rename(folder / f"site-{builder}")


def tree(file: Path) -> Any:
    return html.parse(str(file), html.HTMLParser(encoding="utf-8")).getroot()


def test_the_pages_stand_where_those_of_the_site_stand(site: tuple[str, Path]) -> None:
    _, folder = site
    wanted = ("index", "help", "law", "services", "glossary", "protocol", "modules", "teachers")
    wanted += ("learn/t1", "learn/t1/1", "learn/t1/2", "teach/tiny", "sheets/t1-check")
    assert [name for name in wanted if not (folder / f"{name}.html").is_file()] == []


def test_the_words_are_read_as_they_were_written(site: tuple[str, Path]) -> None:
    locale, folder = site
    page = tree(folder / "learn" / "t1.html")
    said = bare(page.text_content())
    assert "Appellele3018,mêmetard:1<2|[ok]." in said
    assert page.xpath("//h1")[0].text_content().startswith("Une séance" if locale == "fr" else "جلسة من \u20663\u2069")
    assert page.get("lang") == locale
    styles = [Path(address).name for address in page.xpath("//link/@href")]
    assert ("direction.css" in styles) == (locale == "ar")
    french = page.xpath("//span[@lang='fr' and @dir='ltr']")
    assert bool(french) == (locale == "ar")
    assert tree(folder / "learn/t1/2.html").xpath("//table//td")
    assert tree(folder / "learn/t1/1.html").xpath("//img[@alt='Trois portes.']")


def test_every_link_leads_to_a_page_and_a_place_in_it(site: tuple[str, Path]) -> None:
    _, folder = site
    lost, seen = [], 0
    trees = {file: tree(file) for file in folder.rglob("*.html")}
    places = {file: {one.get("id") for one in page.xpath("//*[@id]")} for file, page in trees.items()}
    for file, page in trees.items():
        for address in page.xpath("//a/@href | //img/@src"):
            found = urlsplit(address)
            if found.scheme or file.name == "404.html":
                continue
            target = (file.parent / unquote(found.path)).resolve() if found.path else file
            seen += 1
            if not target.is_file() or (found.fragment and found.fragment not in places[target]):
                lost.append((file.name, address))
    assert lost == []
    assert seen > 50


def test_nothing_is_fetched_from_elsewhere(site: tuple[str, Path]) -> None:
    _, folder = site
    loaded = "//script/@src | //link[not(@rel='canonical')]/@href | //img/@src | //iframe/@src"
    found = {address for file in folder.rglob("*.html") for address in tree(file).xpath(loaded)}
    assert [address for address in sorted(found) if urlsplit(address).netloc] == []
    assert found
