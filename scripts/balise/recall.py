"""Where a registry entry appears: in which file and language it is written, on which pages it is shown."""

from __future__ import annotations

from collections.abc import Iterator

from balise.course import Course, Document
from balise.diagnostics import Location
from balise.fields import Part, pointer_fields
from balise.links import PAGES
from balise.markup import references
from balise.pages import REFERENCE, all_hand_pages, lines_of


def find(course: Course, entry_id: str) -> Iterator[str]:
    """Yield one line a place: `file:line:column: what`, then `page: address` for every page it is shown on."""
    schemes = {entry.scheme for entry in course.registry if entry.id == entry_id}
    found: set[str] = set()
    for slug, document in (*((d.name, d) for d in course.shared), *course.modules.items()):
        lines = list(_mentions(document, course.locales[1:], entry_id))
        yield from lines
        if lines and document.module:
            found.add(slug)
    shown = []
    for line, page in _hand_pages(course, entry_id):
        yield line
        shown.append(page)
    yield from (f"page: {page}" for page in dict.fromkeys(shown))
    for locale in course.locales:
        for scheme in sorted(schemes & PAGES.keys()):
            yield f"page: {locale}/{PAGES[scheme]}#{entry_id.replace('.', '-')}"
        for slug in sorted(found):
            module = course.modules[slug].module
            assert module  # noqa: S101
            learner = f"{locale}/learn/{module.code}"
            yield f"page: {learner}.html, {learner}/ or {locale}/teach/{slug}.html"


def _mentions(document: Document, locales: tuple[str, ...], entry_id: str) -> Iterator[str]:
    for passage in document.passages():
        if _named(passage.text, entry_id):
            yield f"{_where(passage.location)}: {document.name}, {passage.context}"
    for locale in locales:
        for _, passage in document.translated(locale):
            if _named(passage.text, entry_id):
                yield f"{_where(passage.location)}: {document.name}, {passage.context} [{locale}]"
    for path in _listed(document.part, entry_id):
        place = document.source.locate(path)
        yield f"{_where(place)}: {document.name}, {'/'.join(map(str, path))}"


def _hand_pages(course: Course, entry_id: str) -> Iterator[tuple[str, str]]:
    """Yield a line for each mention on a page written by hand, with the address of the page."""
    for locale, file in all_hand_pages(course):
        for number, line in enumerate(lines_of(file), 1):
            for found in REFERENCE.finditer(line):
                if _is(found[2], entry_id):
                    place = file.relative_to(course.root).as_posix()
                    yield f"{place}:{number}:{found.start() + 1}: {file.name}", f"{locale}/{file.stem}.html"


def _named(text: str, entry_id: str) -> bool:
    return any(_is(target, entry_id) for target in references(text))


def _is(target: str, entry_id: str) -> bool:
    return target.partition(":")[2].partition("/")[0] == entry_id


def _where(location: Location) -> str:
    return f"{location.file.as_posix()}:{location.line}:{location.column}"


def _listed(part: object, entry_id: str, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the paths of fields that point to the entry."""
    if isinstance(part, Part):
        pointers = pointer_fields(type(part))
        for name in type(part).model_fields:
            value = getattr(part, name)
            values = value if isinstance(value, tuple) else (value,)
            for index, child in enumerate(values):
                where = (*path, name, index) if isinstance(value, tuple) else (*path, name)
                if isinstance(child, Part):
                    yield from _listed(child, entry_id, where)
                elif name in pointers and child == entry_id:
                    yield where
