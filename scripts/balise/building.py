"""Runs the build that `mkdocs build` runs, from the command line: what goes wrong is printed, never raised."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

NO_ADDRESS = (
    "No public address, so no sitemap and no canonical links. To publish: BALISE_SITE_URL=https://… balise build"
)


def run(
    root: Path,
    today: date,
    locales: tuple[str, ...] = (),
    *,
    strict: bool = False,
    target: Path | None = None,
    **options: object,
) -> bool:
    """Run the build that `mkdocs build` runs, into `target` or where mkdocs.yml says.

    `options` are those of the plugin; one that is `None` stays as mkdocs.yml says. Return whether the build succeeded;
    what went wrong has been printed.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice is for developers, not authors
    file = root / "mkdocs.yml"
    if not file.is_file():
        click.echo(
            f"There is no mkdocs.yml in {root}: run this in the folder of the course, or name it with --root.",
            err=True,
        )
        return False
    try:
        config = load_config(config_file=str(file), strict=strict, **({"site_dir": str(target)} if target else {}))
        given = {name: value for name, value in options.items() if value is not None}
        config.plugins["balise"].config.update(today=today.isoformat(), locales=list(locales), **given)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        if not config.site_url and not target:
            click.echo(NO_ADDRESS)
    except MkDocsException as error:
        click.echo(str(error), err=True)
        return False
    return True
