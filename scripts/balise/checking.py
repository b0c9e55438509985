"""Runs the checks: every file of `checks/` has an `ID`, a `SEVERITY` and a `check(course, today)`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Protocol, TypeAlias, TypeGuard, cast

from balise.course import SOURCE_LOCALE, Course, Document, Passage
from balise.diagnostics import Diagnostic, Location, Report, Severity
from balise.discovery import members, required
from balise.fields import context_of
from balise.findings import Findings
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


TOGETHER = 16
"""How many modules are read at a time."""
Found: TypeAlias = Mapping[str, Sequence[Finding]]
"""What checks found, by their names."""


class Check(Protocol):
    """The face of a check module."""

    ID: str
    SEVERITY: Severity

    def check(self, course: Course, today: date) -> Iterator[Finding]:
        """Yield what is wrong.

        `course` holds all modules for a check that says `ACROSS`, else those that changed; for one that says
        `IN_EVERY_LOCALE`, a few of these at a time, or what all share and hand-written pages.
        """


class Judge(Protocol):
    """The face of a check that looks at what others found: it has a `ROUND`, and comes after those of a lower one."""

    ID: str
    SEVERITY: Severity
    ROUND: int

    def check(self, course: Course, today: date, found: Found) -> Iterator[Finding]:
        """Yield what is wrong, knowing what else is."""


def run_checks(course: Course, report: Report, today: date) -> None:
    """Add the findings of every check to the report.

    Where the source locale is not in scope, only checks that read prose in every locale run. What was found in a module
    that has not changed is remembered, but for checks that look at all modules together.
    """
    memory = Findings(course, today)
    changed = {slug: document for slug, document in course.modules.items() if slug not in memory.known}
    rest = replace(course, modules=changed)
    checks = sorted(all_checks().values(), key=_round)
    words = memory.words if memory.words is not None else _read(checks, replace(rest, modules={}), today)[1]
    found, own = _read(checks, rest, today) if changed else ({check.ID: [] for check in checks}, [])
    across: list[Diagnostic] = []
    for check in checks if SOURCE_LOCALE in course.scope else ():
        if not _reads_every_locale(check):
            known = (found,) if _round(check) else ()
            found[check.ID] = list(check.check(course if _looks_across(check) else rest, today, *known))
            (across if _looks_across(check) else own).extend(_diagnostic(check, one) for one in found[check.ID])
    memory.remember(own, words)
    report.extend((*words, *own, *across, *chain.from_iterable(memory.known.values())))


def _read(
    checks: Sequence[Check | Judge], course: Course, today: date
) -> tuple[dict[str, list[Finding]], list[Diagnostic]]:
    """Return what checks find that read every locale: in the modules of a course, or in the rest if it has none."""
    found: dict[str, list[Finding]] = {check.ID: [] for check in checks}
    said = []
    for part in _parts(course):
        for check in filter(_reads_every_locale, checks):
            some = list(check.check(part, today))
            found[check.ID] += some
            said += [_diagnostic(check, one) for one in some]
    return found, said


def _parts(course: Course) -> Iterator[Course]:
    """Yield the course a few modules at a time; what all share and hand-written pages when it has none.

    What one check has read is at hand for the next then, and never for the whole course.
    """
    names = list(course.modules)
    if not names:
        yield course
    for start in range(0, len(names), TOGETHER):
        modules = {name: course.modules[name] for name in names[start : start + TOGETHER]}
        yield replace(course, modules=modules, shared=(), locales=())
        for document in modules.values():
            document.forget()


def _reads_every_locale(check: Check | Judge) -> TypeGuard[Check]:
    return getattr(check, "IN_EVERY_LOCALE", False)


def _looks_across(check: Check | Judge) -> bool:
    return getattr(check, "ACROSS", False)


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
