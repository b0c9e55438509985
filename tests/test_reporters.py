"""One record, three faces."""

from __future__ import annotations

import json
from pathlib import Path

from balise.diagnostics import Diagnostic, Location, Report, Severity, did_you_mean
from balise.reporters import as_json, github, text


def found(message: str = "wrong", **more: object) -> Diagnostic:
    place = Location(Path("a/b.yaml"), 3, 5, "    key: value")
    return Diagnostic("a-code", message, place, **more)  # type: ignore[arg-type]


def test_a_finding_shows_its_line_a_caret_a_note_and_what_to_type() -> None:
    shown = text(Report([found(note="here", help="type this")]))
    assert shown == (
        "a/b.yaml:3:5: error[a-code]: wrong\n     3 |     key: value\n       |     ^ here\n  help: type this\n\n"
        "1 error, 0 warnings"
    )


def test_the_caret_stands_under_its_character_after_a_tab() -> None:
    place = Location(Path("a.yaml"), 1, 3, "\t\tkey: value")
    lines = text(Report([Diagnostic("x", "y", place)])).split("\n")
    assert lines[1].expandtabs().index("k") == lines[2].expandtabs().index("^")


def test_findings_come_in_file_order_each_once() -> None:
    places = [Location(Path(name), line) for name, line in (("b", 1), ("a", 10), ("a", 2), ("a", 10))]
    report = Report([Diagnostic("x", "y", place) for place in places])
    assert [(one.location.file.name, one.location.line) for one in report] == [("a", 2), ("a", 10), ("b", 1)]


def test_counts_are_singular_and_plural() -> None:
    two = [found(), found("more"), found("less", severity=Severity.WARNING)]
    assert text(Report(two)).endswith("\n\n2 errors, 1 warning")
    assert text(Report()) == "0 errors, 0 warnings"


def test_only_errors_fail_unless_strict() -> None:
    warned = Report([found(severity=Severity.WARNING)])
    assert (warned.failed(), warned.failed(strict=True)) == (False, True)
    assert (Report([found()]).failed(), Report().failed(strict=True)) == (True, False)


def test_json_keeps_every_letter() -> None:
    (record,) = json.loads(as_json(Report([found('é "x"\n', help="h")])))
    assert record["message"] == 'é "x"\n'
    assert "é" in as_json(Report([found("é")]))


def test_github_escapes_what_would_end_the_annotation() -> None:
    assert github(Report([found("100 %\nthen\r")])) == (
        "::error file=a/b.yaml,line=3,col=5,title=a-code::100 %25%0Athen%0D"
    )


def test_no_control_character_reaches_the_terminal() -> None:
    place = Location(Path("a.yaml"), 1, 1, "key: \x1b[2J\x07")
    shown = text(Report([Diagnostic("x", "an \x1b[31mid", place)]))
    assert "\x1b" not in shown
    assert "\x07" not in shown


def test_the_nearest_word_is_offered_or_the_words_there_are() -> None:
    assert did_you_mean("sumary", ["summary", "title"]) == 'did you mean "summary"?'
    assert did_you_mean("xyz", ["b", "a"]) == "one of: a, b"
    assert did_you_mean("xyz", [str(number) for number in range(21)]) == ""
    assert did_you_mean("xyz", []) == ""
