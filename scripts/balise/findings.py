"""Remembers what was found in modules, faults and none, so that those that have not changed are not checked again.

What is found in a module depends on its own files, the registries, which modules there are, and the program: not on the
day, nor on what other modules say. Checks that look further say so (`ACROSS`), and run each time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from balise.cache import registries
from balise.course import SOURCE_LOCALE, Course
from balise.diagnostics import Diagnostic
from balise.digests import bytes_of, digest, program, tree
from balise.pictures import media_folder
from balise.store import memory

NOTE: TypeAdapter[list[Diagnostic]] = TypeAdapter(list[Diagnostic])


class Findings:
    """What was found in the modules of a course, in the locales it is looked at in: `known[slug]`."""

    def __init__(self, course: Course) -> None:
        self.store = memory(course.root)
        self.keys = dict(_keys(course))
        self.known = dict(self._recall())

    def _recall(self) -> Iterator[tuple[str, list[Diagnostic]]]:
        for slug, key in self.keys.items():
            if (note := self.store.read(key)) is not None:
                with suppress(ValidationError):  # written by hand: the module is checked again
                    yield slug, NOTE.validate_python(note)

    def remember(self, found: Iterable[Diagnostic]) -> None:
        """Remember what was found in every module that was not known."""
        by_slug: dict[str, list[Diagnostic]] = defaultdict(list)
        for one in found:
            folder, name, *_ = (*one.location.file.parts, "", "")
            if folder == "modules":
                by_slug[name].append(one)
        for slug, key in self.keys.items():
            if slug not in self.known:
                self.store.write(key, NOTE.dump_python(by_slug[slug], mode="json"))


def _keys(course: Course) -> Iterator[tuple[str, str]]:
    slugs = " ".join(sorted(course.slugs))
    common = digest([program(), f"{course.scope} {course.locales} {slugs}".encode(), registries(course, course.scope)])
    for slug in course.modules:
        folder = course.root / "modules" / slug
        catalogs = (bytes_of(folder / "locales" / f"{one}.po") for one in course.scope if one != SOURCE_LOCALE)
        kept = [] if SOURCE_LOCALE not in course.scope else [_catalogs_there(folder)]
        yield (
            slug,
            "found-"
            + digest([common, bytes_of(folder / "module.yaml"), *_media(course.root, slug), *catalogs, *kept]).hex(),
        )


def _catalogs_there(folder: Path) -> bytes:
    """Which catalogs there are: one that is missing is told once, for every locale."""
    return " ".join(sorted(path.name for path in (folder / "locales").glob("*.po"))).encode()


def _media(root: Path, slug: str) -> list[bytes]:
    folder = media_folder(root, slug)
    return [tree(folder)] if folder.is_dir() else []
