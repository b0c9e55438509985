"""Printing a course: what is remembered, what is told, what the command says."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from balise.i18n import states
from balise.press import Job, Press
from balise.reporters import text
from builders import MODULE, course_of, minimal_module, po, workspace
from rebuilt import rewritten

BASE = "https://balise.example/"


def printed(root: Path, base: str = "", only: tuple[str, ...] = ()) -> tuple[int, int, str]:
    """Print a course; return how many sheets it has, how many were set, and what is wrong."""
    course = course_of(root)
    press = Press(replace(course, states=states(course)), root / "dist", base)
    done = [one for _, one in press.run(press.jobs(course.locales, only))]
    return sum(one.sheets for one in done), sum(one.made for one in done), "".join(text(one.report) for one in done)


def contents(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*.*")}


def changed(root: Path, before: dict[str, bytes]) -> set[str]:
    """Return the names of the sheets of modules that are not what they were."""
    after = contents(root / "dist")
    assert after.keys() == before.keys()
    return {Path(path).name for path in after if after[path] != before[path]}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    other = minimal_module(code="t2", title="Une autre séance")
    return workspace(tmp_path / "course", {"modules/other/module.yaml": other})


def edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    whole = file.read_text(encoding="utf-8")
    assert old in whole
    file.write_text(whole.replace(old, new), encoding="utf-8")


def test_only_what_changed_is_set_again_and_gives_what_printing_anew_gives(root: Path, tmp_path: Path) -> None:
    sheets, made, faults = printed(root, BASE)
    assert made == sheets > 0, faults
    before = contents(root / "dist")
    assert printed(root, BASE)[:2] == (sheets, 0)
    edit(root, MODULE, "À qui parler ?", "Vers qui se tourner ?")
    _, made, _ = printed(root, BASE)
    touched = changed(root, before)
    assert {f"t1-worksheet-fr.{form}" for form in ("pdf", "docx", "odt")} <= touched
    assert not [name for name in touched if not name.startswith("t1-")]
    assert made == len(touched)
    anew = workspace(
        tmp_path / "anew", {"modules/other/module.yaml": minimal_module(code="t2", title="Une autre séance")}
    )
    edit(anew, MODULE, "À qui parler ?", "Vers qui se tourner ?")
    printed(anew, BASE)
    assert contents(anew / "dist") == contents(root / "dist")


def test_a_number_that_changes_changes_every_sheet_that_shows_it(root: Path) -> None:
    printed(root)
    before = contents(root / "dist")
    edit(root, "modules/_shared/services/fr.yaml", "value: '3018'", "value: '3019'")
    printed(root)
    assert {"t1-worksheet-fr.pdf", "t2-worksheet-fr.pdf"} <= changed(root, before)


def remembered(root: Path, kind: str) -> list[Path]:
    """Return what is remembered of the sheets: the `pages` themselves, or the `notes` on them."""
    return sorted(path for path in (root / ".cache/balise/print" / kind).rglob("*") if path.is_file())


def test_a_lost_or_broken_memory_costs_time_only(root: Path) -> None:
    sheets, _, _ = printed(root)
    before = contents(root / "dist")
    remembered(root, "pages")[0].unlink()
    for note in remembered(root, "notes"):
        if note.name.startswith("sheets-"):  # which sheets a module has
            rewritten(note, lambda content: content[:-1])
    assert printed(root)[:2] == (sheets, 1)
    assert contents(root / "dist") == before


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda content: content[: len(content) // 2],
        lambda content: content[:-9] + b"?" + content[-8:],
    ],
    ids=["emptied", "cut short", "one letter"],
)
def test_a_sheet_damaged_in_memory_is_set_again(damage: Callable[[bytes], bytes], root: Path) -> None:
    sheets, _, _ = printed(root, only=("tiny",))
    before = contents(root / "dist")
    for page in remembered(root, "pages")[::8]:
        rewritten(page, damage)
    found, made, _ = printed(root, only=("tiny",))
    assert (found, made) == (sheets, len(range(0, sheets, 8)))
    assert contents(root / "dist") == before
    assert printed(root, only=("tiny",))[:2] == (sheets, 0)


def test_what_is_edited_where_it_was_printed_stays_there(root: Path, tmp_path: Path) -> None:
    printed(root, only=("tiny",))
    before = contents(root / "dist")
    done = balise("tiny", "--locale", "fr", "--to", str(tmp_path / "key"), root=root)
    assert done.returncode == 0, done.stderr
    for sheet in (tmp_path / "key").rglob("*.*"):
        rewritten(sheet, lambda _: b"By hand")
    assert contents(root / "dist") == before
    sheets, made, _ = printed(root, only=("tiny",))
    assert (sheets, made) == (len(before), 0)
    assert contents(root / "dist") == before


def test_the_memory_of_the_sheets_has_a_bound(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("balise.store.ROOM", 0)  # what may be kept whatever the course: a tiny one never fills it
    monkeypatch.setattr("balise.store.KEPT", 1)
    sheets, _, _ = printed(root)
    said = "À qui parler ?"
    for number in range(2):
        edit(root, MODULE, said, said := f"Qui sont les {number} ?")
        press = Press(course_of(root), root / "dist")
        assert [done.report.failed() for _, done in press.run([Job("fr", "tiny")])] == [False]
        press.tidy()
    assert len(remembered(root, "pages")) <= sheets
    monkeypatch.undo()
    assert printed(root)[:2] == (sheets, 0)  # what was not printed this time is still there


def test_sheets_of_another_address_are_other_sheets(root: Path) -> None:
    printed(root)
    before = contents(root / "dist")
    _, made, _ = printed(root, BASE)
    after = contents(root / "dist")
    assert made == len(before)
    # A deck is shown, not handed out: it bears no address.
    same = {Path(path).name for path in after if after[path] == before[path] and not path.endswith(".pptx")}
    assert same == {"voting-cards-fr.pdf", "voting-cards-en.pdf"}  # letters to hold up: nothing that could change


def test_a_character_that_cannot_be_printed_is_told_with_its_place(root: Path) -> None:
    edit(root, MODULE, "À qui parler ?", "À qui parler 🎉 ?")
    _, _, faults = printed(root, only=("tiny",))
    assert "modules/tiny/module.yaml:" in faults
    assert "error[undrawn-character]: no typeface of the printed sheets has “🎉” (party popper)" in faults
    assert "🎉 ?" in faults
    assert not (root / "dist/fr/print/t1-worksheet-fr.pdf").exists()


def test_a_character_of_a_translation_is_told_at_the_translation(root: Path) -> None:
    words = {"lessons/lesson/activities/talk/prompts/0": ("À qui parler ?", "Who to talk to 🎉")}
    (root / "modules/tiny/locales/en.po").write_text(po("en", words), encoding="utf-8")
    course = course_of(root)
    press = Press(course, root / "dist")
    ((_, done),) = press.run([Job("en", "tiny")])
    assert "modules/tiny/locales/en.po:" in text(done.report)


def test_a_module_not_ready_in_a_language_has_no_sheet_in_it(root: Path) -> None:
    printed(root)
    assert (root / "dist/fr/print/t1-worksheet-fr.pdf").is_file()
    assert not list((root / "dist/en").rglob("t1-*"))


def balise(*words: str, root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "balise", "print", "--root", str(root), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_prints_what_it_is_asked_for(root: Path, tmp_path: Path) -> None:
    done = balise("tiny", "--locale", "fr", "--paper", "letter", "--to", str(tmp_path / "key"), root=root)
    assert done.returncode == 0, done.stderr
    made = {path.relative_to(tmp_path / "key").as_posix() for path in (tmp_path / "key").rglob("*.*")}
    assert "fr/print/t1-worksheet-fr.pdf" in made
    assert not [path for path in made if "t2-" in path or path.startswith("en/")]
    assert done.stdout.startswith(f"{len(made)} sheets in {tmp_path / 'key'}")
    size = subprocess.run(
        ["pdfinfo", tmp_path / "key/fr/print/t1-worksheet-fr.pdf"], capture_output=True, text=True, check=True
    )
    assert "612 x 792 pts (letter)" in size.stdout


def test_an_unknown_module_is_answered_with_the_nearest(root: Path) -> None:
    done = balise("tinny", root=root)
    assert (done.returncode, done.stderr) == (1, 'Error: there is no module "tinny". did you mean "tiny"?\n')


def test_what_sets_sheets_is_loaded_for_those_who_print_alone(root: Path) -> None:
    heavy = ("typst", "pikepdf", "pypandoc", "pptx")
    code = f"""
import sys
import balise.plugin
from balise.cli import main
sys.argv = ["balise", "check", "--root", {str(root)!r}]
try:
    main()
finally:
    print("loaded:", *(name for name in {heavy!r} if name in sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "loaded:", done.stderr
