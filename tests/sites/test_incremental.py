"""What building again after a change makes anew: all that shows the change, nothing else, as if nothing was known."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest

from balise.discovery import PACKAGE
from builders import SHARED
from built import contents, differing
from places import PORT
from rebuilt import APART, DRAWING, TINY, build, built, clean, files, replaced, touched, twin

ENGLISH, REGISTRIES_IN_ENGLISH = "modules/tiny/locales/en.po", f"{SHARED}/locales/en.po"
COURSE, LAWS, SERVICES = (f"{SHARED}/{name}.yaml" for name in ("course", "laws/fr", "services/fr"))
GUIDES = "*/teach/apart.html */teach/other.html */teach/tiny.html"
COUNTED = "*/coverage.html */index.html */modules.html */reviews.html */translations.html"
"""Pages of the course that name every module."""
FRAMED = "??/*.html -*/present/*"
"""Pages in the shell of most: all but decks."""


@dataclass(frozen=True)
class Change:
    """One thing an author changes, and the files that show it: these patterns without those after `-`.

    `catalog.json`, which has the digest of every file, goes without saying.
    """

    make: Callable[[Path], None]
    shows: str

    def among(self, names: set[str]) -> set[str]:
        """Return those of these files that must be made anew."""
        parts = [*self.shows.split(), "catalog.json"] if self.shows else []
        out = [part[1:] for part in parts if part.startswith("-")]
        shown = {name for part in parts for name in names if fnmatchcase(name, part)}
        return {name for name in shown if not any(fnmatchcase(name, part) for part in out)}


def words(file: str, old: str, new: str, shows: str) -> Change:
    """Change some words of a file."""
    return Change(lambda root: replaced(root / file, old, new), shows)


def template(name: str, old: str, new: str, shows: str) -> Change:
    """Give the course a template of its own in place of one of the package's."""

    def override(root: Path) -> None:
        own = root / "site_overrides/balise" / name
        own.parent.mkdir(parents=True)
        shutil.copy(PACKAGE / name, own)
        replaced(own, old, new)

    return Change(override, shows)


def another_key(root: Path) -> None:
    replaced(root / TINY, "            correct: true\n            feedback: Oui.", "            feedback: Oui.")
    replaced(root / TINY, "            text: Patienter.\n", "            text: Patienter.\n            correct: true\n")


def source_and_tool(root: Path) -> None:
    replaced(root / SHARED / "sources.yaml", "Son usage.", "Un usage.")
    replaced(root / SHARED / "tools.yaml", "Une suite.", "Des signes.")


def module_added(root: Path) -> None:
    shutil.copytree((root / APART).parent, root / "modules/new")
    replaced(root / "modules/new/module.yaml", "code: t3", "code: t4")


def module_taken_away(root: Path) -> None:
    (root / APART).parent.rename(root / "apart")


def module_brought_back(root: Path) -> None:
    (root / "apart").rename((root / APART).parent)


KEY = "*/learn/t1/2.html */present/t1-quiz-check.html */teach/tiny.html"
GONE = "*/t3*.html */teach/apart.html */search.js"
QUIZ = f"{KEY} */sheets/t1-check.html"
SEEN = "assets/media/t2/doors.svg"

