"""`balise build`: the site, through MkDocs."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from balise.cli_options import ROOT, TODAY, day


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
@click.option("--decks/--no-decks", default=None, help="Make the slides too, or not (default: as mkdocs.yml says).")
@click.option("--edition", metavar="NAME", help="Build the site of a local edition; `balise list --editions` has them.")
@click.option("--all-editions", is_flag=True, help="Build every local edition too, each in site/local/NAME/.")
def build(  # noqa: PLR0913  one argument an option
    root: Path,
    today: datetime | None,
    locales: tuple[str, ...],
    edition: str | None,
    *,
    strict: bool,
    force: bool,
    sheets: bool | None,
    decks: bool | None,
    all_editions: bool,
) -> None:
    """Build the site into site/, every language or those named.

    The old site stays whole until the new one is complete; on an error nothing changes.

    \b
    Examples:
      balise build
      balise build --locale fr --locale en --no-sheets
      balise build --strict --today 2027-06-01
      balise build --edition lyon
      balise build --all-editions
    """
    from balise import unchanged

    root = root.resolve()
    target = root / "site"
    address = os.environ.get("BALISE_SITE_URL", "")  # mkdocs.yml reads it
    # What is not said here stays as mkdocs.yml says.
    options: dict[str, Any] = {
        "sheets": sheets,
        "decks": decks,
        "edition": edition,
        "all_editions": all_editions or None,
    }
    inputs = unchanged.Inputs(root, day(today), (*locales, f"{strict} {options}", address))
    if not force and unchanged.is_current(inputs, target):
        click.echo(f"Nothing changed. Open {target / 'index.html'}")
        return
    from balise import building  # only now: it takes longer to import than to see that nothing changed

    if not building.run(root, day(today), locales, strict=strict, **options):
        sys.exit(1)
    unchanged.remember(inputs, target)
    click.echo(f"Open {target / 'index.html'}")
