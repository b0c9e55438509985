"""A whole tiny site, built as its authors build it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner
from lxml import html

from balise.cli import main
from builders import MODULE, SHARED, edited, minimal_module, po, site_workspace
from built import balise, build, contents, copied, differing, environment
from pages import words
from sharing import shared

OTHER = "modules/other/module.yaml"
DRAWING = "modules/other/media/doors.svg"
SHOWN = "assets/media/t2/doors.svg"
ANSWER = "Zébrure"  # in every answer of the assessment, and nowhere else
REGISTRIES = ("law", "services", "glossary", "sources", "frameworks", "tools", "protocol")
PAGES = ("index", "help", "modules", "translations", "accessibility", "coverage", "reviews", *REGISTRIES)
HAND = ("teachers", "prosecutors", "families", "about")


def other_module() -> dict[str, Any]:
    """Return a module with an assessment, which speaks of the first one."""
    module = minimal_module(
        code="t2",
        title="Une autre séance",
        content_note="Après [](module:tiny). On y lit [](penalty:fr.image/base), et [](law:fr.minors).",
    )
    module = edited(module, "quizzes/0/use", "assessment")
    picture = {"file": "doors.svg", "alt": "Trois portes.", "caption": "Choisis la tienne.", "credit": "Nous, CC0"}
    module = edited(module, "lessons/0/activities/0/picture", picture)
    for index in range(3):
        module = edited(module, f"quizzes/0/items/0/options/{index}/feedback", f"{ANSWER} {index}.")
    return edited(module, "quizzes/0/items/0/rationale", f"{ANSWER} pour l'adulte.")


def course() -> dict[str, Any]:
    english = po(
        "en", {"title": ("Une séance", "A session"), "summary": ("On apprend à qui parler.", "Who to talk to.")}
    )
    files: dict[str, Any] = {
        OTHER: other_module(),
        DRAWING: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 18"><path d="M2 2h9v9z"/></svg>',
        "modules/tiny/locales/en.po": english,
        "content/en/index.md": "# Home\n\nCall [](service:fr.17).\n",
    }
    files |= {
        f"content/fr/{name}.md": f"# Page {name}\n\nVoir [](law:fr.image).\n\n## Plus\n\nTexte.\n" for name in HAND
    }
    return files


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built course. Not to be written to."""
    return shared(tmp_path_factory, "site", build_course) / "course"


def build_course(folder: Path) -> None:
    done = build(site_workspace(folder / "course", course()))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def own(root: Path, tmp_path: Path) -> Path:
    """A copy of the built course, to write to: its site and memory come with it."""
    return Path(shutil.copytree(root, tmp_path / "course"))


@pytest.fixture(scope="session")
def site(root: Path) -> Path:
    return root / "site"


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Any]:
    """Every page as a tree, by address."""
    return {path.relative_to(site).as_posix(): html.parse(path).getroot() for path in sorted(site.rglob("*.html"))}


