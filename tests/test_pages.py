"""Hand-written pages: read, resolved, shown; and a broken one is a diagnostic."""

from __future__ import annotations

from pathlib import Path

import pytest

from balise.discovery import PACKAGE
from balise.localsite import LocalSite
from balise.pages import hand_pages, page_html, page_words, read_page
from builders import local_of, report_of, workspace
from pages import renderer_of, tree_of


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "about.md"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_page_has_the_title_of_its_heading_and_the_description_of_its_head(tmp_path: Path) -> None:
    page = read_page(written(tmp_path, "---\ndescription: Une page.\n---\n\nAvant\n\n# Le titre\n\nTexte.\n"))
    assert (page.path, page.title, page.description) == ("about.html", "Le titre", "Une page.")
    assert page.text == "Avant\n\n# Le titre\n\nTexte."


@pytest.mark.parametrize("text", ["Texte.", "--- x\nTexte."])
def test_a_page_without_heading_has_the_name_of_its_file(text: str, tmp_path: Path) -> None:
    assert read_page(written(tmp_path, text)).title == "about"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[](service:fr.17)", '<p><a href="services.html#fr-17">17</a></p>'),
        ("[ici](law:fr.image)", '<p><a href="law.html#fr-image">ici</a></p>'),
        ("[](module:tiny)", '<p><a href="teach/tiny.html">Une séance</a></p>'),
        ("[aide](help.md)", '<p><a href="help.html">aide</a></p>'),
        ("[aide](help.md#fr-17)", '<p><a href="help.html#fr-17">aide</a></p>'),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("1 < 2", "<p>1 &lt; 2</p>"),
        ("[a & b](term:help)", '<p><a href="glossary.html#help">a &amp; b</a></p>'),
    ],
)
def test_a_text_becomes_this_html(text: str, html: str, tmp_path: Path, tiny: Path) -> None:
    assert page_html(read_page(written(tmp_path, text)), renderer_of(tiny)).whole == html


def test_sections_begin_at_second_level_headings(tmp_path: Path, tiny: Path) -> None:
    page = page_html(
        read_page(written(tmp_path, "# Un\n\na\n\n## Deux\n\nb\n\n### Trois\n\n## Deux\n")), renderer_of(tiny)
    )
    assert [(one.anchor, one.title) for one in page.sections] == [("deux", "Deux"), ("deux_1", "Deux")]
    assert page.intro == '<h1 id="un">Un</h1>\n<p>a</p>\n'
    assert [part.split("\n")[0] for part in page.parts] == ['<h2 id="deux">Deux</h2>', '<h2 id="deux_1">Deux</h2>']


def test_search_reads_the_words_without_their_marks(tmp_path: Path) -> None:
    page = read_page(
        written(tmp_path, "---\ndescription: x\n---\n# Un *titre*\n\n- [ici](law:fr.image) et [là](help.md)\n")
    )
    assert page_words(page) == "Un titre - ici et là help.md"


def test_a_page_missing_in_a_language_is_that_of_the_source(tmp_path: Path) -> None:
    files = {"content/fr/about.md": "# À propos\n", "content/en/about.md": "# About\n"}
    root = workspace(tmp_path, files)
    shown = [(page.path, page.title, page.fallback) for page in hand_pages(root, "en")]
    assert shown == [("about.html", "About", False), ("index.html", "Accueil", True)]
    assert [page.fallback for page in hand_pages(root, "fr")] == [False, False]


def test_a_page_shows_the_drawing_its_source_names_in_every_language(tmp_path: Path) -> None:
    files = {"content/fr/about.md": "---\nart: lamp\n---\n# À propos\n", "content/en/about.md": "# About\n"}
    root = workspace(tmp_path, files)
    assert [(page.title, page.art) for page in hand_pages(root, "en")] == [("About", "lamp"), ("Accueil", "")]


def test_drawings_show_at_the_top_of_pages_and_at_the_doors_that_lead_to_them(tmp_path: Path) -> None:
    doors = "# Accueil\n\n## Parents\n\n[La loi](glossary.md), [en famille](about.md)\n\n## Autres\n\nRien.\n"
    files = {"content/fr/about.md": "---\nart: lamp\n---\n# À propos\n", "content/fr/index.md": doors}
    root = workspace(tmp_path, files)
    site = LocalSite(local_of(root).course, "fr", ("fr",))
    whole = site.gathered_pages({"tiny": site.shown("tiny")}, site.art())
    pages = {made.facts.path: tree_of(made.html) for made in (*site.module_pages("tiny"), *site.pages_apart(), *whole)}
    lamp = tree_of((PACKAGE / "templates/art/lamp.html").read_text(encoding="utf-8")).find("svg")
    shapes = [dict(part.attrib) for part in lamp.iter()]
    for place in (pages["about.html"].find(".//header"), pages["index.html"].find_class("bl-door")[0]):
        assert [dict(part.attrib) for part in place.find(".//svg").iter()] == shapes
    assert pages["index.html"].find_class("bl-door")[1].find(".//svg") is None
    assert len(pages["learn/t1.html"].find("header").findall(".//svg")) == 1


@pytest.mark.parametrize(
    "content", [b"# Titre\n\n\xe9t\xe9\n", b"---\ndescription: a: b\n---\n# Titre\n", b"---\n{\n---\n# Titre\n"]
)
def test_a_page_that_cannot_be_read_is_reported_at_its_file(content: bytes, tmp_path: Path) -> None:
    report = report_of(workspace(tmp_path, {"content/fr/about.md": content}))
    assert report.startswith("content/fr/about.md:")
    assert "error[pages]: " in report
    assert report.endswith("\n1 error, 0 warnings")
