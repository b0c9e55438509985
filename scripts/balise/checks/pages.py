"""A hand-written page with a dangling reference, a dead link, raw HTML, or no title.

## What it checks
In `content/<locale>/*.md`: references name registry entries, links to other pages lead to a page, no tag
is typed, the page begins with `# Title`, and a page of another language exists in the source language.

## Why
These pages are read first; a broken link there is the end of the visit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from balise.checking import Finding
from balise.checks.markup import missing_target
from balise.course import SOURCE_LOCALE, Course
from balise.diagnostics import Location, Severity, did_you_mean
from balise.links import PAGES
from balise.pages import HEADING, REFERENCE, HandPage, all_hand_pages

ID = "pages"
SEVERITY = Severity.ERROR
LINK = re.compile(r"\]\((?![a-z]+:)([^)#\s]+)(?:#[^)\s]*)?\)")
TAG = re.compile(r"<(?=[a-zA-Z/!?])")
GENERATED = {"modules.md", "help.md", *(name.replace(".html", ".md") for name in PAGES.values())}


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield faults of every hand-written page."""
    pages = list(all_hand_pages(course))
    sources = {page.file.name for locale, page in pages if locale == SOURCE_LOCALE}
    for locale, page in pages:
        file = page.file.relative_to(course.root)
        if locale != SOURCE_LOCALE and page.file.name not in sources:
            yield Finding(
                Location(file),
                f"{page.file.name} has no page in the source language",
                did_you_mean(page.file.name, sources),
            )
        if not HEADING.search(page.text):
            yield Finding(Location(file), "the page has no title", "begin it with `# Title`")
        yield from _lines(course, page, file, sources | GENERATED)


def _lines(course: Course, page: HandPage, file: Path, known: set[str]) -> Iterator[Finding]:
    for number, line in enumerate(page.file.read_text(encoding="utf-8").split("\n"), 1):
        for found in REFERENCE.finditer(line):
            if missing := missing_target(course, found[2]):
                yield Finding(Location(file, number, found.start() + 1, line), *missing)
        for found in LINK.finditer(line):
            if found[1] not in known:
                where = Location(file, number, found.start(1) + 1, line)
                yield Finding(where, f'no page is called "{found[1]}"', did_you_mean(found[1], known))
        if tag := TAG.search(line):
            yield Finding(Location(file, number, tag.start() + 1, line), "raw HTML is not allowed", "use Markdown only")
