"""`balise build`: the site, through MkDocs."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from pathlib import Path

import click

from balise.cli_options import ROOT, TODAY, day

NO_ADDRESS = (
    "No public address, so no sitemap and no canonical links. To publish: BALISE_SITE_URL=https://… balise build"
)


@click.command()
@ROOT
@TODAY
@click.option(
    "--locale",
    "locales",
    multiple=True,
    metavar="TAG",
    help="Language to build; repeat for several (default: all).",
)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--force", is_flag=True, help="Build even when nothing changed.")
@click.option(
    "--sheets/--no-sheets", default=None, help="Make the sheets to print too, or not (default: as mkdocs.yml says)."
)
def build(  # noqa: PLR0913  one argument an option
    root: Path, today: datetime | None, locales: tuple[str, ...], *, strict: bool, force: bool, sheets: bool | None
) -> None:
    """Build the site into site/, every language or those named.

    The old site stays whole until the new one is complete; on an error nothing changes.

    \b
    Examples:
      balise build
      balise build --locale fr --locale en --no-sheets
      balise build --strict --today 2027-06-01
    """
    from balise import site

    root = root.resolve()
    target = root / "site"
    address = os.environ.get("BALISE_SITE_URL", "")  # mkdocs.yml reads it
    inputs = site.fingerprint(root, day(today), (*locales, f"{strict} {sheets}", address))
    if not force and site.is_current(root, inputs, target):
        click.echo(f"Nothing changed. Open {target / 'index.html'}")
        return
    if not _mkdocs_build(root, day(today), locales, strict=strict, sheets=sheets):
        sys.exit(1)
    site.remember(root, inputs, target)
    click.echo(f"Open {target / 'index.html'}")


def _mkdocs_build(root: Path, today: date, locales: tuple[str, ...], *, strict: bool, sheets: bool | None) -> bool:
    """Run the build that `mkdocs build` runs. Return whether it succeeded; what went wrong has been printed."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice is for developers, not authors
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    file = root / "mkdocs.yml"
    if not file.is_file():
        click.echo(
            f"There is no mkdocs.yml in {root}: run this in the folder of the course, or name it with --root.",
            err=True,
        )
        return False
    try:
        config = load_config(config_file=str(file), strict=strict)
        options = config.plugins["balise"].config
        options.update(today=today.isoformat(), locales=list(locales))
        options["sheets"] = options["sheets"] if sheets is None else sheets
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        if not config.site_url:
            click.echo(NO_ADDRESS)
    except MkDocsException as error:
        click.echo(str(error), err=True)
        return False
    return True
