"""Runs `cases/**/*.yml`: each changes the tiny course and says the exact report. The file name is the test's sentence.

Keys of a case, all but `report` optional:
    module    path in the module to its new value, such as `lessons/0/title: Autre`
    remove    paths to take out of the module
    shared    file under `modules/_shared/` to path to new value
    replace   file to text typed instead of another: `{modules/tiny/module.yaml: [old, new]}`
    files     file to its whole text, or null for no such file
    hex       file to its bytes
    fill      file to [text, times]
    today     the day of the check (2026-11-22)
    report    what must be said, to the character
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from builders import MODULE, SHARED, TODAY, base_course, dumped, edited, removed, report_of, workspace, yaml_of

CASES = Path(__file__).parent / "cases"
KEYS = {"module", "remove", "shared", "replace", "files", "hex", "fill", "today", "report"}


def cases() -> list[Any]:
    """Return every case as a test parameter."""
    found = sorted(CASES.rglob("*.yml"))
    return [pytest.param(path, id=path.relative_to(CASES).with_suffix("").as_posix()) for path in found]


def changed(case: dict[str, Any]) -> dict[str, Any]:
    """Return the files of the tiny course with the changes of a case."""
    files = base_course()
    for path, value in case.get("module", {}).items():
        files[MODULE] = edited(files[MODULE], path, value)
    for path in case.get("remove", []):
        files[MODULE] = removed(files[MODULE], path)
    for name, changes in case.get("shared", {}).items():
        for path, value in changes.items():
            files[f"{SHARED}/{name}"] = edited(files[f"{SHARED}/{name}"], path, value)
    for name, (old, new) in case.get("replace", {}).items():
        text = dumped(files[name])
        assert text.count(old) == 1, f"{old!r} is written {text.count(old)} times in {name}"
        files[name] = text.replace(old, new)
    files.update(case.get("files", {}))
    files.update({name: bytes.fromhex(digits) for name, digits in case.get("hex", {}).items()})
    files.update({name: text * times for name, (text, times) in case.get("fill", {}).items()})
    return files


@pytest.mark.parametrize("path", cases())
def test_the_report_is_exactly_what_the_case_says(path: Path, tmp_path: Path, *, update_golden: bool) -> None:
    written = path.read_text(encoding="utf-8")
    case = yaml_of(path)
    assert set(case) <= KEYS
    day = case.get("today", TODAY)
    assert isinstance(day, date)
    report = report_of(workspace(tmp_path, changed(case)), day)
    if update_golden:
        body = "".join(f"  {line}\n" if line else "\n" for line in report.split("\n"))
        kept = written.partition("\nreport:")[0].rstrip("\n")
        path.write_text(f"{kept}\nreport: |\n{body}", encoding="utf-8")
    else:
        assert report == case["report"].removesuffix("\n")