CHANGES: dict[str, dict[str, Change]] = {
    "texts of a module": {
        "a sentence": words(TINY, "Attendre.", "Patienter.", QUIZ),
        "the key of a question": Change(another_key, KEY),
        "an objective": words(
            TINY, "text: Savoir à", "text: Oser dire à", "*/learn/t1.html */teach/tiny.html */coverage.html */search.js"
        ),
        "a title another module tells": words(
            TINY,
            "title: Une séance",
            "title: Une leçon",
            "*/learn/t[12].html */learn/t1/*.html */present/t[12]*.html */teach/tiny.html */teach/other.html "
            "*/search.js " + COUNTED,
        ),
        "a code another module leads to": words(
            TINY,
            "code: t1",
            "code: t9",
            "*/learn/t[129].html */learn/t[19]/*.html */present/t[19]*.html */sheets/t[19]-check.html "
            "*/teach/tiny.html */search.js " + COUNTED,
        ),
    },
    "pictures and translations": {
        "the size of a picture": words(
            DRAWING, "0 0 32 18", "0 0 32 20", f"{SEEN} */learn/t2/1.html */teach/other.html"
        ),
        "the lines of a picture": words(DRAWING, "M2 2h9", "M3 2h9", SEEN),
        "a translation": words(
            ENGLISH,
            "Who to talk to.",
            "Whom to tell.",
            "en/index.html en/learn/t1.html en/modules.html en/search.js en/teach/tiny.html",
        ),
        "a translated title another module tells": words(
            ENGLISH,
            "A session",
            "A lesson",
            "en/learn/t[12].html en/learn/t1/*.html en/present/t[12]*.html en/teach/present/t[12]*.html "
            "en/teach/tiny.html en/teach/other.html en/search.js " + COUNTED.replace("*", "en"),
        ),
        "a translation taken away": words(
            ENGLISH,
            'msgstr "Whom to tell."',
            'msgstr ""',
            "en/index.html en/learn/t1.html en/search.js */modules.html */translations.html */teach/tiny.html",
        ),
        "a translation of the registries": words(
            REGISTRIES_IN_ENGLISH, "A rule.", "The rule.", "en/law.html en/search.js"
        ),
    },
    "registries": {
        "a law": words(LAWS, "La règle : Diffuser une image.", "Une règle.", "*/law.html */search.js"),
        "a penalty": words(
            LAWS, "fine: 60000", "fine: 70000", "*/law.html */learn/t2.html */present/t2*.html */teach/other.html"
        ),
        "a telephone number": words(
            SERVICES,
            "value: '119'",
            "value: '116000'",
            "*/help.html */services.html */*/t3*.html -*/sheets/*",
        ),
        "a term": words(
            f"{SHARED}/glossary.yaml",
            "adulte de confiance",
            "adulte fiable",
            "*/learn/t3/1.html */present/t3.html */teach/apart.html */glossary.html */search.js",
        ),
        "a framework": words(
            f"{SHARED}/frameworks.yaml",
            "title: EVARS",
            "title: Programme",
            f"*/frameworks.html {GUIDES} */coverage.html */modules.html */search.js",
        ),
        "the protocol": words(
            f"{SHARED}/protocol.yaml", "title: Écouter", "title: Croire", f"*/protocol.html */search.js {GUIDES}"
        ),
        "a source and a tool": Change(source_and_tool, "*/sources.html */tools.html */search.js"),
        "an age band": words(f"{SHARED}/age_bands.yaml", "12–15 ans", "De 12 à 15 ans", "*/modules.html"),
        "what a fact is worth": words(f"{SHARED}/evidence.yaml", "id: F2", "id: F3", ""),
    },
    "the course": {
        "its name": words(COURSE, "title: Cours", "title: Leçons", "404.html index.html ??/*.html"),
        "its edition": words(COURSE, "2026-11-22", "2026-11-21", FRAMED),
        "who is called first": words(COURSE, "- fr.17\n", "- fr.17\n  - fr.119\n", "*/help.html"),
        "a page written by hand": words("content/fr/about.md", "Ce site", "Le site", "*/about.html */search.js"),
        "one in English": words("content/en/index.md", "Call", "Ring", "en/index.html en/search.js"),
        "a local edition that is not shown": words(PORT, "Infirmerie du Port", "Infirmerie", ""),
        "a module more": Change(module_added, f"*/t4*.html */teach/new.html */search.js {COUNTED}"),
        "a module less": Change(module_taken_away, f"{GONE} {COUNTED}"),
        "the same module again": Change(module_brought_back, f"{GONE} {COUNTED}"),
    },
    "templates": {
        "the shell": words("site_overrides/main.html", "<!doctype html>", "<!doctype html>\n", FRAMED),
        "the shell of decks": words(
            "site_overrides/deck.html", "<!doctype html>", "<!doctype html>\n", "??/present/*.html -*/teach/*"
        ),
        "that of a page": template("outputs/help_page/page.html", "<h1>", "<h1> ", "*/help.html"),
        "that of an activity": template(
            "activities/discussion/learner.html",
            "{% if",
            "<hr>{% if",
            "*/learn/t[12]/1.html */teach/other.html */teach/tiny.html",
        ),
        "one others are made of": template(
            "templates/interactions/choice.html",
            '<ul class="bl-answers">',
            '<ul class="bl-answers"><hr>',
            "*/learn/t?/2.html",
        ),
        "a style": words("site_overrides/assets/theme.css", "@media print {", "@media  print {", "assets/course.css"),
    },
}


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built course. Not to be written to."""
    return built(tmp_path_factory)


@pytest.fixture
def own(root: Path, tmp_path: Path) -> Path:
    """A copy of the built course, to write to."""
    return twin(root, tmp_path / "course")


@pytest.mark.parametrize("of", CHANGES)
def test_a_change_is_seen_where_it_shows_and_nothing_else_is_made_anew(of: str, own: Path, tmp_path: Path) -> None:
    """One change after another; a clean build, at the end, says whether what was made anew was made right."""
    site = own / "site"
    for name, change in CHANGES[of].items():
        before = files(site)
        change.make(own)
        build(own)
        after = files(site)
        assert (name, touched(before, after)) == (name, change.among(before.keys() | after.keys()))
    assert differing(site, clean(own, tmp_path / "clean")) == []


OPTIONS: dict[str, tuple[tuple[str, ...], dict[str, Any], str]] = {
    "at a public address": ((), {}, "https://example.org/cours/"),
    "for a place": ((), {"edition": "port"}, ""),
    "without decks": ((), {"decks": False}, ""),
    "in one language": (("fr",), {}, ""),
    "as at first": ((), {}, ""),
}


def test_building_otherwise_is_not_mixed_up(
    own: Path, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, (locales, options, address) in OPTIONS.items():
        monkeypatch.setenv("BALISE_SITE_URL", address)
        build(own, *locales, **options)
        first = root / "site" if name == "as at first" else clean(own, tmp_path / name, *locales, **options)
        assert (name, differing(own / "site", first)) == (name, [])


def test_a_local_edition_changes_its_own_site_alone(own: Path, tmp_path: Path) -> None:
    site = own / "site"
    build(own, all_editions=True)
    before = files(site)
    replaced(own / PORT, "Infirmerie du Port", "Infirmerie")
    build(own, all_editions=True)
    made = touched(before, files(site))
    near = {path for path, content in contents(site / "local/port").items() if b"Infirmerie" in content}
    assert made == {f"local/port/{path}" for path in near} | {"catalog.json", "local/port/catalog.json"}
    assert differing(site, clean(own, tmp_path / "clean", all_editions=True)) == []
