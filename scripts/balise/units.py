"""What is remembered of the modules of one locale, so that pages that cannot have changed are not made again.

The key of a module hashes everything its pages depend on: its YAML, pictures and catalog, how far it is in every
locale, the registries, the words of the interface, the templates, the program, and what the build is for.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pydantic import TypeAdapter

from balise.cache import module_keys
from balise.course import Course
from balise.digests import bytes_of, digest
from balise.search import Records
from balise.store import Store


@dataclass(slots=True)
class Unit:
    """What the pages of a module in a locale came to: the digest of each by its address, and what else is known of it.

    `raw` pages have holes for the contacts of a place; they are kept when a build fills them. `search` is by output.
    """

    pages: dict[str, str] = field(default_factory=dict)
    raw: dict[str, str] = field(default_factory=dict)
    indexed: list[str] = field(default_factory=list)
    search: dict[str, Records] = field(default_factory=dict)


NOTE: TypeAdapter[Unit] = TypeAdapter(Unit)


class Units:
    """The units of one locale that are remembered: `known[slug]`."""

    def __init__(self, store: Store, course: Course, locale: str, locales: tuple[str, ...], base: str) -> None:
        self.store = store
        shell = _shell(course, locales, base)
        self.keys = {slug: digest([key.encode(), shell]).hex() for slug, key in module_keys(course, locale).items()}
        self.known = dict(store.recall(self.keys, NOTE))

    def remember(self, slug: str, unit: Unit) -> None:
        self.store.write(self.keys[slug], NOTE.dump_python(unit))


def _shell(course: Course, locales: tuple[str, ...], base: str) -> bytes:
    """Hash what the shell around a page says of the site as a whole."""
    root = course.root
    written = sorted(page.name for page in (root / "content").glob("*/*.md"))
    reviewed = [state.reviewed_by != "" for states in course.states.values() for state in states]
    filled = bool(course.place or course.places)
    return digest([bytes_of(root / "mkdocs.yml"), f"{locales} {base} {written} {all(reviewed)} {filled}".encode()])
