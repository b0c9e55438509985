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
from balise.markup import SCHEMES
from balise.pages import HEADING, REFERENCE, UnreadablePageError, all_hand_pages, lines_of, read_page

ID = "pages"
SEVERITY = Severity.ERROR
LINK = re.compile(r"\]\(([^)\s]+)")
TAG = re.compile(r"<(?=[a-zA-Z/!?])")
GENERATED = {
    "modules.md",
    "help.md",
    "translations.md",
    "editions.md",
    *(name.replace(".html", ".md") for name in PAGES.values()),
}


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield faults of every hand-written page."""
    files = list(all_hand_pages(course))
    sources = {file.name for locale, file in files if locale == SOURCE_LOCALE}
    for locale, file in files:
        where = Location(file.relative_to(course.root))
        if file.name in GENERATED:
            yield Finding(where, f"{file.name} has the name of a generated page", "give it another name")
        if locale != SOURCE_LOCALE and file.name not in sources:
            text = f"{file.name} has no page in the source language"
            yield Finding(where, text, did_you_mean(file.name, sources))
        try:
            page = read_page(file)
        except UnreadablePageError as error:
            yield Finding(where, str(error), error.advice)
            continue
        if not HEADING.search(page.text):
            yield Finding(where, "the page has no title", "begin it with `# Title`")
        yield from _lines(course, file, sources | GENERATED)


def _lines(course: Course, path: Path, known: set[str]) -> Iterator[Finding]:
    file = path.relative_to(course.root)
    for number, line in enumerate(lines_of(path), 1):
        for found in REFERENCE.finditer(line):
            if missing := missing_target(course, found[2]):
                yield Finding(Location(file, number, found.start() + 1, line), *missing)
        for found in LINK.finditer(line):
            target = found[1].partition("#")[0]
            if target and target not in known and target.partition(":")[0] not in SCHEMES:
                where = Location(file, number, found.start(1) + 1, line)
                yield Finding(where, f'no page is called "{target}"', did_you_mean(target, known))
        if tag := TAG.search(line):
            yield Finding(Location(file, number, tag.start() + 1, line), "raw HTML is not allowed", "use Markdown only")
