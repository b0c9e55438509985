"""What several commands share: options, and reading the course. The stages are imported when a command runs."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from balise.course import Course

ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    metavar="FOLDER",
    help="Folder that holds mkdocs.yml and modules/ (default: here).",
)
TODAY = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Day to judge freshness by, YYYY-MM-DD (default: today).",
)


def day(value: datetime | None) -> date:
    return value.date() if value else date.today()  # noqa: DTZ011  the author's own calendar day


def course_of(root: Path) -> Course:
    """Read the course, or print what is wrong with it and stop."""
    from balise.read import read_course
    from balise.reporters import text

    course, report = read_course(root.resolve())
    if course is None:
        click.echo(text(report), err=True)
        sys.exit(1)
    return course


def known(what: str, asked: tuple[str, ...], there: tuple[str, ...]) -> None:
    """Stop at a name that is not there, with the one that may be meant."""
    from balise.diagnostics import did_you_mean

    for name in asked:
        if name not in there:
            raise click.ClickException(f'there is no {what} "{name}". {did_you_mean(name, there)}'.strip())
