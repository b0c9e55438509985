"""The benchmark's harness: what it builds is a course without a mistake, and what it measures is all that ran."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from balise.diagnostics import Severity
from bench_course import LOCALES, make_course
from bench_measure import Command, run
from builders import TODAY, check_course, course_of

MIB, SECONDS = 40, 0.3
TWO_PROCESSES = f"""
import os, time
pid = os.fork()
held = bytearray({MIB} << 20)
held[::4096] = b"x" * len(held[::4096])
while time.process_time() < {SECONDS}:
    pass
if pid:
    os.waitpid(pid, 0)
"""


def test_a_course_of_any_size_has_no_mistake_and_says_nothing_twice(tmp_path: Path) -> None:
    made = make_course(tmp_path / "course", 2)
    course = course_of(made.folder)
    first, second = (
        {one.text for one in document.in_scope(course.scope) if "easy" not in one.path and "positions" not in one.path}
        for document in course.modules.values()
    )
    assert len(first) > 300
    assert first & second == set()
    _, report = check_course(made.folder, TODAY)
    assert report.count(Severity.ERROR) == 0


def test_one_edit_changes_one_sentence_in_every_language_and_the_other_one_translation(tmp_path: Path) -> None:
    made = make_course(tmp_path / "course", 1)
    said = [_said(made.folder)]
    made.edit_sentence("encore")
    said.append(_said(made.folder))
    made.edit_translation("again")
    said.append(_said(made.folder))
    [before, changed, translated] = said
    assert len(changed["fr"] - before["fr"]) == 1
    assert len(before["en"] - changed["en"]) == 1, "its translation does not hold any more"
    assert translated["fr"] == changed["fr"]
    assert len(translated["en"] - changed["en"]) == 1


def _said(root: Path) -> dict[str, set[str]]:
    [document] = course_of(root).modules.values()
    return {locale: {one.text for one in document.in_scope((locale,))} for locale in LOCALES}


@pytest.mark.parametrize("processes", [1, 2])
def test_all_that_ran_is_measured_children_too(processes: int, tmp_path: Path) -> None:
    commands = [Command((sys.executable, "-c", TWO_PROCESSES), tmp_path) for _ in range(2)]
    taken = run(commands, processes)
    assert 2 * MIB * processes < taken.peak < 3 * MIB * processes
    assert 4 * SECONDS <= taken.cpu <= taken.wall * processes


def test_what_fails_is_said_with_its_own_words(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"failed in .*:\n(.*\n)*.*ZeroDivisionError"):
        run([Command((sys.executable, "-c", "1 / 0"), tmp_path)], 1)
