"""A whole tiny site with local editions: what differs lies in holes, the rest is shared, everything leads somewhere."""

from __future__ import annotations

import difflib
import hashlib
import json
import os
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from lxml import html

from builders import SHARED, po, site_workspace
from built import balise, build, contents, copied, differing
from places import PORT, contact, port
from sharing import shared

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>'
ARABIC = po("ar", {"title": ("Cours", "درس")})
FILES: dict[str, Any] = {
    PORT: port(logo={"file": "port.svg", "alt": "Un rond.", "credit": "Nous, CC0"}),
    f"{SHARED}/editions/val.yaml": {
        "title": "Val",
        "jurisdiction": "fr",
        "brigade": contact("Brigade du Val", "03 80 00 00 01", source="une visite"),
    },
    f"{SHARED}/media/port.svg": LOGO,
    f"{SHARED}/locales/ar.po": ARABIC,
    f"{SHARED}/locales/en.po": None,  # two languages are enough
    "modules/tiny/locales/ar.po": po("ar", {}),
}
PRINTED = ".cache/balise/print"
SHEETS = "- balise: {sheets: [fr]}\n"
NUMBER = re.compile(r'href="(?:tel|sms):(\d+)"')
CHOICE = re.compile(r'<section class="bl-place" aria-labelledby="choose-title">.*?</section>', re.DOTALL)
FILLED = {"index.html", "help.html", "teach/tiny.html", "present/t1.html", "teach/present/t1.html"}
FILLED |= {"learn/t1.html", "learn/t1/1.html", "learn/t1/2.html"}


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built course with two local editions. Not to be written to."""
    return shared(tmp_path_factory, "places", build_course) / "course"


def build_course(folder: Path) -> None:
    course = site_workspace(folder / "course", FILES)
    settings = course / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("- balise: {sheets: false}\n", SHEETS))
    done = build(course, "--all-editions")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def site(root: Path) -> Path:
    return root / "site"


@pytest.fixture(scope="session")
def national(site: Path) -> dict[str, bytes]:
    return {path: content for path, content in contents(site).items() if not path.startswith("local/")}


def changed(site: Path, national: dict[str, bytes], name: str) -> dict[str, bytes]:
    """Return the files of a local edition that are not the national ones."""
    own = contents(site / "local" / name)
    return {path: content for path, content in own.items() if national.get(path) != content}


@pytest.mark.parametrize("name", ["port", "val"])
def test_a_local_edition_differs_only_where_it_may(name: str, site: Path, national: dict[str, bytes]) -> None:
    own = changed(site, national, name)
    pages = {path.partition("/")[2] for path in own if path.endswith(".html")}
    assert pages == FILLED | {path for path in pages if path.startswith(("present/t1-", "teach/present/t1-"))}
    rest = {path for path in own if not path.endswith(".html")}
    sheets = ("fr/print/help-poster", "fr/print/t1-family-letter", "fr/teach/print/t1-")
    assert {path for path in rest if not path.startswith((*sheets, "assets/local/"))} == {"catalog.json"}


@pytest.mark.parametrize("name", ["port", "val"])
def test_nothing_of_a_national_page_is_lost_or_moved(name: str, site: Path, national: dict[str, bytes]) -> None:
    for path, content in changed(site, national, name).items():
        if not path.endswith(".html"):
            continue
        # Where to choose a place is for those who have none yet.
        before = CHOICE.sub("", national[path].decode()).split("\n")
        after = content.decode().split("\n")
        steps = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        taken = [line for kind, start, end, *_ in steps if kind in ("replace", "delete") for line in before[start:end]]
        assert [line for line in taken if line.strip()] == [], path
        known = NUMBER.findall("\n".join(before))
        assert known == [one for one in NUMBER.findall("\n".join(after)) if one in known], path


def test_what_does_not_differ_is_the_same_file_on_the_disk(site: Path, national: dict[str, bytes]) -> None:
    served = {"404.html", ".htaccess", "_headers", "server/nginx.conf"}
    for name in ("port", "val"):
        own = changed(site, national, name)
        for path in national.keys() - own.keys() - served:
            assert (site / "local" / name / path).samefile(site / path), path
        assert not any((site / "local" / name / path).samefile(site / path) for path in own if path in national)


def test_a_local_edition_works_alone(site: Path) -> None:
    for name in ("port", "val"):
        here = site / "local" / name
        pages = {path: html.parse(path).getroot() for path in here.rglob("*.html")}
        for page, tree in pages.items():
            for link in tree.xpath("//@href | //@src"):
                parts = urlsplit(link)
                if parts.scheme or not parts.path:
                    continue
                target = Path(os.path.normpath(page.parent / unquote(parts.path)))
                assert target.is_file(), f"{page.relative_to(here)}: {link}"
                assert target.is_relative_to(here), f"{page.relative_to(here)}: {link}"
                assert not parts.fragment or target not in pages or parts.fragment in pages[target].xpath("//@id")


def test_the_national_site_says_where_its_local_editions_are(site: Path) -> None:
    page = html.parse(site / "fr/help.html").getroot()
    ways = page.xpath("//a[contains(@href, 'local/')]")
    assert {way.text_content(): way.get("href") for way in ways} == {
        "Val": "../local/val/fr/help.html",
        "Port (exemple)": "../local/port/fr/help.html",
    }
    # A place that does not exist is not among those to choose from.
    assert [way.text_content() for way in ways if way.xpath("ancestor::details")] == ["Port (exemple)"]
    assert all((site / "fr" / way.get("href")).is_file() for way in ways)


def test_no_page_keeps_a_mark(site: Path) -> None:
    assert [path for path, content in contents(site).items() if b"<!--place:" in content] == []


def test_an_example_says_so_wherever_it_shows(site: Path) -> None:
    for path in ("index.html", "help.html", "learn/t1.html", "teach/tiny.html"):
        for locale, said in (("fr", "Exemple"), ("ar", "مثال")):
            (box,) = (
                html.parse(site / "local/port" / locale / path)
                .getroot()
                .xpath("//*[contains(@class, 'bl-tag--warn')][contains(., $said)]", said=said)
            )
            assert box.text_content().startswith(said), path
    assert "Exemple" not in (site / "local/val/fr/help.html").read_text(encoding="utf-8")


def test_numbers_are_isolated_and_names_marked_in_arabic(site: Path) -> None:
    page = html.parse(site / "local/port/ar/learn/t1.html").getroot()
    (box,) = page.xpath("//*[@id='near']")
    assert box.xpath(".//a[@href='tel:0465710001']/bdi[@dir='ltr']/text()") == ["04 65 71 00 01"]
    assert box.xpath(".//strong/i[@lang='fr'][@dir='ltr']/text()") == ["Infirmerie du Port"]


def test_the_deck_shows_the_place_before_the_numbers_that_stay(site: Path) -> None:
    for path, prefix in (("present/t1.html", ""), ("teach/present/t1.html", "n-")):
        tree = html.parse(site / "local/port/fr" / path).getroot()
        ids = [name for name in tree.xpath("//@id") if name in (f"{prefix}local-help", f"{prefix}help")]
        assert ids == [f"{prefix}local-help", f"{prefix}help"], path


def test_catalogs_tell_the_sites_apart(site: Path) -> None:
    whole = json.loads((site / "catalog.json").read_text(encoding="utf-8"))
    own = json.loads((site / "local/port/catalog.json").read_text(encoding="utf-8"))
    assert {name: one["example"] for name, one in whole["local_editions"].items()} == {"port": True, "val": False}
    assert own["local_edition"] == {"name": "port", "title": "Port (exemple)", "example": True}
    found = {path: hashlib.sha256(data).hexdigest() for path, data in contents(site / "local/port").items()}
    assert own["artifacts"] == {path: known for path, known in found.items() if path != "catalog.json"}
    assert not any(path.startswith("local/") for path in whole["artifacts"])


def fresh(root: Path, to: Path) -> Path:
    """Copy what authors write, and the sheets already set: setting them again has tests of its own."""
    shutil.copytree(root / PRINTED, to / PRINTED)
    return copied(root, to)


def test_building_again_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    again = fresh(root, tmp_path)
    assert build(again, "--all-editions").returncode == 0
    assert differing(root / "site", again / "site") == []


def test_an_edition_by_itself_is_the_one_among_all(root: Path, tmp_path: Path) -> None:
    alone = fresh(root, tmp_path)
    assert build(alone, "--edition", "port").returncode == 0
    assert not (alone / "site/local").exists()
    one, among = contents(alone / "site"), contents(root / "site/local/port")
    served = {"404.html", ".htaccess", "_headers", "server/nginx.conf"}
    assert {path for path in one.keys() | among.keys() if one.get(path) != among.get(path)} == {"catalog.json", *served}


def test_another_edition_is_built_again_and_the_same_one_is_not(root: Path, tmp_path: Path) -> None:
    own = copied(root, tmp_path)
    words = ("--edition", "val", "--locale", "fr", "--no-sheets")
    assert "Open" in build(own, *words).stdout
    assert build(own, *words).stdout.startswith("Nothing changed")
    assert "Nothing" not in build(own, "--locale", "fr", "--no-sheets").stdout
    assert "Brigade du Val" not in (own / "site/fr/help.html").read_text(encoding="utf-8")


def test_a_session_is_packed_for_a_place(root: Path, tmp_path: Path) -> None:
    own = fresh(root, tmp_path)
    done = balise("pack", "tiny", "--edition", "port", "--today", "2026-11-22", root=own)
    assert done.returncode == 0, done.stderr
    name = "balise-t1-fr-port-2026-11-22"
    with ZipFile(own / f"dist/{name}.zip") as archive:
        page = archive.read(f"{name}/COMMENCER.html").decode()
        assert "Port (exemple)" in page
        assert "Infirmerie du Port" in archive.read(f"{name}/site/fr/present/t1.html").decode()
        near = (root / "site/local/port/fr/print/t1-family-letter-fr.pdf").read_bytes()
        assert archive.read(f"{name}/3-distribuer/t1-family-letter-fr.pdf") == near


def test_a_place_that_is_not_there_stops_the_build(root: Path, tmp_path: Path) -> None:
    done = build(copied(root, tmp_path), "--edition", "prot")
    assert done.returncode == 1
    assert 'There is no local edition "prot". Did you mean "port"?' in done.stderr
    assert not (tmp_path / "site").exists()
