"""Stages 1 and 2 over the whole folder: every YAML file loaded and validated, catalogs read locale by locale."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

from babel import Locale, UnknownLocaleError
from pydantic import BaseModel, Field, create_model

from balise import remembered
from balise.audit import AUDIT, Audit
from balise.catalogs import Catalogs
from balise.course import SHARED, SOURCE_LOCALE, Course, Document
from balise.diagnostics import Diagnostic, Location, Report
from balise.entry import Confidence, Entry
from balise.fields import SLUG, Part
from balise.history import HISTORY, Edition
from balise.load import MAX_BYTES, Source
from balise.model import Module
from balise.pictures import sizes
from balise.place import EDITIONS, LocalEdition
from balise.registry import Registry, kinds
from balise.settings import EvidenceFile, Settings
from balise.validate import NAME_ADVICE, validate

Shelf: TypeAlias = dict[Path, Document]
"""Documents by their files, kept from one reading to the next."""


def known_locales(root: Path, report: Report) -> tuple[str, ...]:
    """Return the locales of the course: the source, and every one its registries have a catalog for."""
    own = {path.stem: path.relative_to(root) for path in (root / "modules" / SHARED / "locales").glob("*.po")}
    for name, path in sorted(own.items()):
        try:
            Locale.parse(name, sep="-")
        except (ValueError, UnknownLocaleError):
            text = f'"{name}" is not a language tag'
            advice = "name the file after one, such as `es.po` or `pt-BR.po`"
            report.add(Diagnostic("unknown-locale", text, Location(path), help=advice))
            del own[name]
    return (SOURCE_LOCALE, *sorted(own.keys() - {SOURCE_LOCALE}))


def read_course(
    root: Path, scope: tuple[str, ...] | None = None, shelf: Shelf | None = None, workers: int = 0
) -> tuple[Course | None, Report]:
    """Read everything under `root/modules`, to be looked at in the locales of `scope` (all when left out).

    Documents on the `shelf` are not made again while their files stay as they are; those read are put there.
    The course is `None` when what was read cannot make one; the report says why.
    """
    report = Report()
    locales = known_locales(root, report)
    remembered.parse_ahead(root, sorted((root / "modules").glob("*/module.yaml")), workers)
    shared = _read_shared(root, report, {} if shelf is None else shelf)
    settings = next((d.part for d in shared if isinstance(d.part, Settings)), None)
    modules = _read_modules(root, report, {} if shelf is None else shelf)
    if settings is None or report.failed():
        return None, report
    registry = _registry(shared, settings, report)
    codes = {slug: document.head.code for slug, document in modules.items()}
    wanted = locales if scope is None else scope
    places = frozenset(document.head.jurisdiction for document in modules.values())
    course = Course(root, settings, registry, modules, tuple(shared), locales, wanted, codes, places)
    report.extend(broken(course))
    return course, report


def broken(course: Course) -> Iterator[Diagnostic]:
    """Yield what is wrong with the catalogs of the locales a course is looked at in."""
    for document in course.documents():
        for locale in course.scope:
            if locale != SOURCE_LOCALE:
                yield from document.catalogs[locale].diagnostics


def _read_modules(root: Path, report: Report, shelf: Shelf) -> dict[str, Document]:
    documents = {}
    for folder in sorted((root / "modules").iterdir()) if (root / "modules").is_dir() else ():
        if folder.is_dir() and not folder.name.startswith(("_", ".")):
            file = folder / "module.yaml"
            if not SLUG.fullmatch(folder.name):
                where = Location(file.relative_to(root))
                report.add(Diagnostic("wrong-name", f'"{folder.name}" cannot name a module', where, help=NAME_ADVICE))
                continue
            if document := read_module(root, folder.name, report, shelf):
                documents[folder.name] = document
    # Pages show modules in the order of their codes, which authors choose.
    return dict(sorted(documents.items(), key=lambda named: named[1].head.code))


def read_module(root: Path, slug: str, report: Report, shelf: Shelf | None = None) -> Document | None:
    """Read one module. What is wrong with it goes into the report."""
    file = root / "modules" / slug / "module.yaml"
    document = _document(root, slug, file, Module, report, {} if shelf is None else shelf)
    if document:
        document.sizes = sizes(root, slug, document.head.pictures)
    return document


def _read_shared(root: Path, report: Report, shelf: Shelf) -> list[Document]:
    folder = root / "modules" / SHARED
    wanted: list[tuple[Path, type[BaseModel]]] = [
        (folder / "course.yaml", Settings),
        (folder / "evidence.yaml", EvidenceFile),
    ]
    if (folder / f"{AUDIT}.yaml").is_file():
        wanted.append((folder / f"{AUDIT}.yaml", Audit))
    wanted += [(file, Edition) for file in sorted((folder / HISTORY).glob("*.yaml"))]
    wanted += [(file, LocalEdition) for file in sorted((folder / EDITIONS).glob("*.yaml"))]
    for kind in kinds().values():
        wanted += [(file, registry_file(kind)) for file in sorted(folder.glob(kind.files))]
    documents = []
    for file, model in wanted:
        name = file.relative_to(folder).with_suffix("").as_posix()
        if document := _document(root, name, file, model, report, shelf):
            _well_named(document, report)
            documents.append(document)
    catalogs = _catalogs(root, SHARED)
    for document in documents:
        document.catalogs = catalogs
    return documents


def _catalogs(root: Path, folder: str) -> Catalogs:
    return Catalogs(root / "modules" / folder / "locales", partial(remembered.read, root))


def _well_named(document: Document, report: Report) -> None:
    """A record found under another name would be taken for another edition, or overwritten.

    The name of a local edition is a folder of the site, and is typed in a command.
    """
    stem = document.source.file.stem
    if isinstance(document.part, LocalEdition) and not SLUG.fullmatch(stem):
        text = f'"{stem}" cannot name a local edition'
        report.add(Diagnostic("wrong-name", text, document.source.locate(()), help=NAME_ADVICE))
    if isinstance(document.part, Edition) and stem != document.part.name:
        where = document.source.locate(("edition",))
        text = f"this is the record of edition {document.part.name}"
        report.add(Diagnostic("wrong-name", text, where, help=f"name the file {document.part.name}.yaml"))


def registry_file(kind: type[Entry]) -> type[Part]:
    """Return the model of a file of entries of one kind."""
    return FILES[kind.scheme]


def _file_model(kind: type[Entry]) -> type[Part]:
    entries: Any = (
        tuple.__class_getitem__((kind, ...)),
        Field(description="The entries, in the order pages show them."),
    )
    return create_model(f"{kind.__name__}File", __base__=Part, __module__=__name__, entries=entries)


FILES = {scheme: _file_model(kind) for scheme, kind in kinds().items()}
# Found by name when a course is sent to a process that was not forked.
globals().update({model.__name__: model for model in FILES.values()})


def _document(  # noqa: PLR0913, PLR0917  where, what, and whom to tell
    root: Path, name: str, file: Path, model: type[BaseModel], report: Report, shelf: Shelf
) -> Document | None:
    if not file.is_file():
        where = Location(file.relative_to(root))
        advice = "`balise new <slug>` writes one" if model is Module else "every course needs this file"
        report.add(Diagnostic("missing-file", f"{where.file.as_posix()} is missing", where, help=advice))
        return None
    if (known := shelf.get(file)) and known.source.raw == file.read_bytes():
        known.forget()  # its catalogs may not be what they were
        return known
    document = _known(root, name, file) if model is Module else None
    if document is None:
        source = remembered.source(file, root)
        part = validate(model, source)
        report.extend(source.diagnostics)
        source.data = None  # the part says the same
        if part is None:
            return None
        document = Document(name, source, _catalogs(root, name), part)
        if source.diagnostics:
            return document
        if isinstance(part, Module):
            remembered.keep_head(root, source, document.head)
    shelf[file] = document
    return document


def _known(root: Path, name: str, file: Path) -> Document | None:
    """Return a module that was read in an earlier build without reading it again: most are never asked for more."""
    if file.stat().st_size > MAX_BYTES:
        return None
    source = Source(file.relative_to(root), file.read_bytes())
    head = remembered.head(root, source)
    if head is None:
        return None
    return Document(name, source, _catalogs(root, name), None, head, partial(_again, root, source))


def _again(root: Path, source: Source) -> Module:
    part = validate(Module, remembered.parsed(root, source))
    assert part  # noqa: S101  it was read before
    return part


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
