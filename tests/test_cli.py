"""The command line: what it prints, and the code it exits with."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from balise import __version__
from balise.cli import main
from builders import MODULE, SHARED, edited, minimal_module, po, workspace
from places import PORT, port

Run = Callable[..., Result]
WRONG = edited(minimal_module(), "duration", 55)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process, one locale after the other."""
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)


def with_wrong_minutes(root: Path) -> Path:
    return workspace(root, {MODULE: WRONG})


def test_local_editions_are_listed_with_their_titles(tmp_path: Path, run: Run) -> None:
    root = workspace(tmp_path, {PORT: port(), f"{SHARED}/editions/val.yaml": port(title="Val (exemple)")})
    shown = run("list", "--editions", "--root", root)
    assert shown.output.split("\n") == [f"{'port':<24} Port (exemple)", f"{'val':<24} Val (exemple)", ""]


def test_help_names_every_command_with_an_example(run: Run) -> None:
    for flag in ("-h", "--help"):
        shown = run(flag)
        assert shown.exit_code == 0
        for command in ("build", "check", "export", "i18n", "list", "new", "schema", "where"):
            assert f"\n  {command} " in shown.output


@pytest.mark.parametrize(
    "command", [["check"], ["build"], ["export"], ["new"], ["schema"], ["list"], ["where"], ["i18n", "update"]]
)
def test_every_command_explains_itself(command: list[str], run: Run) -> None:
    shown = run(*command, "--help")
    assert shown.exit_code == 0
    assert shown.output.startswith("Usage: ")
    assert "--root FOLDER" in shown.output


def test_the_version_is_said(run: Run) -> None:
    assert run("--version").output == f"balise, version {__version__}\n"


def test_a_course_without_faults_passes(tmp_path: Path, run: Run) -> None:
    shown = run("check", "--root", workspace(tmp_path), "--today", "2026-11-22")
    assert (shown.exit_code, shown.output) == (0, "0 errors, 0 warnings\n")


def test_an_error_fails(tmp_path: Path, run: Run) -> None:
    shown = run("check", "--root", with_wrong_minutes(tmp_path), "--today", "2026-11-22")
    assert shown.exit_code == 1
    assert shown.output == (
        "modules/tiny/module.yaml:12:1: error[minutes]: the activities last 10 minutes, not 55\n"
        "    12 | duration: 55\n       | ^\n"
        "  help: write `duration: 10`, or change the activities\n\n1 error, 0 warnings\n"
    )


@pytest.mark.parametrize(("flags", "code"), [([], 0), (["--strict"], 1)])
def test_a_warning_fails_under_strict_only(flags: list[str], code: int, tmp_path: Path, run: Run) -> None:
    module = edited(minimal_module(), "objectives/1", {"id": "alone", "text": "Savoir."})
    shown = run("check", "--root", workspace(tmp_path, {MODULE: module}), "--today", "2026-11-22", *flags)
    assert shown.exit_code == code
    assert shown.output.endswith("\n0 errors, 2 warnings\n")


def test_freshness_is_judged_by_the_given_day(tmp_path: Path, run: Run) -> None:
    root = workspace(tmp_path)
    assert run("check", "--root", root, "--today", "2027-05-01", "--strict").exit_code == 0
    shown = run("check", "--root", root, "--today", "2027-05-02", "--strict")
    assert shown.exit_code == 1
    assert "warning[past-review]" in shown.output


def test_the_json_report_is_for_programs(tmp_path: Path, run: Run) -> None:
    shown = run("check", "--root", with_wrong_minutes(tmp_path), "--today", "2026-11-22", "--format", "json")
    assert shown.exit_code == 1
    assert json.loads(shown.output) == [
        {
            "code": "minutes",
            "severity": "error",
            "file": "modules/tiny/module.yaml",
            "line": 12,
            "column": 1,
            "message": "the activities last 10 minutes, not 55",
            "help": "write `duration: 10`, or change the activities",
            "reason": "",
        }
    ]


def test_the_github_report_is_an_annotation_a_line(tmp_path: Path, run: Run) -> None:
    shown = run("check", "--root", with_wrong_minutes(tmp_path), "--today", "2026-11-22", "--format", "github")
    assert shown.exit_code == 1
    assert shown.output == (
        "::error file=modules/tiny/module.yaml,line=12,col=1,title=minutes"
        "::the activities last 10 minutes, not 55. write `duration: 10`, or change the activities\n"
    )


def test_a_folder_that_is_no_course_says_what_is_missing(tmp_path: Path, run: Run) -> None:
    shown = run("check", "--root", tmp_path)
    assert shown.exit_code == 1
    assert "modules/_shared/course.yaml is missing" in shown.output


@pytest.mark.parametrize(
    "words",
    [["check", "--today", "22/11/2026"], ["check", "--format", "xml"], ["check", "--root", "/nowhere"], ["chekc"]],
)
def test_a_word_that_is_not_understood_is_a_fault_of_usage(words: list[str], run: Run) -> None:
    shown = run(*words)
    assert shown.exit_code == 2
    assert "Usage: " in shown.output


def test_new_writes_a_module_and_says_what_to_do_next(tmp_path: Path, run: Run) -> None:
    root = workspace(tmp_path)
    shown = run("new", "--root", root, "online-safety")
    file = root / "modules/online-safety/module.yaml"
    assert (shown.exit_code, shown.output) == (0, f"Wrote {file}. Fill it in, then run `balise check`.\n")
    assert file.is_file()


