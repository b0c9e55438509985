"""What was found is remembered, and said as if nothing was: again, and once what is around a module has changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from balise.examination import examine
from balise.examination import report_of as report_of_all
from builders import (
    EMPTY_PO,
    MODULE,
    SHARED,
    TODAY,
    course_of,
    dumped,
    edited,
    minimal_module,
    po,
    report_of,
    workspace,
)
from places import PORT, port
from rebuilt import DRAWING, OTHER, replaced

LATER = date(2028, 1, 1)
STEM = ("quizzes/check/items/first/stem", "Que faire avec [](service:fr.3018) ?")


def written(root: Path, name: str, text: str) -> None:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


CHANGES: dict[str, Callable[[Path], None]] = {
    "a service others replace": lambda root: replaced(
        root / SHARED / "services/fr.yaml", "name: Service 3018", "superseded_by: fr.119\n    name: Service 3018"
    ),
    "a rule that protects minors": lambda root: replaced(
        root / SHARED / "laws/fr.yaml", "  - id: fr.minors", "  - id: fr.others"
    ),
    "a translation without its number": lambda root: written(
        root, "modules/tiny/locales/en.po", po("en", {STEM[0]: (STEM[1], "What to do?")})
    ),
    "a word to avoid": lambda root: replaced(root / MODULE, "On peut sortir.", "On peut sortir, ou appeler le 3018."),
    "a number on a page written by hand": lambda root: written(root, "content/fr/about.md", "# Ici\n\nLe 3018.\n"),
    "a place that is nowhere": lambda root: written(root, PORT, dumped(port(jurisdiction="xx"))),
    "a code taken by another module": lambda root: replaced(root / OTHER, "code: t2", "code: t1"),
    "a module fewer": lambda root: shutil.rmtree((root / MODULE).parent),
    "a language more": lambda root: written(root, f"{SHARED}/locales/eo.po", EMPTY_PO.replace("en", "eo")),
    "a picture that is gone": lambda root: (root / DRAWING).unlink(),
}


def anew(root: Path, to: Path, day: date = TODAY) -> str:
    """Return the report of a course of which nothing is known."""
    return report_of(Path(shutil.copytree(root, to / "anew", ignore=shutil.ignore_patterns(".cache"))), day)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course that has been checked: one module speaks of the other, and each has something to be said of it."""
    picture = {"file": "doors.svg", "alt": "Trois portes.", "credit": "Nous, CC0"}
    other = minimal_module(code="t2", title="Une autre", content_note="Après [](module:tiny).", duration=11)
    files = {
        MODULE: edited(minimal_module(), "quizzes/0/items/0/stem", STEM[1]),
        OTHER: edited(other, "lessons/0/activities/0/picture", picture),
        PORT: port(),
        DRAWING: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 18"><path d="M2 2h9v9z"/></svg>',
    }
    root = workspace(tmp_path / "course", files)
    report_of(root)
    return root


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_around_a_module_is_looked_at_anew(name: str, root: Path, tmp_path: Path) -> None:
    before = report_of(root)
    CHANGES[name](root)
    after = report_of(root)
    assert after == anew(root, tmp_path)
    assert after != before


def test_another_day_is_another_report(root: Path, tmp_path: Path) -> None:
    later = report_of(root, LATER)
    assert later == anew(root, tmp_path, LATER) != report_of(root)


def test_what_was_found_is_said_again(root: Path, tmp_path: Path) -> None:
    said = report_of(root)
    assert "error[minutes]" in said
    assert said == anew(root, tmp_path)
    assert said == report_of(root)


def test_what_is_allowed_in_a_translation_is_not_in_vain_where_that_is_not_looked_at(tmp_path: Path) -> None:
    allow = [{"check": "typed-facts", "at": "quizzes", "reason": "The number of a game, not a service."}]
    stem = {STEM[0]: (STEM[1], "What to do with [](service:fr.3018), or 3018?")}
    module = edited(edited(minimal_module(), "quizzes/0/items/0/stem", STEM[1]), "allow", allow)
    root = workspace(tmp_path, {MODULE: module, "modules/tiny/locales/en.po": po("en", stem)})
    course = course_of(root)
    for scope in (("fr",), ("fr", "en")):
        _, known = examine(course, scope, TODAY, 0)
        assert not [one for one in report_of_all(known) if one.code == "allowances"], scope
