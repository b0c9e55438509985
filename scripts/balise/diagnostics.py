"""What an author is told: one finding, where it is, and what to type instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """Errors stop a build; warnings stop it only under `--strict`; what is allowed, with a reason, never does."""

    ERROR = "error"
    WARNING = "warning"
    ALLOWED = "allowed"


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file, 1-based. `text` is that line, shown under the message."""

    file: Path
    line: int = 1
    column: int = 1
    text: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `code` names the fault in kebab words; `note` is printed at the caret."""

    code: str
    message: str
    location: Location
    help: str = ""
    note: str = ""
    severity: Severity = Severity.ERROR
    reason: str = ""
    """Why it is allowed, in an author's words."""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        where = self.location
        return (where.file.as_posix(), where.line, where.column, self.code, self.message)


@dataclass(slots=True)
class Report:
    """Every finding of a run: collected, never stopping at the first."""

    diagnostics: list[Diagnostic] = field(default_factory=list)

    def add(self, diagnostic: Diagnostic) -> None:
        self.diagnostics.append(diagnostic)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics.extend(diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        """Yield findings in file order, each once."""
        return iter(sorted(set(self.diagnostics), key=lambda found: found.sort_key))

    def count(self, severity: Severity) -> int:
        return sum(1 for found in self if found.severity is severity)

    def failed(self, *, strict: bool = False) -> bool:
        errors = self.count(Severity.ERROR)
        return bool(errors or (strict and self.count(Severity.WARNING)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a help sentence naming the nearest known word, or the known words, or nothing."""
    names = sorted(known)
    if close := get_close_matches(word, names, n=1, cutoff=0.6):
        return f'did you mean "{close[0]}"?'
    return f"one of: {', '.join(names)}" if 0 < len(names) <= 20 else ""
