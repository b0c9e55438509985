"""`balise print`: the sheets to hand out, without building the site."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from balise.cli_options import ROOT, course_of, known

if TYPE_CHECKING:
    from balise.diagnostics import Report
    from balise.press import Job, Press


@click.command(name="print")
@ROOT
@click.argument("modules", nargs=-1, metavar="[MODULE]...")
@click.option("--locale", "locales", multiple=True, metavar="TAG", help="Language; repeat for several (default: all).")
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True)
@click.option("--to", "folder", type=click.Path(path_type=Path), metavar="FOLDER", help="Where (default: dist/print).")
def print_(root: Path, modules: tuple[str, ...], locales: tuple[str, ...], paper: str, folder: Path | None) -> None:
    """Write the printable sheets as PDF: every module, or those named, in every language.

    \b
    Pupils' sheets go to FOLDER/<language>/print, facilitators' to FOLDER/<language>/teach/print.
    Examples:
      balise print
      balise print online-grooming --locale fr
      balise print --paper letter --to /media/key/sheets
    """
    from balise.i18n import states
    from balise.press import Press
    from balise.reporters import text
    from balise.variants import SIZES

    course = course_of(root)
    known("module", modules, tuple(course.modules))
    known("language", locales, course.locales)
    course = replace(course, states=states(course))
    target = folder or root.resolve() / "dist" / "print"
    press = Press(course, target, os.environ.get("BALISE_SITE_URL", ""), SIZES[paper], own=True)
    sheets, made, report = show_progress(press, press.jobs(locales or course.locales, modules))
    press.tidy()
    if report.failed():
        click.echo(text(report), err=True)
        sys.exit(1)
    click.echo(f"{sheets} sheets in {target} ({made} set anew).")
    _advise(press)


def _advise(press: Press) -> None:
    """Say what keeps the sheets from being judged later."""
    if not press.base:
        click.echo("No public address, so no QR codes. With them: BALISE_SITE_URL=https://… balise print")
    edition = press.course.settings.edition
    if all(one.edition != edition for one in press.course.history):
        click.echo(f"Edition {edition} is not on record: to judge its sheets later, balise edition record")


def show_progress(press: Press, jobs: list[Job]) -> tuple[int, int, Report]:
    """Print the sheets of these jobs under a progress bar; return how many there are, were set, and what is wrong."""
    from balise.diagnostics import Report

    sheets, made, report = 0, 0, Report()
    done = press.run(jobs, workers=os.cpu_count() or 1)
    with click.progressbar(done, length=len(jobs), label="Sheets", file=sys.stderr) as bar:
        for _, printed in bar:
            sheets += printed.sheets
            made += printed.made
            report.extend(printed.report)
    return sheets, made, report