def test_new_refuses_a_name_in_one_sentence(tmp_path: Path, run: Run) -> None:
    shown = run("new", "--root", workspace(tmp_path), "Été")
    assert shown.exit_code == 1
    assert shown.output == (
        'Error: "Été" cannot name a module: use lower-case letters, digits and hyphens, such as online-safety\n'
    )


def test_schema_is_written_then_current_then_out_of_date(tmp_path: Path, run: Run) -> None:
    root = workspace(tmp_path)
    file = root / "modules/module.schema.json"
    out_of_date = (1, f"Error: {file} is out of date: run `balise schema`.\n")
    results = [run("schema", "--root", root, *flags) for flags in (["--check"], [], [], ["--check"])]
    assert [(one.exit_code, one.output) for one in results] == [
        out_of_date,
        (0, f"Wrote {file}.\n"),
        (0, f"{file} is current.\n"),
        (0, f"{file} is current.\n"),
    ]
    file.write_text("{}", encoding="utf-8")
    shown = run("schema", "--root", root, "--check")
    assert (shown.exit_code, shown.output) == out_of_date


def test_list_shows_each_module_on_a_line(tmp_path: Path, run: Run) -> None:
    shown = run("list", "--root", workspace(tmp_path))
    assert (shown.exit_code, shown.output) == (0, "t1    10 min  12-15  tiny                     Une séance\n")


def test_list_of_a_broken_course_says_why(tmp_path: Path, run: Run) -> None:
    shown = run("list", "--root", workspace(tmp_path, {MODULE: "title: x\n"}))
    assert shown.exit_code == 1
    assert 'error[missing-key]: "code" is missing' in shown.output


def test_where_prints_each_place_and_how_many(tmp_path: Path, run: Run) -> None:
    shown = run("where", "--root", workspace(tmp_path), "fr.3018")
    lines = shown.output.splitlines()
    assert shown.exit_code == 0
    assert "modules/tiny/module.yaml:21:5: tiny, services/1" in lines
    assert f"{len(lines) - 1} places" in lines


def test_where_names_the_nearest_entry(tmp_path: Path, run: Run) -> None:
    shown = run("where", "--root", workspace(tmp_path), "fr.3019")
    assert (shown.exit_code, shown.output) == (
        1,
        'Error: no registry entry is called "fr.3019". did you mean "fr.3018"?\n',
    )


def test_catalogs_are_started_brought_up_to_date_and_counted(tmp_path: Path, interface: Path, run: Run) -> None:
    root = workspace(tmp_path / "course")
    assert run("i18n", "update", "--root", root, "es").exit_code == 0
    assert (root / "modules/tiny/locales/es.po").is_file()
    assert (interface / "es.po").is_file()
    assert run("i18n", "update", "--root", root, "es").output == "Everything was up to date.\n"
    shown = run("i18n", "status", "--root", root).output.splitlines()
    assert shown[0].split() == ["module", "language", "translated", "fuzzy", "missing", "reviewed", "by"]
    (line,) = [line for line in shown if line.startswith("tiny ") and " es " in line]
    assert line.split()[1:4] == ["es", f"0/{line.split()[4]}", "0"]
    assert line.endswith("nobody yet")


def test_templates_are_extracted(tmp_path: Path, interface: Path, run: Run) -> None:  # noqa: ARG001
    root = workspace(tmp_path / "course")
    shown = run("i18n", "extract", "--root", root)
    assert shown.exit_code == 0
    assert "Wrote modules/tiny/locales/tiny.pot\n" in shown.output


@pytest.mark.parametrize("locale", ["klingon", "", "e", "../es", "es_ES"])
def test_a_word_that_is_no_language_is_refused(locale: str, tmp_path: Path, interface: Path, run: Run) -> None:
    root = workspace(tmp_path / "course")
    shown = run("i18n", "update", "--root", root, locale)
    assert (shown.exit_code, shown.output) == (
        1,
        f'Error: "{locale}" is not a language tag such as `es` or `pt-BR`.\n',
    )
    assert list(interface.iterdir()) == []


def test_a_language_with_a_region_can_be_started(tmp_path: Path, interface: Path, run: Run) -> None:  # noqa: ARG001
    root = workspace(tmp_path / "course")
    assert run("i18n", "update", "--root", root, "pt-BR").exit_code == 0
    assert '"Language: pt_BR\\n"' in (root / "modules/tiny/locales/pt-BR.po").read_text(encoding="utf-8")


def test_build_outside_a_course_says_where_to_run(tmp_path: Path, run: Run) -> None:
    shown = run("build", "--root", tmp_path)
    assert shown.exit_code == 1
    assert shown.output == (
        f"There is no mkdocs.yml in {tmp_path}: run this in the folder of the course, or name it with --root.\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_every_reporter_says_nothing_of_nothing(tmp_path: Path, run: Run) -> None:
    root = workspace(tmp_path)
    shown: dict[str, Any] = {
        style: run("check", "--root", root, "--today", "2026-11-22", "--format", style) for style in ("json", "github")
    }
    assert {style: one.output for style, one in shown.items()} == {"json": "[]\n", "github": "\n"}


def test_a_broken_catalog_is_an_error_of_check(tmp_path: Path, run: Run) -> None:
    root = workspace(tmp_path, {f"{SHARED}/locales/en.po": po("en", {}) + 'mssgid "x"\n'})
    shown = run("check", "--root", root)
    assert shown.exit_code == 1
    assert "modules/_shared/locales/en.po:5:1: error[po-syntax]: the catalog cannot be read" in shown.output
