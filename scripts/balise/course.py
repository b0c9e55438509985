"""The course as a whole: every module and registry file, where each string is written, in which locales."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, create_model

from balise import catalogs
from balise.catalogs import Catalog
from balise.diagnostics import Diagnostic, Location, Report
from balise.entry import Confidence, Entry
from balise.fields import Day, EntryId, Name, Part, Prose, Text, segments
from balise.load import Path_, Source, load
from balise.model import Module
from balise.registry import Registry, kinds
from balise.validate import validate

SOURCE_LOCALE = "fr"
SHARED = "_shared"


class Settings(Part):
    """`modules/_shared/course.yaml`: what belongs to the course as a whole."""

    title: Text
    """The name of the site."""
    summary: Text
    """One sentence about it."""
    edition: Day
    """The date of this edition of the registries."""
    minors_rule: EntryId
    """Id of the law shown with every penalty a minor may incur."""
    emergency: tuple[EntryId, ...]
    """Ids of the services shown first wherever help is offered."""


class Evidence(Part):
    """One fact of the evidence ledger."""

    id: Name
    confidence: Confidence


class EvidenceFile(Part):
    """`modules/_shared/evidence.yaml`: the facts entries may rest on, and how sure each is."""

    facts: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One string a reader may meet: its text in one locale, and where it is written."""

    document: Document
    path: Path_
    context: str
    kind: Prose
    locale: str
    text: str

    @property
    def location(self) -> Location:
        catalog = self.document.catalogs.get(self.locale)
        if self.locale != SOURCE_LOCALE and catalog is not None:
            return Location(catalog.file, catalog.messages[self.context].line)
        return self.document.source.locate(self.path)


@dataclass(slots=True)
class Document:
    """One YAML file: a module, or a registry file. `catalogs` holds its translations by locale."""

    name: str
    source: Source
    part: BaseModel
    catalogs: dict[str, Catalog] = field(default_factory=dict)
    passages_: tuple[Passage, ...] | None = None

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

    def _passage(self, path: Path_, context: str, kind: Prose, text: str) -> Passage:
        return Passage(self, path, context, kind, SOURCE_LOCALE, text)

    def translated(self, locale: str) -> Iterator[tuple[Passage, Passage]]:
        """Yield each source passage with its current translation."""
        catalog = self.catalogs.get(locale)
        for passage in self.passages() if catalog else ():
            text = catalog.current(passage.context, passage.text) if catalog else None
            if text is not None:
                yield passage, Passage(self, passage.path, passage.context, passage.kind, locale, text)


@dataclass(slots=True)
class Course:
    """Everything read from `modules/`, before any locale is chosen."""

    root: Path
    settings: Settings
    registry: Registry
    modules: dict[str, Document]
    shared: tuple[Document, ...]
    locales: tuple[str, ...]

    def documents(self) -> Iterator[Document]:
        yield from self.shared
        yield from self.modules.values()

    def passages(self) -> Iterator[Passage]:
        """Yield every string of every document in every locale."""
        for document in self.documents():
            yield from document.passages()
            for locale in document.catalogs:
                for _, passage in document.translated(locale):
                    yield passage

    def locate(self, entry: Entry) -> Location:
        """Return where a registry entry is written."""
        for document in self.shared:
            for path, found in document.entries():
                if found is entry:
                    return document.source.locate((*path, "id"))
        raise KeyError(entry.id)


def known_locales(root: Path) -> tuple[str, ...]:
    """Return the locales of the course: the source, and every one with a catalog of the interface or the registries."""
    own = {path.stem for path in (Path(__file__).parent / "locales").glob("*.po")}
    own |= {path.stem for path in (root / "modules" / SHARED / "locales").glob("*.po")}
    return (SOURCE_LOCALE, *sorted(own - {SOURCE_LOCALE}))


def read_course(root: Path) -> tuple[Course | None, Report]:
    """Read everything under `root/modules`. `None` when what was read cannot make a course; the report says why."""
    report = Report()
    locales = known_locales(root)
    shared = _read_shared(root, locales, report)
    settings = next((d.part for d in shared if isinstance(d.part, Settings)), None)
    modules = _read_modules(root, locales, report)
    if settings is None or report.failed():
        return None, report
    registry = _registry(shared, settings, report)
    return Course(root, settings, registry, modules, tuple(shared), locales), report


def _read_modules(root: Path, locales: tuple[str, ...], report: Report) -> dict[str, Document]:
    documents = {}
    for folder in sorted((root / "modules").iterdir()) if (root / "modules").is_dir() else ():
        if folder.is_dir() and not folder.name.startswith(("_", ".")):
            document = _document(root, folder.name, folder / "module.yaml", Module, report)
            if document:
                _attach_catalogs(document, folder / "locales", root, locales, report)
                documents[folder.name] = document
    return documents


def _read_shared(root: Path, locales: tuple[str, ...], report: Report) -> list[Document]:
    folder = root / "modules" / SHARED
    wanted: list[tuple[Path, type[BaseModel]]] = [
        (folder / "course.yaml", Settings),
        (folder / "evidence.yaml", EvidenceFile),
    ]
    for kind in kinds().values():
        wanted += [(file, registry_file(kind)) for file in sorted(folder.glob(kind.files))]
    documents = []
    for file, model in wanted:
        name = file.relative_to(folder).with_suffix("").as_posix()
        if document := _document(root, name, file, model, report):
            documents.append(document)
    shared = {locale: _catalog(folder / "locales", locale, root, report) for locale in locales[1:]}
    for document in documents:
        document.catalogs = shared
    return documents


def registry_file(kind: type[Entry]) -> type[Part]:
    """Return the model of a file of entries of one kind."""
    entries: Any = (
        tuple.__class_getitem__((kind, ...)),
        Field(description="The entries, in the order pages show them."),
    )
    return create_model(f"{kind.__name__}File", __base__=Part, entries=entries)


def _document(root: Path, name: str, file: Path, model: type[BaseModel], report: Report) -> Document | None:
    if not file.is_file():
        where = Location(file.relative_to(root))
        report.add(Diagnostic("missing-file", f"{where.file} is missing", where, help="`balise new <slug>` writes one"))
        return None
    source = load(file, root=root)
    part = validate(model, source)
    report.extend(source.diagnostics)
    return None if part is None else Document(name, source, part)


def _attach_catalogs(document: Document, folder: Path, root: Path, locales: tuple[str, ...], report: Report) -> None:
    document.catalogs = {locale: _catalog(folder, locale, root, report) for locale in locales[1:]}


def _catalog(folder: Path, locale: str, root: Path, report: Report) -> Catalog:
    catalog = catalogs.read(folder / f"{locale}.po")
    catalog.file = catalog.file.relative_to(root)
    report.extend(catalog.diagnostics)
    return catalog


def _registry(shared: list[Document], settings: Settings, report: Report) -> Registry:
    entries: dict[str, dict[str, Entry]] = {scheme: {} for scheme in kinds()}
    evidence: dict[str, Confidence] = {}
    for document in shared:
        if isinstance(document.part, EvidenceFile):
            evidence = {fact.id: fact.confidence for fact in document.part.facts}
        for path, entry in document.entries():
            if entry.id in entries[entry.scheme]:
                where = document.source.locate((*path, "id"))
                text = f'the id "{entry.id}" is used twice in this registry'
                report.add(Diagnostic("duplicate-id", text, where, help="give one of them another id"))
            entries[entry.scheme][entry.id] = entry
    return Registry(entries, evidence, settings.edition.isoformat())
