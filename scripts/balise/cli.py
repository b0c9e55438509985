"""The command line: reads arguments, calls a stage, prints its report. No work is done here."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from itertools import chain
from pathlib import Path

import click

from balise import __version__
from balise.cli_build import build
from balise.cli_coverage import coverage
from balise.cli_edition import edition
from balise.cli_export import export
from balise.cli_i18n import i18n
from balise.cli_options import ROOT, TODAY, course_of, day
from balise.cli_pack import pack
from balise.cli_print import print_
from balise.garbage import seldom


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="balise")
def main() -> None:
    """Turn YAML modules into a multilingual prevention course site.

    \b
    Examples:
      balise new online-safety       write a module to fill in
      balise check                   say what is wrong, and where
      balise build                   build every language into site/
      balise print                   write the sheets to hand out as PDF
      balise where fr.3018           list every place a helpline appears
    """
    seldom()


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
    from balise.pipeline import check_course
    from balise.progress import counter
    from balise.reporters import REPORTERS

    _, report = check_course(root.resolve(), day(today), workers=os.cpu_count() or 1, say=counter("Checked"))
    click.echo(REPORTERS[style](report))
    sys.exit(report.failed(strict=strict))


@main.command()
@ROOT
@click.argument("slug")
def new(root: Path, slug: str) -> None:
    """Write a module to fill in, with a comment on every field: modules/SLUG/module.yaml.

    \b
    Example:
      balise new online-safety
    """
    from balise.scaffold import ScaffoldError, write_module

    try:
        file = write_module(root.resolve(), slug)
    except ScaffoldError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Wrote {file}. Fill it in, then run `balise check`.")


@main.command()
@ROOT
@click.option("--check", "only_check", is_flag=True, help="Fail when the file on disk is not the current one.")
def schema(root: Path, *, only_check: bool) -> None:
    """Write modules/module.schema.json, which gives editors completion and hover text."""
    from balise.schema import module_schema, schema_file

    file = schema_file(root.resolve())
    current = file.read_text(encoding="utf-8") if file.is_file() else ""
    if current == module_schema():
        click.echo(f"{file} is current.")
    elif only_check:
        raise click.ClickException(f"{file} is out of date: run `balise schema`.")
    else:
        file.write_text(module_schema(), encoding="utf-8")
        click.echo(f"Wrote {file}.")


@main.command(name="list")
@ROOT
@click.option("--editions", is_flag=True, help="List the local editions instead: name, title.")
def list_(root: Path, *, editions: bool) -> None:
    """List the modules: code, minutes, ages, slug, title."""
    if editions:
        for name, edition in course_of(root).local_editions.items():
            click.echo(f"{name:<24} {edition.title}")
        return
    for slug, document in course_of(root).modules.items():
        module = document.module
        assert module  # noqa: S101
        click.echo(f"{module.code:<4} {module.duration:>3} min  {module.ages:<6} {slug:<24} {module.title}")


@main.command()
@ROOT
@click.argument("entry_id", metavar="ID")
def where(root: Path, entry_id: str) -> None:
    """List every place a registry entry appears, in every language, page and printed sheet: the recall list.

    \b
    Examples:
      balise where fr.3018
      balise where fr.cp.226-2-1
    """
    from balise.recall import find
    from balise.recall_sheets import find_sheets

    course = course_of(root)
    known = {entry.id for entry in course.registry}
    if entry_id not in known:
        from balise.diagnostics import did_you_mean

        raise click.ClickException(f'no registry entry is called "{entry_id}". {did_you_mean(entry_id, known)}'.strip())
    count = 0
    for place in chain(find(course, entry_id), find_sheets(course, entry_id, workers=os.cpu_count() or 1)):
        click.echo(place)
        count += 1
    click.echo(f"{count} {'place' if count == 1 else 'places'}", err=True)


main.add_command(build)
main.add_command(coverage)
main.add_command(edition)
main.add_command(export)
main.add_command(i18n)
main.add_command(pack)
main.add_command(print_)
