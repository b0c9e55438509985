"""A tiny site with a public address: what search engines, shared links and catalogues of resources are told."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from builders import po, site_workspace

BASE = "https://school.example/balise/"
XML = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
OPEN_PAGES = ("index", "modules", "help", "teach/tiny", "law", "services", "glossary", "sources", "frameworks", "tools")


def build(root: Path, address: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "balise", "build", "--today", "2026-11-22", "--root", str(root)]
    environment = {**os.environ, "BALISE_SITE_URL": address}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    english = po("en", {"title": ("Une séance", "A </script> & session")})
    root = site_workspace(tmp_path_factory.mktemp("address"), {"modules/tiny/locales/en.po": english})
    done = build(root, BASE.removesuffix("/"))
    assert done.returncode == 0, done.stderr
    assert "BALISE_SITE_URL" not in done.stdout
    return root


@pytest.fixture(scope="session")
def site(root: Path) -> Path:
    return root / "site"


def head(site: Path, path: str) -> Any:
    return html.parse(site / path).getroot().find("head")


def properties(page: Any) -> dict[str, str]:
    """Return the Open Graph properties of a page that are there once."""
    return {one.get("property"): one.get("content") for one in page.xpath("meta[@property!='og:locale:alternate']")}


def linked(site: Path, path: str) -> dict[str, Any]:
    (script,) = html.parse(site / path).xpath("//script[@type='application/ld+json']")
    assert "<" not in script.text
    found: dict[str, Any] = json.loads(script.text)
    return found


def test_the_sitemap_holds_every_page_but_those_of_pupils_with_its_languages(site: Path) -> None:
    tree = etree.parse(site / "sitemap.xml")
    entries = {one.findtext("s:loc", namespaces=XML): one for one in tree.findall("s:url", XML)}
    found = {address.removeprefix(BASE) for address in entries}
    assert {f"{tag}/{name}.html" for tag in ("fr", "en") for name in OPEN_PAGES} <= found
    listed = {
        page.relative_to(site).as_posix()
        for page in site.rglob("*.html")
        if not html.parse(page).xpath("//meta[@name='robots']")
    }
    assert found == listed - {"index.html"} | {""}
    assert not [name for name in found if "learn/" in name or "sheets/" in name or "404" in name]
    for name, fallback in (("law", "fr/law.html"), ("index", "")):
        links = entries[f"{BASE}en/{name}.html"].findall("x:link", XML)
        said = {one.get("hreflang"): one.get("href") for one in links}
        assert said == {tag: f"{BASE}{tag}/{name}.html" for tag in ("fr", "en")} | {"x-default": f"{BASE}{fallback}"}
        assert said == {
            one.get("hreflang"): one.get("href")
            for one in head(site, f"en/{name}.html").xpath("link[@rel='alternate']")
        }
    assert (site / "robots.txt").read_text(encoding="utf-8").splitlines()[-1] == f"Sitemap: {BASE}sitemap.xml"


def test_every_page_says_its_own_address_on_screen_for_machines_and_on_paper(site: Path) -> None:
    for path in ("fr/law.html", "en/learn/t1.html", "en/teach/tiny.html"):
        page = html.parse(site / path).getroot()
        assert page.xpath("//link[@rel='canonical']/@href") == [f"{BASE}{path}"]
        assert properties(page.find("head"))["og:url"] == f"{BASE}{path}"
        (printed,) = page.xpath("//p[@class='bl-print-line']/bdi[@dir='ltr']")
        assert printed.text == f"{BASE}{path}"
    assert head(site, "index.html").xpath("link[@rel='canonical']/@href") == [BASE]
    assert html.parse(site / "fr/law.html").xpath("//header//a[@hreflang='en']/@href")[0] == "../en/law.html"


def test_a_shared_link_shows_the_page_but_never_what_a_pupil_reads(site: Path) -> None:
    guide, pupil = head(site, "fr/teach/tiny.html"), head(site, "fr/learn/t1.html")
    assert properties(guide) == {
        "og:type": "website",
        "og:title": "Une séance",
        "og:description": "On apprend à qui parler.",
        "og:site_name": "Cours",
        "og:url": f"{BASE}fr/teach/tiny.html",
        "og:locale": "fr_FR",
    }
    assert guide.xpath("meta[@property='og:locale:alternate']/@content") == ["en_GB"]
    neutral = properties(pupil)
    assert (neutral["og:title"], neutral["og:description"]) == ("Module T1", "Une page de cours.")
    assert pupil.xpath("meta[@name='description']/@content") == ["Une page de cours."]


def test_a_module_is_described_to_catalogues_of_resources(site: Path) -> None:
    """Every name here is one of schema.org's: of LearningResource, or of the type it stands in."""
    expected = {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "@id": f"{BASE}fr/learn/t1.html",
        "url": f"{BASE}fr/learn/t1.html",
        "name": "Une séance",
        "description": "On apprend à qui parler.",
        "inLanguage": "fr",
        "about": [
            {
                "@type": "DefinedTerm",
                "name": "aide",
                "url": f"{BASE}fr/glossary.html#help",
                "inDefinedTermSet": f"{BASE}fr/glossary.html",
            }
        ],
        "teaches": ["Savoir à qui parler."],
        "typicalAgeRange": "12-15",
        "timeRequired": "PT10M",
        "learningResourceType": "lesson",
        "educationalUse": "instruction",
        "audience": {"@type": "EducationalAudience", "educationalRole": "student"},
        "isPartOf": {"@id": f"{BASE}fr/teach/tiny.html"},
        "author": ["Une autrice"],
        "license": "https://creativecommons.org/licenses/by-sa/4.0/",
        "isAccessibleForFree": True,
        "accessMode": ["textual"],
        "accessibilityFeature": ["structuralNavigation", "tableOfContents"],
        "datePublished": "2026-11-22",
        "version": "2026-11-22",
        "workTranslation": [
            {"@type": "LearningResource", "@id": f"{BASE}en/learn/t1.html", "inLanguage": "en"},
        ],
    }
    assert linked(site, "fr/learn/t1.html") == expected
    changed = {
        "@id": f"{BASE}fr/teach/tiny.html",
        "url": f"{BASE}fr/teach/tiny.html",
        "learningResourceType": "lesson plan",
        "educationalUse": "professional support",
        "audience": {"@type": "EducationalAudience", "educationalRole": "teacher"},
        "hasPart": {"@id": f"{BASE}fr/learn/t1.html"},
        "educationalAlignment": [
            {
                "@type": "AlignmentObject",
                "alignmentType": "teaches",
                "educationalFramework": "EVARS",
                "targetName": "EVARS",
                "targetUrl": "https://example.org/checked",
            }
        ],
        "workTranslation": [{"@type": "LearningResource", "@id": f"{BASE}en/teach/tiny.html", "inLanguage": "en"}],
    }
    assert linked(site, "fr/teach/tiny.html") == {k: v for k, v in (expected | changed).items() if k != "isPartOf"}


