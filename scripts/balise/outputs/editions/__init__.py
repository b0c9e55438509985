"""“Is this sheet still right?”: the list of editions, and a page each, where the QR code of a printed sheet leads.

A page has a place a sheet, under the sheet's own name: the code ends with it, after a `#` no browser sends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from balise.editions import ChangedFact, Judge, JudgedEdition, JudgedSheet, Verdict
from balise.local import LocalCourse
from balise.messages import Message, message
from balise.outputs.editions.told import VERDICTS, Teller, ToldFact, anchor
from balise.plan import Artifact, SearchEntry, Section
from balise.proof import TITLE
from balise.registries.law import Law
from balise.registries.service import Service

KICKER = message("{label} · module {code}")
EVERYONE = message("Pour tous les modules")
CHANGES = message("Ce qui a changé")
SHEETS = message("Les fiches de cette édition")
CHECK = message("Comment vérifier une fiche")
LIST = message("Toutes les éditions")


@dataclass(frozen=True, slots=True)
class ToldSheet:
    """A sheet as its edition's page shows it; `reasons` are the changed facts it shows: name and anchor."""

    name: str
    label: str
    title: str
    verdict: Verdict
    reasons: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ToldEdition:
    """An edition as pages show it. `news` is what it changed, `facts` what has changed since it was printed."""

    day: date
    path: str
    verdict: Verdict
    note: str
    facts: tuple[ToldFact, ...]
    news: tuple[ToldFact, ...]
    groups: tuple[tuple[str, tuple[ToldSheet, ...]], ...]
    counts: tuple[tuple[Message, int], ...]
    review_by: date | None


def plan(local: LocalCourse) -> Iterator[Artifact]:
    """Yield the list of editions, then the page of each."""
    judge, teller = Judge(local.course), Teller(local)
    editions = [_told(teller, one, judge.news(one)) for one in judge.editions()]
    title = local.message(TITLE)
    summary = local.message(message("Les éditions des fiches imprimées, et ce qui a changé dans chacune."))
    yield Artifact(
        path="editions.html",
        template="outputs/editions/page.html",
        title=title,
        data={"editions": editions, "summary": summary, "titles": (CHECK, LIST), "verdicts": VERDICTS},
        description=summary,
        sections=(Section("check", local.message(CHECK)), Section("editions", local.message(LIST))),
        search=(SearchEntry("", title, summary),),
    )
    for one in editions:
        yield _page(local, one)


def _page(local: LocalCourse, one: ToldEdition) -> Artifact:
    shown = {"e-changes": CHANGES if one.facts else None, "e-sheets": SHEETS if one.groups else None}
    return Artifact(
        path=one.path,
        template="outputs/editions/edition.html",
        title=local.phrase(message("Édition du {day}"), day=local.date(one.day)),
        data={"one": one, "titles": (CHANGES, SHEETS), "verdicts": VERDICTS},
        description=local.message(TITLE),
        sections=tuple(Section(name, local.message(title)) for name, title in shown.items() if title),
    )


def _told(teller: Teller, one: JudgedEdition, news: tuple[ChangedFact, ...]) -> ToldEdition:
    counts = Counter(sheet.verdict for sheet in one.sheets)
    return ToldEdition(
        day=one.edition,
        path=f"editions/{one.edition.isoformat()}.html",
        verdict=one.verdict,
        note=teller.recorded(one.note),
        facts=teller.facts(one.facts),
        news=teller.facts(news),
        groups=tuple(_groups(teller, one)),
        counts=tuple((VERDICTS[verdict], counts[verdict]) for verdict in Verdict if counts[verdict]),
        review_by=_review_by(teller.local, one),
    )


def _groups(teller: Teller, one: JudgedEdition) -> Iterator[tuple[str, tuple[ToldSheet, ...]]]:
    """Yield the sheets of each module, in the order of the course; then those of modules that are gone."""
    modules = teller.local.modules
    names = {fact.fact: fact.name for fact in one.facts}
    own: dict[str, list[JudgedSheet]] = {slug: [] for slug in ("", *modules)}
    for judged in one.sheets:
        own.setdefault(judged.sheet.module, []).append(judged)
    for slug, found in own.items():
        gone = slug if slug not in modules else ""
        title = teller.local.title(slug) if slug in modules else teller.recorded(gone) or teller.local.message(EVERYONE)
        labels = Counter(judged.sheet.label for judged in found)
        if found:
            yield title, tuple(_sheet(teller, one, names, alone=labels[one.sheet.label] == 1) for one in found)


def _sheet(teller: Teller, judged: JudgedSheet, names: dict[str, str], *, alone: bool) -> ToldSheet:
    """Return a sheet as its page shows it; `alone` of its kind in its module, it needs no title."""
    sheet, local = judged.sheet, teller.local
    reasons = tuple((teller.name(fact, names[fact]), anchor(fact)) for fact in judged.facts)
    label = teller.interface(sheet.label)
    if code := local.course.codes.get(sheet.module):
        label = local.phrase(KICKER, label=label, code=code.upper())
    title = "" if alone or sheet.title == sheet.label else teller.interface(sheet.title)
    return ToldSheet(sheet.name, label, title, judged.verdict, reasons)


def _review_by(local: LocalCourse, one: JudgedEdition) -> date | None:
    """Return the first day what its sheets show must be checked again."""
    shown = {fact for judged in one.sheets for fact in judged.sheet.facts}
    printable = (*local.registry.of(Law), *local.registry.of(Service))
    found = [entry for entry in printable if not shown or f"{entry.scheme}:{entry.id}" in shown]
    return min((entry.review_by for entry in found if entry.review_by), default=None)
