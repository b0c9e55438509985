"""Catalogs for translators: extract messages, update translations, count their state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from balise import catalogs
from balise.catalogs import Catalog
from balise.course import SHARED, SOURCE_LOCALE, Course, Document

Message = tuple[str, str, str, bool]


@dataclass(frozen=True, slots=True)
class State:
    """How far a document is in a locale."""

    document: str
    locale: str
    translated: int
    fuzzy: int
    missing: int
    reviewed_by: str

    @property
    def total(self) -> int:
        return self.translated + self.fuzzy + self.missing


def groups(course: Course) -> Iterator[tuple[str, Path, tuple[Document, ...]]]:
    """Yield each set of catalogs: its name, its folder, the documents it translates."""
    yield SHARED, course.root / "modules" / SHARED / "locales", course.shared
    for slug, document in course.modules.items():
        yield slug, course.root / "modules" / slug / "locales", (document,)


def extract(course: Course) -> list[Path]:
    """Write the POT template of every module and of the registries; return the files that changed."""
    changed = []
    for name, folder, documents in groups(course):
        messages = [(p.context, p.text, "", False) for document in documents for p in document.passages()]
        if catalogs.write(folder / f"{name}.pot", "", messages, catalogs.standard_headers("")):
            changed.append(folder / f"{name}.pot")
    return changed


def update(course: Course, locale: str) -> list[Path]:
    """Bring the catalogs of a locale up to date: new strings are added, changed ones become fuzzy, gone ones go.

    Return the files that changed.
    """
    changed = []
    for _, folder, documents in groups(course):
        old = catalogs.read(folder / f"{locale}.po")
        if old.diagnostics:
            continue  # never overwrite a translator's work that cannot be read
        messages = [_merged(old, p.context, p.text) for document in documents for p in document.passages()]
        headers = catalogs.standard_headers(locale, old.reviewed_by)
        if catalogs.write(folder / f"{locale}.po", locale, messages, headers):
            changed.append(folder / f"{locale}.po")
    return changed


def _merged(old: Catalog, context: str, text: str) -> Message:
    entry = old.messages.get(context)
    if entry is None:
        entry = next((e for e in old.messages.values() if e.msgid == text and e.msgstr), None)
        return (context, text, entry.msgstr, True) if entry else (context, text, "", False)
    if entry.msgid == text:
        return (context, text, entry.msgstr, entry.fuzzy)
    # A sentence rewritten from end to end leaves nothing to start from.
    alike = SequenceMatcher(None, entry.msgid, text).quick_ratio() > 0.4
    return (context, text, entry.msgstr if alike else "", True)


def status(course: Course) -> list[State]:
    """Return the state of every module and of the registries in every locale but the source."""
    states = []
    for name, _, documents in groups(course):
        for locale in course.locales:
            if locale == SOURCE_LOCALE:
                continue
            count = {"translated": 0, "fuzzy": 0, "missing": 0}
            reviewed = ""
            for document in documents:
                catalog = document.catalogs[locale]
                reviewed = catalog.reviewed_by
                for passage in document.passages():
                    count[catalog.state(passage.context, passage.text)] += 1
            states.append(State(name, locale, **count, reviewed_by=reviewed))
    return states
