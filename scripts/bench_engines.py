"""What `bench.py` compares: Balise, plain MkDocs with Material, and Zensical, on the same pages.

The others are given the pages as `balise export` writes them: one build a language, `navigation.prune` on, and a menu
in sections of ten modules, which is what costs them least.
"""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

import yaml

from balise.export.course import export
from balise.read import read_course
from bench_course import LOCALES, OTHER, Made
from bench_measure import Command, Taken, run

TODAY = "2026-11-22"
CASES = ("cold", "unchanged", "one-sentence", "one-translation", "check")
SECTION = 10
PLAIN_THEME = """\
theme:
  name: material
  language: {locale}
  font: false
  features: [navigation.prune]
"""
THEME = re.compile(r"^theme:\n(?: .*\n)+", re.MULTILINE)
# -c rather than -m: a module run as a program is compiled anew each time, which the others are spared.
BALISE = "import os; os.cpu_count = lambda: {processes}; from balise.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the results: what one engine took for one case."""

    engine: str
    modules: int
    locales: int
    processes: int
    case: str
    pages: int
    wall_s: float
    cpu_s: float
    peak_mib: float
    bytes: int


class Engine(Protocol):
    """One of those compared, at work on a course. `cases` changes the course, then builds it, round after round."""

    name: str

    def cases(self, round_: int, processes: int) -> Iterator[tuple[str, Taken]]:
        """Yield each case with what it took, a cold build first; a case is run when it is asked for."""

    def sites(self) -> list[Path]:
        """Return the folders that hold what was built."""


class Balise:
    """This program."""

    name = "balise"

    def __init__(self, made: Made) -> None:
        self.made = made

    def sites(self) -> list[Path]:
        return [self.made.folder / "site"]

    def command(self, processes: int, *words: str) -> Command:
        """Return the command line of this program, on so many processes."""
        return Command((sys.executable, "-c", BALISE.format(processes=processes), *words), self.made.folder)

    def cases(self, round_: int, processes: int) -> Iterator[tuple[str, Taken]]:
        shutil.rmtree(self.made.folder / "site", ignore_errors=True)
        shutil.rmtree(self.made.folder / ".cache", ignore_errors=True)
        build = self.command(processes, "build", "--today", TODAY)
        yield "cold", run([build], processes)
        yield "unchanged", run([build], processes)
        self.made.edit_sentence(f"rond{processes}{round_}")
        yield "one-sentence", run([build], processes)
        self.made.edit_translation(f"round{processes}{round_}")
        yield "one-translation", run([build], processes)
        yield "check", run([self.command(processes, "check", "--today", TODAY)], processes)


class Plain:
    """A builder of Markdown: one build a language, a language a process."""

    def __init__(self, name: str, folder: Path, words: tuple[str, ...]) -> None:
        self.name, self.folder, self.words = name, folder, words

    def sites(self) -> list[Path]:
        return [self.folder / locale / "site" for locale in LOCALES]

    def cases(self, round_: int, processes: int) -> Iterator[tuple[str, Taken]]:
        """Build both languages; after a translation changed, its own alone."""
        for locale in LOCALES:
            shutil.rmtree(self.folder / locale / "site", ignore_errors=True)
            shutil.rmtree(self.folder / locale / ".cache", ignore_errors=True)
        every = [Command(self.words, self.folder / locale) for locale in LOCALES]
        yield "cold", run(every, processes)
        yield "unchanged", run(every, processes)
        for locale in LOCALES:  # a sentence that changes is not translated any more
            self._edit(locale, f"rond{processes}{round_}")
        yield "one-sentence", run(every, processes)
        self._edit(OTHER, f"round{processes}{round_}")
        yield "one-translation", run([one for one in every if one.folder.name == OTHER], processes)

    def _edit(self, locale: str, word: str) -> None:
        page = self.folder / locale / "docs" / "learn" / "q0.md"
        page.write_text(page.read_text(encoding="utf-8") + f"\n{word}\n", encoding="utf-8")


def engines(names: list[str], made: Made, folder: Path) -> list[Engine]:
    """Return those that are asked for and installed, each with its own copy of the pages."""
    found: list[Engine] = []
    for name in names:
        if name == Balise.name:
            found.append(Balise(made))
        elif importlib.util.find_spec(PLAIN[name][0]):
            write_plain(made, folder / name)
            found.append(Plain(name, folder / name, PLAIN[name][1]))
        else:
            print(f"{name} is not installed: left out", file=sys.stderr)
    return found


PLAIN: dict[str, tuple[str, tuple[str, ...]]] = {
    "mkdocs+material": ("mkdocs", (sys.executable, "-m", "mkdocs", "build", "-q")),
    "zensical": ("zensical", (sys.executable, "-m", "zensical", "build")),
}
NAMES = [Balise.name, *PLAIN]


def write_plain(made: Made, folder: Path) -> None:
    """Export a course for the others, and set what they build it with."""
    course, _ = read_course(made.folder, scope=())
    assert course  # noqa: S101  it has just been made
    for locale, _ in export(course, folder, LOCALES):
        file = folder / locale / "mkdocs.yml"
        settings = _settings(file.read_text(encoding="utf-8"))
        settings["nav"] = list(_in_sections(settings["nav"]))
        theme = PLAIN_THEME.format(locale=locale)
        file.write_text(theme + yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _settings(text: str) -> dict[str, Any]:
    """Return the settings of an export but for its theme."""
    settings = yaml.safe_load(THEME.sub("", text, count=1))
    assert isinstance(settings, dict)  # noqa: S101
    return settings


def _in_sections(menu: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the menu with its modules ten by ten: a page then shows ten of them, and one line a section."""
    for one in menu:
        [(title, held)] = one.items()
        if isinstance(held, list) and any(isinstance(next(iter(part.values())), list) for part in held):
            modules = [
                module for part in held for group in part.values() if isinstance(group, list) for module in group
            ]
            numbered = range(0, len(modules), SECTION)
            yield {title: [held[0], *({f"{first + 1}…": modules[first : first + SECTION]} for first in numbered)]}
        else:
            yield one


def built(engine: Engine) -> tuple[int, int]:
    """Return how many pages an engine built, and the bytes of all it wrote."""
    files = [path for site in engine.sites() for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    return pages, sum(path.stat().st_size for path in files)


def rounded(row: Row) -> Row:
    """Return a row with no more figures than it is worth."""
    return replace(row, wall_s=round(row.wall_s, 3), cpu_s=round(row.cpu_s, 3), peak_mib=round(row.peak_mib, 1))
