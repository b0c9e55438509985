"""Makes courses of any size out of the real modules, for `bench.py`: every sentence distinct, in two languages.

A module made is a real one, quizzes, activities, cuts and translations with it, under another name and code. Every
sentence ends with a word that only this module has: nothing is the same twice, so nothing is remembered by chance.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from balise import catalogs  # noqa: E402  the program is found beside this file
from balise.catalogs import Message  # noqa: E402
from balise.course import SOURCE_LOCALE, Document, Passage  # noqa: E402
from balise.fields import EASY  # noqa: E402
from balise.pictures import media_folder  # noqa: E402
from balise.read import read_course  # noqa: E402
from balise.reporters import text as report_text  # noqa: E402

TEXT_ONLY: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
SYLLABLES = [consonant + vowel for consonant in "bdflmnprst" for vowel in "aio"]
AS_THEY_ARE = {EASY, "positions"}
"""Texts of easy-to-read sheets, which are on no page, and labels that must fit a printed sign."""
END = re.compile(r"[\s.!?…:»\u00a0\u202f]*\Z")
OTHER = "en"
LOCALES = (SOURCE_LOCALE, OTHER)
SHARED = ("site_overrides", "modules/_shared", *(f"content/{locale}" for locale in LOCALES))
TO_MODULE = re.compile(r"\(module:([a-z0-9-]+)\)")
TRANSLATED = re.compile(r'^msgstr "(.+)"$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Made:
    """A course that was made: how many modules it has, and the slug of the one that edits change."""

    folder: Path
    modules: int
    slug: str

    def edit_sentence(self, word: str) -> None:
        """Put a word more into one sentence of one module."""
        _edit(self.folder / "modules" / self.slug / "module.yaml", lambda text: _longer(text, "summary: ", word))

    def edit_translation(self, word: str) -> None:
        """Put a word more into one translation of one module, the source as it was."""
        file = self.folder / "modules" / self.slug / "locales" / f"{OTHER}.po"
        _edit(file, lambda text: TRANSLATED.sub(lambda found: f'msgstr "{found[1]} {word}"', text, count=1))


def _edit(file: Path, change: Callable[[str], str]) -> None:
    before = file.read_text(encoding="utf-8")
    after = change(before)
    if after == before:
        sys.exit(f"{file}: there is nothing to edit")
    file.write_text(after, encoding="utf-8")


def _longer(text: str, key: str, word: str) -> str:
    """Return YAML whose first value under a key, on one line, ends with a word more."""
    begin = text.index(f"\n{key}") + 1
    end = text.index("\n", begin)
    line = text[begin:end]
    quote = line[-1] if line[-1] in "'\"" else ""
    return f"{text[:begin]}{line.removesuffix(quote)} {word}{quote}{text[end:]}"


def make_course(folder: Path, count: int) -> Made:
    """Write a course of `count` modules into `folder`, with neither sheets nor slides: pages against pages."""
    course, report = read_course(ROOT)
    if course is None:
        sys.exit(report_text(report))
    for name in SHARED:
        shutil.copytree(ROOT / name, folder / name)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("  - balise\n", "  - balise: {sheets: false, decks: false}\n")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    for catalog in (folder / "modules/_shared/locales").glob("*.po"):
        if catalog.stem != OTHER:
            catalog.unlink()
    originals = list(course.modules.items())
    slugs = [f"{originals[number % len(originals)][0]}-{number}" for number in range(count)]
    for number, slug in enumerate(slugs):
        original, document = originals[number % len(originals)]
        _make_module(folder / "modules" / slug, document, number, slugs)
        if (media := media_folder(ROOT, original)).is_dir():
            shutil.copytree(media, media_folder(folder, slug))
    return Made(folder, count, slugs[0])


def _make_module(folder: Path, document: Document, number: int, slugs: list[str]) -> None:
    """Write one module, its references to others leading to modules there are, with its translations."""
    data: Any = yaml.load("\n".join(document.source.lines), Loader=TEXT_ONLY)  # noqa: S506  it makes nothing but text
    for passage in document.passages():
        *steps, last = passage.path
        place = data
        for step in steps:
            place = place[step]
        place[last] = _distinct(passage, number, slugs)
    data["code"] = f"q{number}"
    folder.mkdir(parents=True)
    text = yaml.safe_dump(data, allow_unicode=True, width=1_000_000)
    (folder / "module.yaml").write_text(_unquoted(text), encoding="utf-8")
    pairs = [
        Message(one.context, _distinct(one, number, slugs), _distinct(other, number, slugs))
        for one, other in document.translated(OTHER)
    ]
    catalogs.write(folder / "locales" / f"{OTHER}.po", pairs, catalogs.standard_headers(OTHER))


def _distinct(passage: Passage, number: int, slugs: list[str]) -> str:
    """Return a text with the module's own word before the mark that ends it, but for what has no room for one."""
    led = TO_MODULE.sub(lambda found: f"(module:{_near(found[1], number, slugs)})", passage.text)
    return led if AS_THEY_ARE & set(passage.path) else END.sub(lambda end: f" {_word(number)}{end[0]}", led, count=1)


def _word(number: int) -> str:
    """Return the word of a module: two syllables, three from the nine hundredth module on."""
    high, low = divmod(number, len(SYLLABLES))
    return (_word(high) if high >= len(SYLLABLES) else SYLLABLES[high]) + SYLLABLES[low]


def _near(slug: str, number: int, slugs: list[str]) -> str:
    """Return the module a reference leads to: the last copy of the one named, or any module where there is none."""
    found = [one for one in slugs if one.rpartition("-")[0] == slug]
    return next((one for one in reversed(found) if int(one.rpartition("-")[2]) <= number), (found or slugs)[0])


def _unquoted(text: str) -> str:
    """Give numbers and constants back their plain form: the base loader read them as text."""
    lines = []
    for line in text.split("\n"):
        key, colon, value = line.partition(": ")
        bare = value.strip("'")
        plain = bare.isdigit() or bare in ("true", "false", "null", "")
        lines.append(f"{key}{colon}{bare}" if colon and plain else line)
    return "\n".join(lines)
