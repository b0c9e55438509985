"""The sites of local editions: whole trees under `local/`, made of the national site's own files but for what differs.

What does not differ is shared on disk (a hard link; a copy where the system has none): an edition costs what it adds.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from balise import write
from balise.course import SHARED, Course
from balise.diagnostics import Report, did_you_mean
from balise.local_pages import LOCAL, logo_address
from balise.pictures import media_folder
from balise.scanning import scanned
from balise.servers import server_files
from balise.variants import Paper

CATALOG = "catalog.json"
AT_ROOT = {CATALOG, "404.html", "sitemap.xml", "robots.txt", *server_files("/")}
"""What holds for a whole server is written once, at its root; each site has a catalog of its own."""


class UnknownEditionError(Exception):
    """There is no such local edition; the message says which there are."""


def asked(course: Course, edition: str, *, every: bool) -> Course:
    """Return the course for the local editions a build is asked for.

    Raises:
        UnknownEditionError: for one that no file describes, or for one and all of them.
    """
    known = course.local_editions
    if edition and every:
        raise UnknownEditionError("One local edition, or all of them: ask for either.")
    if edition and edition not in known:
        advice = did_you_mean(edition, known) or "Write one: modules/_shared/editions/<name>.yaml."
        raise UnknownEditionError(f'There is no local edition "{edition}". {advice[:1].upper()}{advice[1:]}')
    return replace(course, place=edition, places=tuple(known) if every else ())


def folder(built: Path, name: str) -> Path:
    """Return where a local edition is in the national site."""
    return built / LOCAL / name


def printed(course: Course, built: Path, base: str, paper: Paper) -> Iterator[tuple[str, Report]]:
    """Print the sheets of the site, then those of each local edition that differ; yield what to say as each is done."""
    from balise.press import SHARED_SHEETS, Press  # noqa: PLC0415  what sets sheets takes long to load, for no page

    only = (SHARED_SHEETS, *course.only) if course.only else ()
    presses = [("", Press(course, built, base, paper))]
    for name in course.places:
        near = replace(course, place=name, places=())
        presses.append((f"{name}, ", Press(near, folder(built, name), base, paper, near_only=True)))
    for of, press in presses:
        jobs = press.jobs(course.sheets, only)
        for number, (job, done) in enumerate(press.run(jobs, os.cpu_count() or 1), 1):
            sheets = f"sheets of {job.slug or 'the course'}, {done.made} new"
            yield f"[{number}/{len(jobs)}] {of}{job.locale}: {sheets}", done.report
    presses[0][1].tidy()


def complete(course: Course, built: Path) -> None:
    """Make each local edition whole: its logo, then every national file it has none of its own for."""
    if course.place:
        _add_logo(course, course.place, built)
    if not course.places:
        return
    national = [path for path in _files(built) if path.parts[0] != LOCAL and path.as_posix() not in AT_ROOT]
    for name in course.places:
        to = folder(built, name)
        _add_logo(course, name, to)
        for path in national:
            if not (to / path).exists():
                _share(built / path, to / path)


def finish(course: Course, built: Path, summary: dict[str, Any]) -> None:
    """Write the catalog of the site, and that of each local edition in it."""
    editions = {}
    for name in course.places:
        site = folder(built, name)
        files = {path.as_posix(): hashlib.sha256((site / path).read_bytes()).hexdigest() for path in _files(site)}
        own = {**summary, **_named(course, name), "artifacts": files}
        write.write_text(site / CATALOG, write.catalog_json(own))
        national = summary["artifacts"]
        editions[name] = {
            "title": course.local_editions[name].title,
            "example": course.local_editions[name].example,
            "artifacts": {path: known for path, known in files.items() if national.get(path) != known},
        }
    more = {"local_editions": editions} if editions else _named(course, course.place)
    write.write_text(built / CATALOG, write.catalog_json({**summary, **more}))


def _named(course: Course, name: str) -> dict[str, Any]:
    """Return what a catalog says of the local edition its site is for."""
    if not name:
        return {}
    edition = course.local_editions[name]
    return {"local_edition": {"name": name, "title": edition.title, "example": edition.example}}


def _add_logo(course: Course, name: str, site: Path) -> None:
    edition = course.local_editions[name]
    if edition.logo:
        picture = media_folder(course.root, SHARED) / edition.logo.file
        write.write_bytes(site / logo_address(edition), picture.read_bytes())


def _files(site: Path) -> list[Path]:
    return sorted(Path(path).relative_to(site) for path, _ in scanned(site))


def _share(source: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, to)
    except OSError:  # a file system without links
        shutil.copy2(source, to)
