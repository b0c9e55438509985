"""Compares Balise with plain MkDocs and Material on the same pages, in one run, and prints ratios.

    python scripts/bench.py [--modules 50 --modules 200] [--keep FOLDER]

The course is made from the real modules, copied with every sentence made distinct, in two languages. Plain
MkDocs gets the text of the very pages Balise wrote, as Markdown, with `navigation.prune` on. Both start cold.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from balise import catalogs  # noqa: E402  the program is found beside this file
from balise.catalogs import Message  # noqa: E402
from balise.course import Document  # noqa: E402
from balise.read import read_course  # noqa: E402
from balise.reporters import text as report_text  # noqa: E402

TEXT_ONLY: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
WORDS = ["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"]
OTHER = "en"  # the language beside the source
PLAIN_CONFIG = """\
site_name: Plain
docs_dir: docs
use_directory_urls: false
theme: {name: material, font: false, features: [navigation.prune]}
plugins: [search]
markdown_extensions: [attr_list, tables]
"""


def make_course(folder: Path, count: int) -> None:
    """Write a course of `count` modules into `folder`."""
    course, report = read_course(ROOT)
    if course is None:
        sys.exit(report_text(report))
    for name in ("mkdocs.yml", "content", "site_overrides", "modules/_shared"):
        source = ROOT / name
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    for catalog in (folder / "modules/_shared/locales").glob("*.po"):
        if catalog.stem != OTHER:
            catalog.unlink()
    originals = list(course.modules.items())
    for number in range(count):
        slug, document = originals[number % len(originals)]
        make_module(folder / "modules" / f"{slug}-{number}", document, number)


def make_module(folder: Path, document: Document, number: int) -> None:
    """Write one module whose every string ends with its number in words, with its translations."""
    mark = f" – {WORDS[number % 10]} {WORDS[number // 10 % 10]} {WORDS[number // 100]}"
    text = "\n".join(document.source.lines)
    data: Any = yaml.load(text, Loader=TEXT_ONLY)  # noqa: S506  it makes nothing but text
    for passage in document.passages():
        *steps, last = passage.path
        place = data
        for step in steps:
            place = place[step]
        place[last] = passage.text + mark
    data["code"] = f"q{number}"
    folder.mkdir(parents=True)
    (folder / "module.yaml").write_text(
        _unquote(yaml.safe_dump(data, allow_unicode=True, width=1000)), encoding="utf-8"
    )
    pairs = [Message(p.context, p.text + mark, q.text + mark) for p, q in document.translated(OTHER)]
    catalogs.write(folder / "locales" / f"{OTHER}.po", pairs, catalogs.standard_headers(OTHER))


def _unquote(text: str) -> str:
    """Give numbers and constants back their plain form: the base loader read them as text."""
    lines = []
    for line in text.split("\n"):
        key, colon, value = line.partition(": ")
        bare = value.strip("'")
        plain = bare.isdigit() or bare in ("true", "false", "null", "")
        lines.append(f"{key}{colon}{bare}" if colon and plain else line)
    return "\n".join(lines)


class _Markdown(HTMLParser):
    """Turns the content of one of our pages into Markdown: headings, paragraphs, lists, tables as lines."""

    HEADINGS = frozenset({"h1", "h2", "h3", "h4"})

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.lines: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "main":
            self.depth = 1
        if self.depth and tag in self.HEADINGS:
            self.lines.append(f"\n{'#' * int(tag[1])} ")
        elif self.depth and tag == "li":
            self.lines.append("\n- ")
        elif self.depth and tag in {"p", "div", "section", "tr", "dt", "dd", "blockquote", "ul", "ol"}:
            self.lines.append("\n\n")
        elif self.depth and tag == "strong":
            self.lines.append("**")

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self.depth = 0
        elif self.depth and tag in self.HEADINGS:
            self.lines.append("\n")
        elif self.depth and tag == "strong":
            self.lines.append("**")

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.lines.append(" ".join(data.split("\n")))


def make_plain(folder: Path, site: Path) -> int:
    """Write the pages of `site` as Markdown for plain MkDocs; return how many."""
    pages = sorted(path for path in site.rglob("*.html") if path.parent != site)
    for page in pages:
        reader = _Markdown()
        reader.feed(page.read_text(encoding="utf-8"))
        target = folder / "docs" / page.relative_to(site).with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("".join(reader.lines), encoding="utf-8")
    (folder / "mkdocs.yml").write_text(PLAIN_CONFIG, encoding="utf-8")
    return len(pages)


def timed(command: list[str], folder: Path) -> tuple[float, float, float]:
    """Run a command; return wall seconds, processor seconds, and the peak memory of its largest process in MiB."""
    start = time.perf_counter()
    with (folder / "output.txt").open("w+", encoding="utf-8") as output:
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        child = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output, env=environment)
        _, code, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        if code:
            output.seek(0)
            sys.exit(f"{' '.join(command)} failed:\n{output.read()}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def measure(count: int, base: Path) -> None:
    """Measure one size and print it."""
    ours, plain = base / f"balise-{count}", base / f"plain-{count}"
    make_course(ours, count)
    # -c rather than -m: a module run as a program is compiled anew each time, which plain MkDocs is spared.
    balise = [sys.executable, "-c", "from balise.cli import main; main()", "build", "--no-sheets"]
    cold = timed(balise, ours)
    same = timed(balise, ours)
    touched = next((ours / "modules").glob("*-0/module.yaml"))
    touched.write_text(touched.read_text(encoding="utf-8") + "\n# touched\n", encoding="utf-8")
    again = timed(balise, ours)
    pages = make_plain(plain, ours / "site")
    theirs = timed([sys.executable, "-m", "mkdocs", "build", "-q"], plain)
    print(f"\n{count} modules × 2 languages, {pages} pages")
    print(f"{'':24}{'wall s':>8}{'cpu s':>8}{'MiB':>7}{'wall ratio':>12}")
    rows = (
        ("plain mkdocs + material", theirs),
        ("balise, cold", cold),
        ("one module touched", again),
        ("nothing changed", same),
    )
    for name, (wall, cpu, memory) in rows:
        print(f"{name:24}{wall:8.2f}{cpu:8.2f}{memory:7.0f}{wall / theirs[0]:12.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--modules", type=int, action="append", help="a size to measure; repeat for several")
    parser.add_argument("--keep", type=Path, help="leave the courses in this folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        base = options.keep or Path(scratch)
        for count in options.modules or (50, 200):
            measure(count, base)


if __name__ == "__main__":
    main()
