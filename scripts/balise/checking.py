"""Runs the checks: every file of `checks/` has an `ID`, a `SEVERITY` and a `check(course, today)`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeAlias, cast

from balise.course import Course, Document, Passage
from balise.diagnostics import Diagnostic, Location, Severity
from balise.discovery import members, required
from balise.fields import context_of
from balise.load import Path_


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check yields: the runner adds its code and severity."""

    location: Location
    message: str
    help: str = ""
    note: str = ""
    document: Document | None = None
    path: Path_ = ()
    """Where in the document, for an allowance to name it."""


Found: TypeAlias = Mapping[str, Sequence[Finding]]
"""What checks found, by their names."""


class Check(Protocol):
    """The face of a check module."""

    ID: str
    SEVERITY: Severity

    def check(self, course: Course, today: date) -> Iterator[Finding]:
        """Yield what is wrong.

        `course` holds a few modules at a time, or what all share and hand-written pages, in every locale looked at.
        What is wrong in a module is found in one of its own files.
        """


class Judge(Protocol):
    """The face of a check that looks at what others found: it has a `ROUND`, and comes after those of a lower one."""

    ID: str
    SEVERITY: Severity
    ROUND: int

    def check(self, course: Course, today: date, found: Found) -> Iterator[Finding]:
        """Yield what is wrong, knowing what else is."""


def run_checks(course: Course, today: date) -> list[Diagnostic]:
    """Return what every check finds in a course, or in a part of it."""
    found: dict[str, list[Finding]] = {}
    said: list[Diagnostic] = []
    for check in sorted(all_checks().values(), key=_round):
        known = (found,) if _round(check) else ()
        found[check.ID] = list(check.check(course, today, *known))
        said += [_diagnostic(check, one) for one in found[check.ID]]
    return said


def _round(check: Check | Judge) -> int:
    return getattr(check, "ROUND", 0)


def all_checks() -> dict[str, Check | Judge]:
    """Return every check by its name."""
    checks = {}
    for module in members("checks").values():
        for need in ("ID", "SEVERITY", "check"):
            required(module, need)
        check = cast(Check | Judge, module)
        checks[check.ID] = check
    return checks


def _diagnostic(check: Check | Judge, found: Finding) -> Diagnostic:
    """Make a diagnostic of a finding; one that an author allows keeps the reason instead of the severity."""
    reason = allowed(found.document, check.ID, found.path) if found.document else ""
    severity = Severity.ALLOWED if reason else check.SEVERITY
    return Diagnostic(check.ID, found.message, found.location, found.help, found.note, severity, reason)


def allowed(document: Document, check: str, path: Path_) -> str:
    """Return why a finding is accepted in its module, or nothing."""
    if document.module is None:
        return ""
    where = context_of(document.module, path)
    return next((one.reason for one in document.module.allow if one.covers(check, where)), "")


def at(document: Document, path: Path_, message: str, advice: str = "", note: str = "") -> Finding:
    """Make a finding about a place in a document."""
    return Finding(document.source.locate(path), message, advice, note, document, path)


def in_passage(passage: Passage, message: str, advice: str = "") -> Finding:
    """Make a finding about a string, in whatever locale it is."""
    return Finding(passage.location, message, advice, document=passage.document, path=passage.path)