def test_a_translation_says_what_it_translates_and_what_is_still_french(site: Path) -> None:
    found = linked(site, "en/learn/t1.html")
    assert (found["inLanguage"], found["name"]) == ("en", "A </script> & session")
    assert found["teaches"] == [{"@language": "fr", "@value": "Savoir à qui parler."}]
    source = {"@type": "LearningResource", "@id": f"{BASE}fr/learn/t1.html", "inLanguage": "fr"}
    assert found["translationOfWork"] == source
    assert "workTranslation" not in found
    page = html.parse(site / "en/teach/tiny.html").getroot()
    assert page.xpath("//meta[@property='og:title']/@content") == ["A </script> & session"]


def test_the_files_for_servers_know_the_folder_the_site_lives_in(site: Path) -> None:
    assert "error_page 404 /balise/404.html;" in (site / "server/nginx.conf").read_text(encoding="utf-8")
    assert "ErrorDocument 404 /balise/404.html" in (site / ".htaccess").read_text(encoding="utf-8")
    assert "\n/balise/*\n" in (site / "_headers").read_text(encoding="utf-8")
    lost = html.parse(site / "404.html").getroot()
    assert lost.xpath("//section[@lang='en']//a/@href") == ["/balise/en/help.html", "/balise/en/index.html"]
    assert "/balise/assets/course.css" in lost.xpath("//link/@href")


def test_another_address_makes_another_site_and_none_is_said(root: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(root, tmp_path / "course"))
    done = build(own, "")
    assert done.returncode == 0, done.stderr
    assert "To publish: BALISE_SITE_URL=https://… balise build\n" in done.stdout
    site = own / "site"
    assert not (site / "sitemap.xml").exists()
    assert not (site / "robots.txt").exists()
    page = html.parse(site / "fr/learn/t1.html").getroot()
    assert page.xpath("//link[@rel='canonical'] | //meta[@property='og:url'] | //p[@class='bl-print-line']/bdi") == []
    found = linked(site, "fr/learn/t1.html")
    assert (found["@id"], found["isPartOf"]) == ("t1.html", {"@id": "../teach/tiny.html"})
    assert found["workTranslation"][0]["@id"] == "../../en/learn/t1.html"
    assert "https://school.example" not in (site / "fr/learn/t1.html").read_text(encoding="utf-8")
    assert build(own, BASE).returncode == 0  # nothing else changed
    assert (site / "sitemap.xml").is_file()
