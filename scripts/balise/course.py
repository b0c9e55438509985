"""The course as a whole: every module and registry file, and where each string is written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel

from balise.audit import Audit
from balise.catalogs import Catalogs, State
from balise.diagnostics import Location
from balise.entry import Entry
from balise.fields import EASY, Prose, segments
from balise.head import Head, head_of
from balise.history import Edition
from balise.load import Path_, Source
from balise.markup import references
from balise.model import Module
from balise.place import LocalEdition
from balise.registry import Registry
from balise.settings import Settings

SOURCE_LOCALE = "fr"
FALLEN_BACK = f'lang="{SOURCE_LOCALE}" dir="ltr"'
"""What an element says that shows the source locale in a page of another."""
SHARED = "_shared"
SECOND = itemgetter(1)


class Passage(NamedTuple):
    """One string a reader may meet: its text in one locale, and where it is written."""

    document: Document
    path: Path_
    context: str
    kind: Prose
    locale: str
    text: str

    @property
    def location(self) -> Location:
        if self.locale == SOURCE_LOCALE:
            return self.document.source.locate(self.path)
        catalog = self.document.catalogs[self.locale]
        return Location(catalog.file, catalog.messages[self.context].line)


class Gist(NamedTuple):
    """What takes reading all the texts of a document to know."""

    targets: tuple[str, ...]
    """What they refer to, such as `law:fr-cp-226-2-1`, in reading order."""
    easy: bool
    """Whether any of them is reworded for an easy reading."""


@dataclass(slots=True)
class Document:
    """One YAML file: a module, or a registry file. `catalogs` holds its translations by locale, read when needed."""

    name: str
    source: Source
    catalogs: Catalogs
    part_: BaseModel | None = None
    head_: Head | None = None
    """Given, it spares a module from being read until its part is asked for."""
    read: Callable[[], BaseModel] | None = None
    passages_: tuple[Passage, ...] | None = None
    translated_: dict[str, tuple[tuple[Passage, Passage], ...]] = field(default_factory=dict)
    gist_: Gist | None = None
    sizes: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Width and height of the pictures it shows, by file name; those that cannot be read are left out."""

    @property
    def part(self) -> BaseModel:
        """What the file says."""
        if self.part_ is None:
            assert self.read  # noqa: S101
            self.part_ = self.read()
        return self.part_

    @property
    def head(self) -> Head:
        """What others say of the module it holds."""
        if self.head_ is None:
            assert self.module  # noqa: S101
            self.head_ = head_of(self.module)
        return self.head_

    def title(self, locale: str) -> str | None:
        """Return the translated title of the module it holds, if it has one."""
        return self.catalogs[locale].current("title", self.head.title)

    @property
    def module(self) -> Module | None:
        return self.part if isinstance(self.part, Module) else None

    def entries(self) -> Iterator[tuple[Path_, Entry]]:
        """Yield the registry entries it holds, with their paths."""
        for index, entry in enumerate(getattr(self.part, "entries", ())):
            yield ("entries", index), entry

    def passages(self) -> tuple[Passage, ...]:
        """Return every string in the source locale, in reading order."""
        if self.passages_ is None:
            found: list[Passage] = []
            if self.module is None and not isinstance(self.part, Settings):
                for path, entry in self.entries():
                    prefix = f"{entry.scheme}/{entry.id}"
                    found += [
                        self._passage((*path, *s.path), f"{prefix}/{s.context}", s.kind, s.value)
                        for s in segments(entry)
                    ]
            else:
                found = [self._passage(s.path, s.context, s.kind, s.value) for s in segments(self.part)]
            self.passages_ = tuple(found)
        return self.passages_

    def gist(self) -> Gist:
        """Return what pages about the whole course ask of it."""
        if self.gist_ is None:
            targets = tuple(target for passage in self.passages() for target in references(passage.text))
            self.gist_ = Gist(targets, any(EASY in passage.path for passage in self.passages()))
        return self.gist_

    def _passage(self, path: Path_, context: str, kind: Prose, text: str) -> Passage:
        return Passage(self, path, context, kind, SOURCE_LOCALE, text)

    def in_scope(self, scope: tuple[str, ...]) -> Iterator[Passage]:
        """Yield the strings of these locales: the source's, and current translations."""
        return chain.from_iterable(
            self.passages() if locale == SOURCE_LOCALE else map(SECOND, self.translated(locale)) for locale in scope
        )

    def translated(self, locale: str) -> tuple[tuple[Passage, Passage], ...]:
        """Return each source passage with its current translation; kept for whoever asks next about this locale."""
        if locale not in self.translated_:
            catalog = self.catalogs[locale]
            self.translated_[locale] = tuple(
                (one, Passage(self, one.path, one.context, one.kind, locale, text))
                for one in self.passages()
                if (text := catalog.current(one.context, one.text)) is not None
            )
        return self.translated_[locale]

    def forget(self) -> None:
        """Let go of what was kept for whoever asks next: it can be worked out again."""
        self.translated_.clear()
        self.catalogs.clear()
        self.passages_ = None