@pytest.fixture(scope="session")
def catalog(site: Path) -> dict[str, Any]:
    loaded = json.loads((site / "catalog.json").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


FOLDERS = ("present", "teach/present")
PRESENTER = ("cover", "slides", "way", "faces", "room", "clock", "votes", "notes", "jumps", "keys", "launch", "desk")
DECK_FILES = (
    {"slides.css", "slides.js", "deck.css", "deck.js", "keys.js", "bar.js", "room.js"}
    | {"presenter.css"}
    | {f"presenter/{name}.js" for name in PRESENTER}
    | {f"reveal/{name}" for name in ("reveal.js", "LICENSE.txt")}
)


def of_locale(locale: str) -> set[str]:
    names = {f"{name}.html" for name in (*PAGES, *HAND)} | {"search.js", "editions.html", "editions/2026-11-22.html"}
    for code, slug in (("t1", "tiny"), ("t2", "other")):
        names |= {f"learn/{code}.html", f"teach/{slug}.html", f"sheets/{code}-check.html"}
    names |= {"learn/t1/1.html", "learn/t1/2.html", "learn/t2/1.html"}
    # The quiz of the other module is taken in its lesson: it has no deck of its own.
    names |= {f"{folder}/{deck}.html" for folder in FOLDERS for deck in ("t1", "t2", "t1-quiz-check")}
    return {f"{locale}/{name}" for name in names}


def test_the_site_holds_these_files_and_no_other(site: Path, catalog: dict[str, Any]) -> None:
    served = {"404.html", "page.html", ".htaccess", "_headers", "server/nginx.conf"}
    expected = {"index.html", "catalog.json", *served}.union(*map(of_locale, catalog["locales"]))
    found = set(contents(site))
    assert {name for name in found if not name.startswith("assets/")} == expected
    assets = {name for name in found if name.startswith("assets/")}
    own = (path.name for path in (site.parent / "site_overrides/assets").iterdir() if path.is_file())
    kept = {f"assets/{name}" for name in own if not name.endswith(".css")}  # styles are in course.css
    fonts = {name for name in assets if name.startswith("assets/fonts/")}
    decks = {f"assets/decks/{name}" for name in DECK_FILES}
    assert assets - fonts == {"assets/course.css", "assets/course.js", SHOWN} | decks | kept
    assert [name for name in assets if name.endswith((".yaml", ".po", ".md", ".py", ".map"))] == []


def test_the_catalog_names_every_file_with_its_hash(site: Path, catalog: dict[str, Any]) -> None:
    found = {name: hashlib.sha256(data).hexdigest() for name, data in contents(site).items() if name != "catalog.json"}
    assert catalog["artifacts"] == found


def test_the_catalog_tells_of_the_course(catalog: dict[str, Any]) -> None:
    assert catalog["edition"] == "2026-11-22"
    assert catalog["locales"][0] == "fr"
    assert "en" in catalog["locales"]
    assert sorted(catalog["modules"]) == ["other", "tiny"]
    tiny = catalog["modules"]["tiny"]
    assert (tiny["code"], tiny["learner_page"], tiny["facilitator_page"]) == ("t1", "learn/t1.html", "teach/tiny.html")
    assert (tiny["title"], tiny["ages"], tiny["duration"], tiny["settings"]) == ("Une séance", "12-15", 10, ["class"])
    assert tiny["review"] == {"legal": None, "pedagogical": None}
    assert (tiny["translations"]["en"]["translated"], tiny["translations"]["en"]["reviewed_by"]) == (2, "")


def test_the_card_of_a_module_says_all_there_is_to_know_of_it(pages: dict[str, Any]) -> None:
    (card,) = pages["fr/modules.html"].xpath("//li[contains(@class, 'bl-module-card')][.//a[@href='learn/t2.html']]")
    facts = {words(div.findtext("dt")): words(div.find("dd").text_content()) for div in card.xpath(".//dl/div")}
    english = facts.pop("Langues").partition("English : ")[2].partition(" relu")[0]
    assert english == "traduit à 0 %, pas encore"
    assert facts == {
        "Pour qui": "12–15 ans : cycle 4",
        "Cadre": "en classe",
        "À imprimer": "Fiche d'évaluation : Vérifier",
        "EVARS": "EVARS",
        "Relecture juridique": "pas encore relu",
        "Relecture pédagogique": "pas encore relu",
        "Textes de loi": "vérifiés le 1 novembre 2026, à revérifier avant le 1 mai 2027",
    }
    assert {"sheets/t2-check.html", "frameworks.html#fr-evars"} <= set(card.xpath(".//dd//a/@href"))
    guide = pages["fr/teach/other.html"].xpath("//*[@id='card']//dl")[0]
    kept = {words(div.findtext("dt")): words(div.find("dd").text_content()) for div in guide.xpath("div")}
    assert {name: kept[name] for name in ("Cadre", "Textes de loi")} == {
        name: facts[name] for name in ("Cadre", "Textes de loi")
    }
    assert "English : traduit à 0 %" in kept["Langues"]


def test_the_page_of_translations_counts_as_the_command_does(root: Path, pages: dict[str, Any]) -> None:
    said = balise("i18n", "status", root=root).stdout.splitlines()[1:]
    rows = {tuple(line.split()[:2]): line.split()[2:5] for line in said}
    assert rows["tiny", "en"][0].startswith("2/")
    for locale in ("fr", "en"):
        page, found = pages[f"{locale}/translations.html"], {}
        for section in page.xpath("//section[contains(@class, 'bl-translations')]"):
            tag = section.get("aria-labelledby").removeprefix("l-")
            for row in section.xpath(".//tbody/tr"):
                done, *rest = [span.text_content() for span in row.xpath("td[1]/span[@class='bl-translations__count']")]
                numbers = [int(number) for number in re.findall(r"\d+", " ".join([done, *rest]))]
                translated, total, *left = numbers
                found[row.get("data-part"), tag] = [f"{translated}/{total}", sum(left)]
        assert found == {name: [done, int(fuzzy) + int(missing)] for name, (done, fuzzy, missing) in rows.items()}


def test_every_page_has_itself_in_every_language(site: Path, pages: dict[str, Any], catalog: dict[str, Any]) -> None:
    for address, page in pages.items():
        if "/" not in address:
            continue
        locale = address.split("/")[0]
        links = {link.get("hreflang"): link.get("href") for link in page.xpath("//link[@rel='alternate']")}
        assert list(links) == catalog["locales"], address
        for tag, href in links.items():
            target = (site / address).parent / href
            assert target.resolve() == site / tag / address.removeprefix(f"{locale}/")
            assert target.is_file()
        assert page.get("lang") == locale


def test_the_root_page_leads_to_each_language_without_a_script(pages: dict[str, Any], catalog: dict[str, Any]) -> None:
    root = pages["index.html"]
    links = {link.get("hreflang"): link.get("href") for link in root.xpath("//a[@hreflang]")}
    assert links == {locale: f"{locale}/index.html" for locale in catalog["locales"]}
    assert root.xpath("//script") == []


def test_every_link_and_anchor_leads_somewhere(site: Path, pages: dict[str, Any]) -> None:
    dead = []
    anchors = {address: set(page.xpath("//@id")) for address, page in pages.items()}
    for address, page in pages.items():
        for link in page.xpath("//@href | //@src"):
            parts = urlsplit(link)
            if parts.scheme in ("tel", "sms", "mailto", "https", "data"):
                continue
            assert not parts.scheme, f"{address}: {link}"
            beside = site if parts.path.startswith("/") else (site / address).parent
            target = beside / unquote(parts.path).lstrip("/") if parts.path else site / address
            name = os.path.relpath(target, site)
            if not target.is_file() or (parts.fragment and parts.fragment not in anchors[name]):
                dead.append(f"{address}: {link}")
    assert dead == []


def test_a_picture_is_shown_where_learners_and_their_facilitator_need_it(site: Path, pages: dict[str, Any]) -> None:
    assert (site / SHOWN).read_bytes() == (site.parent / DRAWING).read_bytes()
    for locale, address in (("fr", "learn/t2/1.html"), ("fr", "teach/other.html"), ("en", "learn/t2/1.html")):
        (figure,) = pages[f"{locale}/{address}"].xpath("//*[@id='a-talk']//figure")
        image = figure.find("img")
        assert (image.get("src"), image.get("alt")) == (f"{'../' * (address.count('/') + 1)}{SHOWN}", "Trois portes.")
        assert (image.get("width"), image.get("height")) == ("32", "18")
        assert image.get("loading") is None  # one that waits to be scrolled to is missing on paper
        assert image.get("lang") == (None if locale == "fr" else "fr")  # its words are not translated, and say so
        assert words(figure.text_content()) == "Choisis la tienne. Image : Nous, CC0".replace(
            " : ", " : " if locale == "fr" else ": "
        )


def test_what_a_style_sheet_asks_for_is_there(site: Path) -> None:
    for sheet in site.rglob("*.css"):
        for link in re.findall(r"url\(([^)]+)\)", sheet.read_text(encoding="utf-8")):
            address = link.strip("'\"")
            if not address.startswith(("data:", "#")):
                assert (sheet.parent / urlsplit(address).path).is_file(), f"{sheet.name}: {address}"


def test_ids_are_used_once_a_page(pages: dict[str, Any]) -> None:
    for address, page in pages.items():
        ids = page.xpath("//@id")
        assert sorted(ids) == sorted(set(ids)), address


def test_no_answer_of_an_assessment_reaches_learners_or_search(site: Path) -> None:
    holding = sorted(name for name, data in contents(site).items() if ANSWER.encode() in data)
    assert {PurePosixPath(name).parts[1:] for name in holding} == {("teach", "other.html")}


def test_the_key_of_practice_is_on_the_learners_page(site: Path) -> None:
    assert "Cela peut durer." in (site / "fr/learn/t1/2.html").read_text(encoding="utf-8")


def test_search_finds_pages_and_places_that_exist(site: Path, pages: dict[str, Any], catalog: dict[str, Any]) -> None:
    for locale in catalog["locales"]:
        script = (site / locale / "search.js").read_text(encoding="utf-8")
        assert script.startswith("window.baliseIndex = [")
        records = json.loads(script.removeprefix("window.baliseIndex = ").removesuffix(";\n"))
        addresses = [record[0] for record in records]
        assert {
            "index.html",
            "learn/t1.html",
            "learn/t1/1.html",
            "teach/tiny.html",
            "law.html#fr-image",
            "about.html",
        } <= set(addresses)
        for address in addresses:
            path, _, anchor = address.partition("#")
            assert not anchor or anchor in pages[f"{locale}/{path}"].xpath("//@id"), address


def test_nothing_runs_but_our_own_files(pages: dict[str, Any]) -> None:
    for address, page in pages.items():
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none';"), address
        assert "unsafe" not in policy
        scripts = page.xpath("//script[not(@type='application/ld+json')]")
        assert [script for script in scripts if script.text or not script.get("src")] == []
        assert page.xpath("//style | //@style | //iframe | //form[@action] | //@*[starts-with(name(), 'on')]") == []
        loaded = page.xpath("//script/@src | //img/@src | //link[@rel='stylesheet' or @rel='icon']/@href")
        assert [link for link in loaded if urlsplit(link).netloc] == []


def test_the_tab_of_a_learners_page_does_not_say_its_topic(pages: dict[str, Any]) -> None:
    for address in ("fr/learn/t1.html", "fr/sheets/t1-check.html", "fr/help.html"):
        page = pages[address]
        assert "séance" not in page.findtext(".//title").lower().replace("séance t1", "")
        assert page.xpath("//h1")[0].text_content() not in page.findtext(".//title")
    assert pages["fr/learn/t1.html"].xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert pages["fr/help.html"].xpath("//meta[@name='robots']") == []


def test_a_page_missing_in_a_language_is_french_and_says_so(pages: dict[str, Any]) -> None:
    page, home, source = pages["en/about.html"], pages["en/index.html"], pages["fr/about.html"]
    (article,) = page.xpath("//main//article")
    assert (article.get("lang"), article.get("dir")) == ("fr", "ltr")
    assert "Page about" in article.text_content()
    notes = [len(one.xpath("//main/p[contains(@class, 'bl-tag--warn')]")) for one in (page, home, source)]
    assert notes == [1, 0, 0]
    assert home.xpath("//main//article/@lang") == source.xpath("//main//article/@lang") == []


def test_a_translated_title_is_shown_and_the_rest_marked(pages: dict[str, Any]) -> None:
    page = pages["en/learn/t1.html"]
    assert page.xpath("string(//h1)") == "A session"
    note = page.xpath("//*[@lang='fr'][contains(., 'On peut faire une pause.')]")
    assert note


def test_the_words_of_a_hand_written_page_are_searched_in_its_language(site: Path) -> None:
    script = (site / "en/search.js").read_text(encoding="utf-8")
    assert '["index.html","Home","Home",' in script


def test_two_builds_give_the_same_bytes(root: Path, tmp_path: Path) -> None:
    again = copied(root, tmp_path)
    assert build(again).returncode == 0
    assert differing(root / "site", again / "site") == []


def test_plain_mkdocs_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    again = copied(root, tmp_path)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(again / "mkdocs.yml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment())
    assert done.returncode == 0, done.stderr
    assert differing(root / "site", again / "site") == []


def test_building_again_without_a_change_does_nothing(own: Path) -> None:
    site = own / "site"
    # The memory of a build names no folder by its whole path: a copied course is as current as the first.
    assert build(own).returncode == 0
    before = {name: (site / name).stat().st_mtime_ns for name in contents(site)}
    done = build(own)
    assert (done.returncode, done.stdout) == (0, f"Nothing changed. Open {site / 'index.html'}\n")
    assert {name: (site / name).stat().st_mtime_ns for name in contents(site)} == before


def broken_yaml(root: Path) -> None:
    (root / MODULE).write_text("title: 'x\n", encoding="utf-8")


def wrong_minutes(root: Path) -> None:
    file = root / MODULE
    file.write_text(file.read_text(encoding="utf-8").replace("\nduration: 10", "\nduration: 11"), encoding="utf-8")


def wrong_translation(root: Path) -> None:
    file = root / "modules/tiny/locales/en.po"
    file.write_text(file.read_text(encoding="utf-8").replace("Who to talk to.", "Call 3018."), encoding="utf-8")


def undrawn(root: Path) -> None:
    file = root / MODULE
    file.write_text(file.read_text(encoding="utf-8").replace("À qui parler ?", "À qui parler 🎉 ?"), encoding="utf-8")


def broken_catalog(root: Path) -> None:
    (root / "modules/tiny/locales/en.po").write_text('mssgid "x"\n', encoding="utf-8")


def absent_picture(root: Path) -> None:
    (root / DRAWING).unlink()


FAULTS = {
    "absent-picture-in-english-alone": (absent_picture, ["--locale", "en"], "error[pictures]"),
    "broken-yaml": (broken_yaml, [], "error[yaml-syntax]"),
    "wrong-minutes": (wrong_minutes, [], "error[minutes]"),
    "wrong-minutes-in-english-alone": (wrong_minutes, ["--locale", "en"], "error[minutes]"),
    "wrong-translation": (wrong_translation, [], "error[typed-facts]"),
    "broken-catalog": (broken_catalog, [], "error[po-syntax]"),
    "stale-and-strict": (lambda _: None, ["--strict", "--today", "2028-01-01"], "warning[past-review]"),
    "undrawn-on-paper": (undrawn, ["--sheets", "--locale", "fr"], "error[undrawn-character]"),
    "no-such-locale": (lambda _: None, ["--locale", "xx"], 'There is no locale "xx".'),
}


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_a_fault_leaves_the_old_site_as_it_was(name: str, own: Path) -> None:
    harm, words, said = FAULTS[name]
    harm(own)
    before = contents(own / "site")
    done = build(own, *words)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(own / "site") == before
    assert [path.name for path in own.iterdir() if path.name.startswith("site.")] == []


def hrefs(site: Path, address: str) -> set[str]:
    """Return the files of sheets a page links to, from the folder of the site."""
    page = site / address
    found = html.parse(page).getroot().xpath("//a/@href[contains(., 'print/')]")
    return {os.path.relpath(page.parent / href, site) for href in found}


def test_pages_lead_to_every_sheet_there_is_and_to_no_other(own: Path) -> None:
    done = build(own, "--sheets")
    assert done.returncode == 0, done.stdout + done.stderr
    site = own / "site"
    made = {name for name in contents(site) if "/print/" in name}
    assert {Path(name).suffix for name in made} == {".pdf", ".docx", ".odt", ".pptx"}
    # The modules of this course are not ready in English: their sheets are the French ones, there too.
    for locale in ("fr", "en"):
        modules = {name for name in made if "/t1-" in name or "/t2-" in name}
        shared_sheets = {name for name in made - modules if name.startswith(f"{locale}/")}
        assert hrefs(site, f"{locale}/print.html") == modules | shared_sheets
        assert hrefs(site, f"{locale}/teach/tiny.html") == {name for name in made if "/t1-" in name}
        pupils = hrefs(site, f"{locale}/learn/t1.html")
        assert "fr/print/t1-worksheet-fr.pdf" in pupils
        assert not [name for name in pupils if "teach/print" in name]
    catalog = json.loads((site / "catalog.json").read_text(encoding="utf-8"))
    assert made <= catalog["artifacts"].keys()


def changed(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} in {file}"
    file.write_text(text.replace(old, new), encoding="utf-8")


CHANGES: dict[str, Callable[[Path], None]] = {
    "the size of a picture": lambda root: changed(root / DRAWING, "0 0 32 18", "0 0 32 20"),
    "a text of the registries": lambda root: changed(
        root / SHARED / "services/fr.yaml", "Un danger maintenant.", "Un danger."
    ),
    "a text of a module": lambda root: changed(root / MODULE, "Attendre.", "Patienter."),
    "a title others refer to": lambda root: changed(root / MODULE, "title: Une séance", "title: Une leçon"),
    "a translated title others refer to": lambda root: changed(
        root / "modules/tiny/locales/en.po", "A session", "A lesson"
    ),
    "a translation another language tells of": lambda root: changed(
        root / "modules/tiny/locales/en.po", 'msgstr "Who to talk to."', 'msgstr ""'
    ),
    "the name of the course": lambda root: changed(root / SHARED / "course.yaml", "Un tout petit cours.", "Un cours."),
    "a hand-written page": lambda root: changed(root / "content/en/index.md", "# Home", "# Welcome"),
    "a template of the course": lambda root: changed(
        root / "site_overrides/main.html", "<!doctype html>", "<!doctype html>\n"
    ),
}


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_building_after_a_change_gives_what_building_anew_gives(name: str, own: Path, tmp_path: Path) -> None:
    CHANGES[name](own)
    assert build(own).returncode == 0
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    copied(own, fresh)
    assert build(fresh).returncode == 0
    assert differing(own / "site", fresh / "site") == []


def test_serving_one_language_sees_a_change_of_the_registries(own: Path) -> None:
    """`mkdocs serve` builds again and again in one process: nothing may be remembered from the first time."""
    words = ["build", "--root", str(own), "--today", "2026-11-22", "--locale", "fr"]
    assert CliRunner().invoke(main, words, catch_exceptions=False).exit_code == 0
    changed(own / SHARED / "services/fr.yaml", "Un danger maintenant.", "Un grand danger.")
    assert CliRunner().invoke(main, words, catch_exceptions=False).exit_code == 0
    for name in ("services", "learn/t1"):
        assert "Un grand danger." in (own / f"site/fr/{name}.html").read_text(encoding="utf-8"), name


def test_one_core_gives_the_same_bytes(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """MkDocs hands out one plugin object a process: locales built one after the other must not meet in it."""
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    again = copied(root, tmp_path)
    words = ["build", "--root", str(again), "--today", "2026-11-22"]
    assert CliRunner().invoke(main, words, catch_exceptions=False).exit_code == 0
    assert differing(root / "site", again / "site") == []


def test_a_system_that_cannot_fork_gives_the_same_bytes(root: Path, own: Path) -> None:
    """Windows has no fork: the course travels to each process by pickling."""
    shutil.rmtree(own / ".cache")
    program = (
        "import multiprocessing; multiprocessing.get_all_start_methods = lambda: ['spawn']\n"
        "from balise import parallel; parallel.FEW = 0\n"
        "from balise.cli import main; main()"
    )
    command = [sys.executable, "-c", program, "build", "--force", "--today", "2026-11-22", "--root", str(own)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment())
    assert done.returncode == 0, done.stderr
    assert differing(root / "site", own / "site") == []


def test_menus_lead_only_to_pages_there_are(own: Path) -> None:
    (own / "content/fr/families.md").unlink()
    assert build(own).returncode == 0
    page = html.parse(own / "site/fr/about.html")
    links = {link.get("href") for link in page.iter("a")}
    assert "families.html" not in links
    assert {"teachers.html", "prosecutors.html"} <= links


def test_an_invented_language_appears_with_its_catalogs(own: Path) -> None:
    (own / SHARED / "locales/eo.po").write_text(po("eo", {"title": ("Cours", "Kurso")}), encoding="utf-8")
    folder = own / "modules/tiny/locales"
    (folder / "eo.po").write_text(po("eo", {"title": ("Une séance", "Unu leciono")}), encoding="utf-8")
    done = build(own)
    assert done.returncode == 0, done.stderr
    locales = json.loads((own / "site/catalog.json").read_text(encoding="utf-8"))["locales"]
    assert "eo" in locales
    assert of_locale("eo") <= set(contents(own / "site"))
    page = html.parse(own / "site/eo/learn/t1.html").getroot()
    assert (page.get("lang"), page.xpath("string(//h1)")) == ("eo", "Unu leciono")
    switch = html.parse(own / "site/fr/learn/t1.html").xpath("//a[@hreflang='eo']")
    assert {(link.text_content(), link.get("href")) for link in switch} == {("Esperanto", "../../eo/learn/t1.html")}


def test_a_language_alone_can_be_built(own: Path) -> None:
    assert build(own, "--locale", "en").returncode == 0
    site = own / "site"
    assert {path.name for path in site.iterdir() if path.is_dir()} == {"assets", "en", "server"}
    made = json.loads((site / "catalog.json").read_text(encoding="utf-8"))
    assert (made["locales"], made["modules"]["tiny"]["translations"]["en"]["translated"]) == (["en"], 2)
    assert html.parse(site / "en/index.html").xpath("//link[@rel='alternate']/@hreflang") == ["en"]


def test_without_decks_there_is_no_slide_and_no_way_to_one(own: Path) -> None:
    done = build(own, "--no-decks")
    assert done.returncode == 0, done.stdout + done.stderr
    site = own / "site"
    assert not [name for name in contents(site) if "present/" in name]
    guide = html.parse(site / "fr" / "teach" / "tiny.html").getroot()
    assert not guide.xpath("//*[@id='present'] | //a[contains(@href, 'present')]")
    again = build(own, "--decks")
    assert again.returncode == 0, again.stdout + again.stderr
    assert html.parse(site / "fr" / "teach" / "tiny.html").getroot().xpath("//*[@id='present']")
    assert (site / "fr" / "present" / "t1.html").is_file()
