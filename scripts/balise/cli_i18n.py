"""`balise i18n`: catalogs for translators."""

from __future__ import annotations

import os
from itertools import chain
from pathlib import Path

import click

from balise.cli_options import ROOT, course_of


@click.group()
def i18n() -> None:
    """Catalogs for translators."""


@i18n.command()
@ROOT
def extract(root: Path) -> None:
    """Write a POT template beside every module and the registries."""
    from balise import i18n as catalogs

    _wrote(catalogs.extract(course_of(root)), root)


@i18n.command()
@ROOT
@click.argument("locales", nargs=-1)
def update(root: Path, locales: tuple[str, ...]) -> None:
    """Bring catalogs up to date: new strings added, changed ones marked fuzzy, gone ones removed.

    \b
    Examples:
      balise i18n update            every language there is
      balise i18n update es         also starts a new language
    """
    from babel import Locale, UnknownLocaleError

    from balise import i18n as catalogs

    course = course_of(root)
    for locale in locales or course.locales[1:]:
        try:
            Locale.parse(locale, sep="-")
        except (UnknownLocaleError, ValueError):
            raise click.ClickException(f'"{locale}" is not a language tag such as `es` or `pt-BR`.') from None
        _wrote(catalogs.update(course, locale), root)


@i18n.command()
@ROOT
def status(root: Path) -> None:
    """Show how much is translated, fuzzy, missing and reviewed, for each module and language."""
    from balise import i18n as catalogs

    click.echo(f"{'module':<24} {'language':<9} {'translated':>10} {'fuzzy':>6} {'missing':>8}  reviewed by")
    for state in chain.from_iterable(catalogs.states(course_of(root)).values()):
        reviewer = state.reviewed_by or "nobody yet"
        done = f"{state.translated}/{state.total}"
        click.echo(f"{state.document:<24} {state.locale:<9} {done:>10} {state.fuzzy:>6} {state.missing:>8}  {reviewer}")


def _wrote(files: list[Path], root: Path) -> None:
    for file in files:
        click.echo(f"Wrote {os.path.relpath(file, root.resolve())}")
    if not files:
        click.echo("Everything was up to date.")
