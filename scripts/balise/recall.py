"""Where a registry entry appears: in which file and language it is written, on which pages it is shown."""

from __future__ import annotations

from collections.abc import Iterator

from balise.course import Course, Document
from balise.diagnostics import Location
from balise.fields import Part
from balise.links import PAGES
from balise.markup import references
from balise.model import Module


def find(course: Course, entry_id: str) -> Iterator[str]:
    """Yield one line a place: `file:line:column: what`, then `page: address` for every page it is shown on."""
    schemes = {entry.scheme for entry in course.registry if entry.id == entry_id}
    found: set[str] = set()
    for slug, document in (*((d.name, d) for d in course.shared), *course.modules.items()):
        lines = list(_mentions(document, entry_id))
        yield from lines
        if lines and document.module:
            found.add(slug)
    for locale in course.locales:
        for scheme in sorted(schemes & PAGES.keys()):
            yield f"page: {locale}/{PAGES[scheme]}#{entry_id.replace('.', '-')}"
        for slug in sorted(found):
            module = course.modules[slug].module
            assert module  # noqa: S101
            yield f"page: {locale}/learn/{module.code}.html or {locale}/teach/{slug}.html"


def _mentions(document: Document, entry_id: str) -> Iterator[str]:
    for passage in document.passages():
        if _named(passage.text, entry_id):
            yield f"{_where(passage.location)}: {document.name}, {passage.context}"
    for locale in document.catalogs:
        for _, passage in document.translated(locale):
            if _named(passage.text, entry_id):
                yield f"{_where(passage.location)}: {document.name}, {passage.context} [{locale}]"
    if document.module:
        for path in _listed(document.module, entry_id):
            place = document.source.locate(path)
            yield f"{_where(place)}: {document.name}, {'/'.join(map(str, path))}"


def _named(text: str, entry_id: str) -> bool:
    return any(target.partition(":")[2].partition("/")[0] == entry_id for target in references(text))


def _where(location: Location) -> str:
    return f"{location.file.as_posix()}:{location.line}:{location.column}"


def _listed(part: object, entry_id: str, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the paths of fields that hold the id itself."""
    if isinstance(part, Part):
        for name in type(part).model_fields:
            yield from _listed(getattr(part, name), entry_id, (*path, name))
    elif isinstance(part, tuple):
        for index, child in enumerate(part):
            yield from _listed(child, entry_id, (*path, index))
    elif part == entry_id and not isinstance(part, Module):
        yield path
