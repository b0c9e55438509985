"""How the pages of editions say things: verdicts, what an entry tells, what changed, in the words of a locale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from balise.course import SOURCE_LOCALE
from balise.editions import PENALTY, ChangedFact, Verdict, said
from balise.entry import Entry
from balise.fields import Untranslated
from balise.links import PAGES
from balise.local import LocalCourse
from balise.messages import Message, message

VERDICTS = {
    Verdict.CURRENT: message("Actuelle"),
    Verdict.RIGHT: message("Encore juste"),
    Verdict.REWORDED: message("Textes réécrits"),
    Verdict.WITHDRAWN: message("Retirée"),
    Verdict.REPLACED: message("Remplacée"),
}
WHATS = {
    "title": message("Titre"),
    "reference": message("Référence"),
    "text": message("Ce que dit la loi"),
    "status": message("État"),
    "short": message("Nom"),
    "name": message("Nom complet"),
    "hours": message("Quand"),
    "languages": message("Langues"),
    "free": message("Gratuit"),
    "anonymous": message("Anonyme"),
    "phone": message("Téléphone"),
    "sms": message("SMS"),
    "web": message("Site"),
    "chat": message("Tchat"),
    "app": message("Application"),
    "email": message("Courriel"),
    "replaced_by": message("Remplacé par"),
    "gone": message("Fiche retirée"),
}
PENALTIES = message("Ce que risque un adulte, au maximum")
STATES = {
    "in_force": message("En vigueur"),
    "not_in_force": message("Pas en vigueur"),
    "historical": message("Texte historique"),
    "open": message("Ouvert"),
    "closed": message("Fermé : ne plus utiliser"),
    "institution": message("Institution : ne prend pas d'appels du public"),
    "unverified": message("Non vérifié : ne pas proposer"),
}


@dataclass(frozen=True, slots=True)
class ToldChange:
    """One change: what it is about, and its words before and now, either of them empty where there were none."""

    what: Message
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ToldFact:
    """A fact that changed: its name, where it is shown today (nowhere when it is gone), what changed."""

    anchor: str
    name: str
    href: str
    since: date
    changes: tuple[ToldChange, ...]


class Teller:
    """Says what changed in one locale. Words of a record stay in the source locale, marked so."""

    def __init__(self, local: LocalCourse) -> None:
        self.local = local
        self.source = LocalCourse(local.course, SOURCE_LOCALE)

    def recorded(self, words: str) -> str:
        """Return words of a record; digits are nobody's language."""
        return words if self.local.is_source or not any(map(str.isalpha, words)) else Untranslated(words)

    def interface(self, words: str) -> str:
        """Return words of a record that were those of the interface: translated, if they still are."""
        return self.local.message(words)

    def facts(self, changed: Iterable[ChangedFact]) -> tuple[ToldFact, ...]:
        return tuple(self._fact(one) for one in changed)

    def _fact(self, one: ChangedFact) -> ToldFact:
        scheme, _, name = one.fact.partition(":")
        entry = self.local.registry.get(scheme, name)
        changes = tuple(
            ToldChange(
                PENALTIES if change.what.startswith(PENALTY) else WHATS[change.what],
                self._words(one.fact, change.what, change.old),
                self._words(one.fact, change.what, change.new),
            )
            for change in one.changes
        )
        href = f"{PAGES[scheme]}#{entry.anchor}" if entry else ""
        return ToldFact(anchor(one.fact), self.name(one.fact, one.name), href, one.since, changes)

    def name(self, fact: str, recorded: str) -> str:
        """Return what an entry is called today; of one that is gone, what it was called."""
        entry = self.entry(fact)
        return entry.label if entry else self.recorded(recorded)

    def entry(self, fact: str) -> Entry | None:
        scheme, _, name = fact.partition(":")
        return self.local.registry.get(scheme, name)

    def _words(self, fact: str, what: str, words: str) -> str:
        """Return what an entry said, in this locale where that is what it still says."""
        if what == "status" and words:
            return self.local.message(STATES[words])
        if what == "replaced_by" and words:
            return self.name(f"{fact.partition(':')[0]}:{words}", words)
        today = said(self.source, fact) or {}
        if words and today.get(what) == words:
            return (said(self.local, fact) or {})[what]
        return self.recorded(words)


def anchor(fact: str) -> str:
    """Return where a page says what changed in an entry."""
    return f"e-{fact.replace(':', '-').replace('.', '-')}"
