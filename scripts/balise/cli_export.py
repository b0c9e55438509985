"""`balise export`: the course as plain Markdown, for another builder of sites."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path

import click

from balise.cli_options import ROOT, TODAY, day, known


@click.command()
@ROOT
@TODAY
@click.option("--locale", "locales", multiple=True, metavar="TAG", help="Language; repeat for several (default: all).")
@click.option("--to", "folder", type=click.Path(path_type=Path), metavar="FOLDER", help="Where (default: dist/export).")
def export(root: Path, today: datetime | None, locales: tuple[str, ...], folder: Path | None) -> None:
    """Write every page as plain Markdown, with a mkdocs.yml a language that needs no plugin.

    \b
    FOLDER/<language> then builds without this program, with MkDocs, ProperDocs or Zensical.
    Examples:
      balise export
      balise export --locale fr --to /tmp/course
      cd dist/export/fr && zensical build
      cd dist/export/fr && THEME=mkdocs properdocs build
    """
    from balise.diagnostics import Severity
    from balise.export.course import NotOursError
    from balise.export.course import export as export_course
    from balise.pipeline import check_course
    from balise.reporters import text

    root = root.resolve()
    workers = os.cpu_count() or 1
    course, report = check_course(root, day(today), workers)
    if report.failed() or report.count(Severity.WARNING):
        click.echo(text(report), err=True)
    if report.failed() or course is None:
        sys.exit(1)
    known("language", locales, course.locales)
    target = folder or root / "dist" / "export"
    try:
        made = dict(export_course(course, target, locales or course.locales, workers))
    except NotOursError as error:
        raise click.ClickException(f"{error}: name another folder with --to") from None
    click.echo(f"{sum(made.values())} pages in {target}, a folder a language.")
