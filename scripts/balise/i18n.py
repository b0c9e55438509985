"""Catalogs for translators: extract messages, update translations, count their state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from balise import catalogs
from balise.catalogs import INTERFACE, Catalog, Message, State
from balise.course import SHARED, SOURCE_LOCALE, Course, Document
from balise.interface import interface_messages

INTERFACE_GROUP = "interface"


@dataclass(frozen=True, slots=True)
class Group:
    """One set of catalogs: its name, its folder, and the documents it translates; the interface's has none."""

    name: str
    folder: Path
    documents: tuple[Document, ...] = ()

    def messages(self) -> list[tuple[str, str]]:
        """Return what it translates, as (msgctxt, source text)."""
        if not self.documents:
            return [("", text) for text in interface_messages()]
        return [(p.context, p.text) for document in self.documents for p in document.passages()]


def interface() -> Group:
    """Return the catalogs of the interface."""
    return Group(INTERFACE_GROUP, INTERFACE)


def groups(course: Course) -> Iterator[Group]:
    """Yield every set of catalogs: the interface, the registries, each module."""
    yield interface()
    yield Group(SHARED, course.root / "modules" / SHARED / "locales", course.shared)
    for slug, document in course.modules.items():
        yield Group(slug, course.root / "modules" / slug / "locales", (document,))


def extract(course: Course) -> list[Path]:
    """Write the POT template of every group; return the files that changed."""
    changed = []
    for group in groups(course):
        messages = [Message(context, text) for context, text in group.messages()]
        file = group.folder / f"{group.name}.pot"
        if catalogs.write(file, messages, catalogs.standard_headers("")):
            changed.append(file)
    return changed


def update(course: Course, locale: str) -> list[Path]:
    """Bring the catalogs of a locale up to date: new strings are added, changed ones become fuzzy, gone ones go.

    Return the files that changed.
    """
    changed = []
    for group in groups(course):
        file = group.folder / f"{locale}.po"
        old = catalogs.read(file)
        if old.diagnostics:
            continue  # never overwrite a translator's work that cannot be read
        messages = [_merged(old, context, text) for context, text in group.messages()]
        if catalogs.write(file, messages, catalogs.standard_headers(locale, old.reviewed_by)):
            changed.append(file)
    return changed


def _merged(old: Catalog, context: str, text: str) -> Message:
    entry = old.messages.get(context or text)
    if entry is None:
        entry = next((e for e in old.messages.values() if e.msgid == text and e.msgstr), None)
        return Message(context, text, entry.msgstr, fuzzy=True) if entry else Message(context, text)
    if entry.msgid == text:
        return Message(context, text, entry.msgstr, entry.fuzzy, entry.comments)
    # A sentence rewritten from end to end leaves nothing to start from.
    alike = SequenceMatcher(None, entry.msgid, text).quick_ratio() > 0.4
    return Message(context, text, entry.msgstr if alike else "", fuzzy=True, comments=entry.comments)


def states(course: Course) -> dict[str, tuple[State, ...]]:
    """Return the states of the registries and every module in every locale but the source; the interface's under ""."""
    others = tuple(locale for locale in course.locales if locale != SOURCE_LOCALE)
    return {group.name if group.documents else "": states_of(group, others) for group in groups(course)}


def states_of(group: Group, locales: tuple[str, ...]) -> tuple[State, ...]:
    """Read the catalogs of a group in these locales, and return their states."""
    return tuple(state_of(group, catalogs.read(group.folder / f"{locale}.po"), locale) for locale in locales)


def state_of(group: Group, catalog: Catalog, locale: str) -> State:
    """Count what a catalog translates of its group."""
    count = {"translated": 0, "fuzzy": 0, "missing": 0}
    for context, text in group.messages():
        count[catalog.state(context or text, text)] += 1
    return State(group.name, locale, **count, reviewed_by=catalog.reviewed_by)
