"""`balise pack`: what goes on a USB key, the whole site or one session."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from balise.cli_options import ROOT, TODAY, course_of, day, known
from balise.groups import SETTINGS

if TYPE_CHECKING:
    from balise.kit import Kit
    from balise.local import LocalCourse


@click.command()
@ROOT
@TODAY
@click.argument("module", required=False)
@click.option("--locale", default="fr", metavar="TAG", show_default=True, help="Language of the session.")
@click.option("--edition", metavar="NAME", help="Local edition, with the contacts of its place.")
@click.option("--minutes", type=int, metavar="N", help="How long there is: the longest delivery that fits.")
@click.option("--setting", type=click.Choice(tuple(SETTINGS)), help="Where: in class, or in an amphitheatre.")
def pack(  # noqa: PLR0913, PLR0917  one argument an option
    root: Path,
    today: datetime | None,
    module: str | None,
    locale: str,
    edition: str | None,
    minutes: int | None,
    setting: str | None,
) -> None:
    """Make a zip for a USB key: one session, or the whole built site when no MODULE is named.

    \b
    A session's zip holds its slides, PowerPoint, notes, handouts, checklist, the site to open without a network,
    and checksums. Open COMMENCER.html (START.html) first.
    Examples:
      balise pack prosecutor-visit --minutes 55 --setting assembly
      balise pack intimate-images --locale en --minutes 45 --edition lyon
      balise build && balise pack
    """
    from balise import building
    from balise.pack import NoSiteError, write_zip
    from balise.pack import pack as pack_site

    root = root.resolve()
    dist = root / "dist"
    try:
        if module is None:
            target = pack_site(root / "site", dist, edition or "")
            click.echo(f"{_wrote(target)} Unpack it on the key and open index.html.")
            return
        kit = _kit(_course(root, module, locale, edition), module, minutes, setting)
        with TemporaryDirectory(prefix="balise-") as folder:
            site = Path(folder) / "site"
            near = {"edition": edition or "", "all_editions": False}  # whatever mkdocs.yml builds the site for
            options: dict[str, Any] = {"sheets": [locale], "only": [module], **near}
            if not building.run(root, day(today), (locale,), target=site, **options):
                sys.exit(1)
            files = kit.files(site)
    except NoSiteError as error:
        raise click.ClickException(str(error)) from None
    target = write_zip(files, dist / f"{kit.name}.zip")
    click.echo(f"{_wrote(target)} Unpack it on the key and open {kit.start}.")


def _wrote(target: Path) -> str:
    return f"Wrote {target} ({target.stat().st_size / 1e6:.1f} MB)."


def _course(root: Path, slug: str, locale: str, edition: str | None) -> LocalCourse:
    """Return the course in the language and for the place asked for, or say what there is not."""
    from balise.i18n import states
    from balise.local import LocalCourse
    from balise.local_sites import UnknownEditionError, asked

    course = course_of(root)
    known("module", (slug,), tuple(course.modules))
    known("language", (locale,), course.locales)
    try:
        course = asked(course, edition or "", every=False)
    except UnknownEditionError as error:
        raise click.ClickException(str(error)) from None
    return LocalCourse(replace(course, states=states(course), sheets=(locale,), only=(slug,)), locale)


def _kit(local: LocalCourse, slug: str, minutes: int | None, setting: str | None) -> Kit:
    """Return the kit asked for, or say why there is none."""
    from balise.deliveries import NoDeliveryError, fitting
    from balise.kit import Kit
    from balise.sheet import is_ready

    if not is_ready(local, slug):
        raise click.ClickException(f'"{slug}" is not translated enough in {local.locale}: pack it in another language')
    try:
        return Kit(local, slug, fitting(local.modules[slug], minutes, setting))
    except NoDeliveryError as error:
        raise click.ClickException(f"{slug}: {error}") from None
