"""The keys of what is remembered of a module: they change with anything its pages and sheets depend on.

That is its YAML, pictures and catalog, how far it is in every locale, the registries, the words of the interface, the
templates and the program itself, and which modules there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from balise.catalogs import ADULTS, INTERFACE
from balise.course import SHARED, SOURCE_LOCALE, Course, Document
from balise.digests import digest, held_by, program, templates
from balise.place import LocalEdition

MENTION = re.compile(rb"module:([a-z0-9-]+)")


def registries(course: Course, locales: tuple[str, ...]) -> bytes:
    """Hash the registries and settings of the course, with their words in these locales."""
    words = (held_by(course.root / "modules" / SHARED / "locales" / f"{one}.po") for one in locales)
    # As they were read: who saves a file while a site is built must not find the old page under the new file's key.
    read = [one for one in course.shared if not isinstance(one.part, LocalEdition)]
    return digest([*(part for one in read for part in (one.name.encode(), one.source.digest)), *words])


def module_keys(course: Course, locale: str, common: bytes, slugs: Iterable[str]) -> dict[str, str]:
    """Return the key of each of these modules: it changes with anything its pages in a locale depend on.

    `common` is what `common_key` returned for this course and locale.
    """
    everywhere = {slug.decode() for document in course.shared for slug in MENTION.findall(document.source.raw)}
    keys = {}
    for slug in slugs:
        document = course.modules[slug]
        catalog = b"" if locale == SOURCE_LOCALE else document.catalogs.digests.get(locale, b"")
        states = repr(course.states.get(slug)).encode()  # the facilitator's page shows them
        sizes = repr(document.sizes).encode()  # all that a page says of a picture's file
        others = sorted(course.modules.keys() & (everywhere | _mentioned(document)))
        named = " ".join(identity(course, other, locale) for other in others)
        keys[slug] = digest([common, document.source.digest, catalog, states, sizes, named.encode()]).hex()
    return keys


def common_key(course: Course, locale: str) -> bytes:
    """Hash what the pages of every module in a locale depend on."""
    return digest(
        [
            f"{locale} {course.sheets} {course.decks} {course.only}".encode(),
            program(),
            templates(course.root),
            # Local editions fill holes in pages already made.
            registries(course, (locale,)),
            held_by(INTERFACE / f"{locale}.po"),
            held_by(INTERFACE / ADULTS / f"{locale}.po"),
            " ".join(sorted(course.slugs)).encode(),
        ]
    )


def _mentioned(document: Document) -> set[str]:
    """Return the modules a document speaks of."""
    said = (target.partition(":") for target in document.gist().targets)
    return {slug for scheme, _, slug in said if scheme == "module"}


def identity(course: Course, slug: str, locale: str) -> str:
    """What other modules' pages may show of a module: a reference to it prints its title and leads to its code."""
    head = course.modules[slug].head
    title = None if locale == SOURCE_LOCALE else course.title(slug, locale)
    return f"{slug} {head.code} {title or head.title}"