@dataclass(slots=True)
class Course:
    """Everything read from `modules/`. `scope` holds the locales being looked at."""

    root: Path
    settings: Settings
    registry: Registry
    modules: dict[str, Document]
    shared: tuple[Document, ...]
    locales: tuple[str, ...]
    scope: tuple[str, ...]
    codes: dict[str, str]
    """The code of every module by its slug, in the order of the codes, whichever modules are looked at."""
    jurisdictions: frozenset[str]
    """Those of all modules, whichever are looked at."""
    sheets: tuple[str, ...] = ()
    """The locales whose printed sheets pages offer: set for a build that prints them."""
    decks: bool = True
    """Whether there are decks, and pages lead to them."""
    only: tuple[str, ...] = ()
    """The modules whose sheets are printed: every one when empty."""
    place: str = ""
    """The local edition this build is for; empty for the national site."""
    places: tuple[str, ...] = ()
    """The local editions this build makes besides the national site."""
    states: dict[str, tuple[State, ...]] = field(default_factory=dict)
    """How far each document is in every locale but the source; the interface under no name. Filled for a build."""
    titles: dict[str, dict[str, str]] = field(default_factory=dict)
    """The translated titles of each module, by locale. Filled for a build."""

    @property
    def slugs(self) -> Collection[str]:
        """The slugs of all modules there are."""
        return self.codes.keys()

    @property
    def audit(self) -> Audit | None:
        """The record of the last audit; a course may have none."""
        return next((document.part for document in self.shared if isinstance(document.part, Audit)), None)

    @property
    def history(self) -> tuple[Edition, ...]:
        """The editions on record, oldest first."""
        found = (document.part for document in self.shared if isinstance(document.part, Edition))
        return tuple(sorted(found, key=lambda one: one.edition))

    @property
    def local_editions(self) -> dict[str, LocalEdition]:
        """The local editions by name, which is that of their file."""
        return {document.source.file.stem: edition for document, edition in self.local_documents()}

    def local_documents(self) -> Iterator[tuple[Document, LocalEdition]]:
        """Yield the file of each local edition with what it says."""
        for document in self.shared:
            if isinstance(document.part, LocalEdition):
                yield document, document.part

    def part(self, slugs: Iterable[str]) -> Course:
        """Return the course with these modules alone to look at; with what all share, if there are none."""
        modules = {slug: self.modules[slug] for slug in slugs}
        return replace(self, modules=modules, shared=() if modules else self.shared)

    def title(self, slug: str, locale: str) -> str | None:
        """Return the translated title of a module, if it has one."""
        if slug in self.titles:
            return self.titles[slug].get(locale)
        return self.modules[slug].title(locale)

    def documents(self) -> Iterator[Document]:
        yield from self.shared
        yield from self.modules.values()

    def passages(self) -> Iterator[Passage]:
        """Yield every string of every document in the locales in scope."""
        for document in self.documents():
            yield from document.in_scope(self.scope)
