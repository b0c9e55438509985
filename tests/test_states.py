"""How far translations are, counted once for every locale of a build and remembered."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from balise import catalogs, i18n, remembered
from balise.examination import examine
from builders import MODULE, TODAY, course_of, edited, minimal_module, po, workspace

PO = "modules/tiny/locales/en.po"
TITLE = {"title": ("Une séance", "A session"), "summary": ("On apprend à qui parler.", "Who to talk to.")}


def counted(root: Path) -> list[catalogs.State]:
    """Return the states in the order of `balise i18n status`, checked against what it counts anew."""
    course = course_of(root)
    known, _ = examine(course, course.locales, TODAY, 0)
    assert known.states == i18n.states(course)
    return [state for one in known.states.values() for state in one]


@pytest.mark.usefixtures("interface")
def test_what_is_remembered_is_what_is_counted_anew(tmp_path: Path) -> None:
    root = workspace(tmp_path / "course", {PO: po("en", TITLE, fuzzy=("summary",), reviewed_by="Ana")})
    first = counted(root)
    assert counted(root) == first
    assert first[-1].reviewed_by == "Ana"
    (root / PO).write_text(po("en", TITLE), encoding="utf-8")
    assert counted(root)[-1].translated == first[-1].translated + 1
    workspace(root, {MODULE: edited(minimal_module(), "title", "Une autre séance"), PO: po("en", TITLE)})
    assert counted(root)[-1].translated == 1


def test_a_remembered_catalog_is_the_one_that_was_parsed(tmp_path: Path) -> None:
    noted = po("en", TITLE, fuzzy=("summary",), reviewed_by="Ana").replace("msgctxt", "# kept\nmsgctxt", 1)
    root = workspace(tmp_path, {PO: noted})
    parsed = remembered.read(root, root / PO)
    assert parsed.messages["title"].comments == ("kept",)
    known = remembered.read(root, root / PO)
    for harm in ("", "[", None):
        again = pickle.loads(pickle.dumps(known))  # noqa: S301  as it goes to a process that was not forked
        assert (again.file, again.messages, again.reviewed_by) == (parsed.file, parsed.messages, "Ana")
        said = [again.current(name, entry.msgid) for name, entry in parsed.messages.items()]
        assert said == [parsed.current(name, entry.msgid) for name, entry in parsed.messages.items()]
        assert again.current("title", "other") is None
        for note in (root / ".cache/balise/memory/notes").iterdir():
            note.unlink() if harm is None else note.write_text(harm, encoding="utf-8")


def test_the_faults_of_a_catalog_are_said_each_time(tmp_path: Path) -> None:
    root = workspace(tmp_path, {PO: 'mssgid "x"\n'})
    for _ in range(2):
        assert [one.code for one in remembered.read(root, root / PO).diagnostics] == ["po-syntax"]
