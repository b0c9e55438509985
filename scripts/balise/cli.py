"""The command line: reads arguments, calls a stage, prints its report. No work is done here."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from balise import __version__

TODAY = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Day to judge freshness by, YYYY-MM-DD (default: today).",
)
ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    metavar="FOLDER",
    help="Folder that holds mkdocs.yml and modules/ (default: here).",
)


def day(value: datetime | None) -> date:
    return value.date() if value else date.today()  # noqa: DTZ011  the author's own calendar day


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="balise")
def main() -> None:
    """Turn YAML modules into a multilingual prevention course site.

    \b
    Examples:
      balise new online-safety       write a module to fill in
      balise check                   say what is wrong, and where
      balise build                   build every language into site/
      balise where fr.3018           list every place a helpline appears
    """


@main.command()
@ROOT
@TODAY
@click.option("--format", "style", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
def check(root: Path, today: datetime | None, style: str, *, strict: bool) -> None:
    """Read every module and registry and report what is wrong.

    \b
    Exit code: 0 nothing to correct, 1 errors (or warnings, with --strict).
    Examples:
      balise check
      balise check --strict --today 2027-06-01
      balise check --format github
    """
    from balise.pipeline import check_course  # noqa: PLC0415  `--help` must not wait for the stages
    from balise.reporters import REPORTERS  # noqa: PLC0415

    _, report = check_course(root.resolve(), day(today))
    click.echo(REPORTERS[style](report))
    sys.exit(report.failed(strict=strict))
