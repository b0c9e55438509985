"""Prints a report: `text` for people, `json` for programs, `github` for annotations. One record, three faces."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from balise.diagnostics import Diagnostic, Report, Severity

# Nothing an author's file holds may drive a terminal.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def text(report: Report) -> str:
    """Return findings with their line, a caret, and what to type; then a count."""
    blocks = [_block(found) for found in report]
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    counts = [_plural(errors, "error"), _plural(warnings, "warning")]
    if allowed := report.count(Severity.ALLOWED):
        counts.append(f"{allowed} allowed")
    whole = "\n\n".join([*blocks, ", ".join(counts)])
    return CONTROL.sub("\ufffd", whole)


def _plural(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _block(found: Diagnostic) -> str:
    where = found.location
    lines = [f"{where.file.as_posix()}:{where.line}:{where.column}: {found.severity}[{found.code}]: {found.message}"]
    if where.text.strip():
        shown = where.text.replace("\t", " ")
        shown = shown if len(shown) <= 100 else f"{shown[:99]}…"
        lines.append(f"{where.line:>6} | {shown}")
        if where.column <= len(shown):
            lines.append(f"{'':>6} | {' ' * (where.column - 1)}^ {found.note}".rstrip())
    if found.reason:
        lines.append(f"  reason: {found.reason}")
    elif found.help:
        lines.append(f"  help: {found.help}")
    return "\n".join(lines)


def as_json(report: Report) -> str:
    """Return a list of findings."""
    records = [
        {
            "code": found.code,
            "severity": str(found.severity),
            "file": found.location.file.as_posix(),
            "line": found.location.line,
            "column": found.location.column,
            "message": found.message,
            "help": found.help,
            "reason": found.reason,
        }
        for found in report
    ]
    return json.dumps(records, ensure_ascii=False, indent=2)


def github(report: Report) -> str:
    """Return workflow commands that annotate a pull request."""
    lines = []
    for found in report:
        where = found.location
        message = f"{found.message}. {found.reason or found.help}".rstrip(". ")
        for raw, escaped in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
            message = message.replace(raw, escaped)
        place = f"file={where.file.as_posix()},line={where.line},col={where.column},title={found.code}"
        level = "notice" if found.severity is Severity.ALLOWED else found.severity
        lines.append(f"::{level} {place}::{message}")
    return "\n".join(lines)


REPORTERS: dict[str, Callable[[Report], str]] = {"text": text, "json": as_json, "github": github}
