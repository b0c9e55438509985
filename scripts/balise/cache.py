"""The keys of what is remembered of a module: they change with anything its pages and sheets depend on.

That is its YAML, pictures and catalog, how far it is in every locale, the registries, the words of the interface, the
templates and the program itself, and which modules there are.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from balise.catalogs import ADULTS, INTERFACE
from balise.course import SHARED, SOURCE_LOCALE, Course, Document
from balise.discovery import PACKAGE
from balise.place import EDITIONS


def digest(parts: Iterable[bytes]) -> bytes:
    """Hash bytes, each apart from the next."""
    whole = blake2b(digest_size=16)
    for part in parts:
        whole.update(len(part).to_bytes(8, "little") + part)
    return whole.digest()


def tree(folder: Path, suffixes: tuple[str, ...], but: str = "") -> bytes:
    """Hash every file of a folder with these suffixes, with its name; those of the folder `but` in it are left out."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix in suffixes)
    paths = [path for path in paths if not but or path.relative_to(folder).parts[0] != but]
    return digest(part for path in paths for part in (path.name.encode(), path.read_bytes()))


def module_keys(course: Course, locale: str) -> dict[str, str]:
    """Return the key of every module: it changes with anything its pages in a locale depend on."""
    shared = course.root / "modules" / SHARED
    common = digest(
        [
            f"{locale} {course.sheets} {course.decks} {course.only}".encode(),
            tree(PACKAGE, (".py", ".html", ".yaml")),
            tree(course.root / "site_overrides", (".html",)),
            # Local editions fill holes in pages already made.
            tree(shared, (".yaml",), EDITIONS),
            bytes_of(shared / "locales" / f"{locale}.po"),
            bytes_of(INTERFACE / f"{locale}.po"),
            bytes_of(INTERFACE / ADULTS / f"{locale}.po"),
            *(_identity(slug, document, locale).encode() for slug, document in course.modules.items()),
        ]
    )
    keys = {}
    for slug in course.modules:
        folder = course.root / "modules" / slug
        catalog = b"" if locale == SOURCE_LOCALE else bytes_of(folder / "locales" / f"{locale}.po")
        states = repr(course.states.get(slug)).encode()  # the facilitator's page shows them
        sizes = repr(course.modules[slug].sizes).encode()  # all that a page says of a picture's file
        keys[slug] = digest([common, bytes_of(folder / "module.yaml"), catalog, states, sizes]).hex()
    return keys


def _identity(slug: str, document: Document, locale: str) -> str:
    """What other modules' pages may show of a module: a reference to it prints its title and leads to its code."""
    module = document.module
    if module is None:
        return slug
    catalog = document.catalogs.get(locale)
    title = (catalog.current("title", module.title) if catalog else None) or module.title
    return f"{slug} {module.code} {title}"


def bytes_of(path: Path) -> bytes:
    """Return what a file holds; nothing where there is no file."""
    return path.read_bytes() if path.is_file() else b""
