"""Judges the sheets of past editions: what they said then against what the registries say today.

What changes between two editions is not looked for in sheets: they show entries, and entries are what goes out of date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from balise.course import SOURCE_LOCALE, Course
from balise.entry import Entry
from balise.history import Edition, Fact, PrintedSheet
from balise.links import Links
from balise.local import LocalCourse
from balise.markup import plain
from balise.messages import message
from balise.registries.law import Law
from balise.registries.service import Service

PENALTY = "penalty-"


class Verdict(StrEnum):
    """What can be said of a printed sheet, the worst last. An edition is current, right, or has replaced sheets."""

    CURRENT = "current"
    RIGHT = "right"
    REWORDED = "reworded"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing an entry no longer says: `old` and `new` words of the source locale, empty where there were none."""

    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """An entry that no longer says what an edition printed. `since` is the first edition that says otherwise."""

    fact: str
    name: str
    """What the edition called it, in the source locale."""
    changes: tuple[Change, ...]
    since: date


@dataclass(frozen=True, slots=True)
class JudgedSheet:
    """A sheet of an edition, what is to be thought of it, and the facts it shows that have changed."""

    sheet: PrintedSheet
    verdict: Verdict
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JudgedEdition:
    """An edition as seen from today; `sheets` is empty for one that was never recorded."""

    edition: date
    verdict: Verdict
    sheets: tuple[JudgedSheet, ...] = ()
    facts: tuple[ChangedFact, ...] = ()
    note: str = ""


def said(local: LocalCourse, fact: str) -> dict[str, str] | None:
    """Return what an entry says in print, by the name of each thing it says; nothing of one that is gone."""
    scheme, _, name = fact.partition(":")
    entry = local.registry.get(scheme, name)
    if entry is None:
        return None
    words = {**_said(local, entry), "replaced_by": entry.superseded_by or ""}
    return {what: value for what, value in words.items() if value}


def _said(local: LocalCourse, entry: Entry) -> dict[str, str]:
    if isinstance(entry, Law):
        one = message("{case} : {penalty}")
        penalties = {
            f"{PENALTY}{case.id}": local.phrase(one, case=case.case, penalty=local.penalty(case))
            for case in entry.penalties
        }
        text = plain(entry.text, Links(local).name)
        return {"title": entry.title, "reference": entry.reference, "text": text, "status": entry.status, **penalties}
    if not isinstance(entry, Service):
        return {}
    told = ("short", "name", "status", "hours", "languages", "free", "anonymous")
    words = {what: getattr(entry, what) or "" for what in told}
    for contact in entry.contacts:
        value = f"{contact.value} ({contact.note})" if contact.note else contact.value
        words[contact.kind] = " · ".join([*filter(None, [words.get(contact.kind)]), value])
    return words


def name_of(fact: Fact) -> str:
    """Return what a record calls an entry."""
    return fact.said.get("short") or fact.said.get("reference") or fact.fact


def differences(then: dict[str, str], now: dict[str, str] | None) -> tuple[Change, ...]:
    """Return what an entry said and no longer says, and what it says that it did not."""
    if now is None:
        return (Change("gone", " · ".join(then.values()), ""),)
    whats = dict.fromkeys((*then, *now))
    pairs = ((what, then.get(what, ""), now.get(what, "")) for what in whats)
    return tuple(Change(*pair) for pair in pairs if pair[1] != pair[2])


class Judge:
    """Judges the editions of a course. What its sheets say today is known from their record, once there is one."""

    def __init__(self, course: Course) -> None:
        self.current = course.settings.edition
        self.history = course.history
        self.slugs = course.slugs
        self.record = next((one for one in self.history if one.edition == self.current), None)
        source = LocalCourse(course, SOURCE_LOCALE)
        self.said = cache(lambda fact: said(source, fact))

    def editions(self) -> list[JudgedEdition]:
        """Return every edition known, the current one first, then from the newest."""
        past = [self.judge(one) for one in reversed(self.history) if one is not self.record]
        if self.record is None:
            return [JudgedEdition(self.current, Verdict.CURRENT), *past]
        return [self.judge(self.record), *past]

    def judge(self, edition: Edition) -> JudgedEdition:
        """Say of an edition, and of each of its sheets, whether it can still be handed out."""
        if edition is self.record:
            sheets = tuple(JudgedSheet(one, Verdict.CURRENT) for one in edition.sheets)
            return JudgedEdition(edition.edition, Verdict.CURRENT, sheets, (), edition.note or "")
        facts = tuple(self._changed(edition))
        changed = {one.fact for one in facts}
        sheets = tuple(self._sheet(one, changed) for one in edition.sheets)
        wrong = any(one.verdict is Verdict.REPLACED for one in sheets)
        verdict = Verdict.REPLACED if wrong else Verdict.RIGHT
        return JudgedEdition(edition.edition, verdict, sheets, facts, edition.note or "")

    def _changed(self, edition: Edition) -> Iterator[ChangedFact]:
        for one in edition.facts:
            if changes := differences(one.said, self.said(one.fact)):
                yield ChangedFact(one.fact, name_of(one), changes, self._since(edition, one.fact, one.said))

    def news(self, edition: JudgedEdition) -> tuple[ChangedFact, ...]:
        """Return what an edition changed in the facts of the one before it."""
        before = [one for one in self.history if one.edition < edition.edition]
        if not before:
            return ()
        own = next((one for one in self.history if one.edition == edition.edition), None)
        pairs = ((one, own.said(one.fact) if own else self.said(one.fact)) for one in before[-1].facts)
        # An edition that no longer shows an entry says nothing of it.
        found = ((one, differences(one.said, now)) for one, now in pairs if now is not None or not own)
        return tuple(ChangedFact(one.fact, name_of(one), what, edition.edition) for one, what in found if what)

    def _since(self, edition: Edition, fact: str, then: dict[str, str]) -> date:
        """Return the first edition after this one that says otherwise."""
        later = (one for one in self.history if one.edition > edition.edition)
        return next((one.edition for one in later if one.said(fact) not in (None, then)), self.current)

    def _sheet(self, sheet: PrintedSheet, changed: set[str]) -> JudgedSheet:
        if facts := tuple(fact for fact in sheet.facts if fact in changed):
            return JudgedSheet(sheet, Verdict.REPLACED, facts)
        now = self.record.sheet(sheet.name) if self.record else sheet
        if now is None or (sheet.module and sheet.module not in self.slugs):
            return JudgedSheet(sheet, Verdict.WITHDRAWN)
        return JudgedSheet(sheet, Verdict.RIGHT if now.words == sheet.words else Verdict.REWORDED)
