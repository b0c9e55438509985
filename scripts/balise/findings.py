"""Remembers what was found in modules, faults and none, so that those that have not changed are not checked again.

What is found in a module depends on its own files, the registries, which modules there are, and the program: not on the
day, nor on what other modules say. Checks that look further say so (`ACROSS`), and run each time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter

from balise.cache import registries
from balise.course import SHARED, SOURCE_LOCALE, Course
from balise.diagnostics import Diagnostic
from balise.digests import bytes_of, digest, program, tree
from balise.pictures import media_folder
from balise.place import EDITIONS
from balise.store import memory

WORDS = "words"
NOTE: TypeAdapter[list[Diagnostic]] = TypeAdapter(list[Diagnostic])


class Findings:
    """What was found in the modules of a course, in the locales it is looked at in: `known[slug]`.

    `words` is what was found that day in the texts all modules share, and in hand-written pages, if that is known.
    """

    def __init__(self, course: Course, today: date) -> None:
        self.store = memory(course.root)
        self.keys = dict(_keys(course))
        self.known = dict(self.store.recall(self.keys, NOTE))
        self._words = _words_key(course, today)
        self.words = dict(self.store.recall({WORDS: self._words}, NOTE)).get(WORDS)

    def remember(self, found: Iterable[Diagnostic], words: Iterable[Diagnostic]) -> None:
        """Remember what was found in every module that was not known, and in what all share."""
        by_slug: dict[str, list[Diagnostic]] = defaultdict(list)
        for one in found:
            folder, name, *_ = (*one.location.file.parts, "", "")
            if folder == "modules":
                by_slug[name].append(one)
        for slug, key in self.keys.items():
            if slug not in self.known:
                self._write(key, by_slug[slug])
        if self.words is None:
            self._write(self._words, list(words))

    def _write(self, key: str, found: list[Diagnostic]) -> None:
        self.store.write(key, NOTE.dump_python(found, mode="json"))


def _keys(course: Course) -> Iterator[tuple[str, str]]:
    common = _common(course)
    for slug, document in course.modules.items():
        folder = course.root / "modules" / slug
        catalogs = (bytes_of(folder / "locales" / f"{one}.po") for one in course.scope if one != SOURCE_LOCALE)
        kept = [] if SOURCE_LOCALE not in course.scope else [_catalogs_there(folder)]
        own = [document.source.raw, *_media(course.root, slug), *catalogs, *kept]
        yield slug, f"found-{digest([common, *own]).hex()}"


def _common(course: Course) -> bytes:
    known = f"{course.scope} {course.locales} {sorted(course.codes.items())}"
    return digest([program(), known.encode(), registries(course, course.scope)])


def _words_key(course: Course, today: date) -> str:
    read = [tree(course.root / "content"), tree(course.root / "modules" / SHARED / EDITIONS)]
    return f"found-{digest([WORDS.encode(), str(today).encode(), _common(course), *read]).hex()}"


def _catalogs_there(folder: Path) -> bytes:
    """Which catalogs there are: one that is missing is told once, for every locale."""
    return " ".join(sorted(path.name for path in (folder / "locales").glob("*.po"))).encode()


def _media(root: Path, slug: str) -> list[bytes]:
    folder = media_folder(root, slug)
    return [tree(folder)] if folder.is_dir() else []
