"""What is remembered of the modules of one locale, so that pages that cannot have changed are not made again.

The key of a module hashes everything its pages depend on: its YAML, pictures and catalog, how far it is in every
locale, the registries, the words of the interface, the templates, the program, and what the build is for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter

from balise.audit import LOOKED_AT
from balise.cache import common_key, identity, module_keys
from balise.course import SOURCE_LOCALE, Course
from balise.digests import digest, held_by, tree
from balise.discovery import PACKAGE
from balise.local import LocalCourse
from balise.plan import course_paths
from balise.search import joined
from balise.store import Kept, Store


@dataclass(slots=True)
class Unit:
    """What the pages of a module in a locale came to: each as it is kept, by its address, and what else is known of it.

    `raw` pages have holes for the contacts of a place; they are kept when a build fills them. `search` is what the
    index says of it, by output. `shown` is what pages of the course as a whole show of it.

    The pages of the course that show nothing of modules are one too; `shown` is their art.
    """

    pages: dict[str, Kept] = field(default_factory=dict)
    raw: dict[str, str] = field(default_factory=dict)
    indexed: list[str] = field(default_factory=list)
    search: dict[str, str] = field(default_factory=dict)
    shown: dict[str, Any] = field(default_factory=dict)

    def __or__(self, other: Unit) -> Unit:
        """Return both as one, but for what they show."""
        found = self.search | other.search
        search = {name: joined(one.search.get(name, "") for one in (self, other)) for name in found}
        return Unit(self.pages | other.pages, self.raw | other.raw, [*self.indexed, *other.indexed], search)


NOTE: TypeAdapter[Unit] = TypeAdapter(Unit)
PATHS: TypeAdapter[list[str]] = TypeAdapter(list[str])


class Units:
    """What is remembered of the modules of one locale."""

    def __init__(self, store: Store, course: Course, locale: str, locales: tuple[str, ...], base: str) -> None:
        self.store, self.course, self.locale = store, course, locale
        self.common = digest([common_key(course, locale), _shell(course, locale, locales, base)])

    def keys(self, slugs: Iterable[str]) -> dict[str, str]:
        """Return the key of each of these modules."""
        return module_keys(self.course, self.locale, self.common, slugs)

    def recall(self, keys: dict[str, str]) -> dict[str, Unit]:
        """Return what is remembered under these keys, by the names they are under."""
        return dict(self.store.recall(keys, NOTE))

    def key_apart(self) -> str:
        """Return the key of the pages of the course that show nothing of modules but names."""
        course = self.course
        written = [tree(course.root / "content" / locale) for locale in (SOURCE_LOCALE, self.locale)]
        named = (identity(course, slug, self.locale).encode() for slug in course.modules)
        looked_at = [tree(base, LOOKED_AT) for base in (PACKAGE, course.root / "site_overrides")]
        return digest([self.common, *looked_at, f"{course.locales}".encode(), *written, *named]).hex()

    def paths(self, local: LocalCourse) -> list[str]:
        """Return the addresses of the pages of the course as a whole; to work them out is to plan all of it."""
        key = f"paths-{self.common.hex()}"
        if known := next(self.store.recall({key: key}, PATHS), None):
            return known[1]
        found = course_paths(local)
        self.store.write(key, found)
        return found

    def remember(self, key: str, unit: Unit) -> None:
        self.store.write(key, NOTE.dump_python(unit))


def _shell(course: Course, locale: str, locales: tuple[str, ...], base: str) -> bytes:
    """Hash what the shell around a page says of the site as a whole."""
    root = course.root
    written = sorted(page.name for page in (root / "content").glob("*/*.md"))
    states = (state for own in course.states.values() for state in own if state.locale == locale)
    reviewed = [state.reviewed_by != "" for state in states]
    filled = bool(course.place or course.places)
    return digest([held_by(root / "mkdocs.yml"), f"{locales} {base} {written} {all(reviewed)} {filled}".encode()])
