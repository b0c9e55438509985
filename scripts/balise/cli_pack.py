"""`balise pack`: what goes on a USB key, the whole site or one session."""

from __future__ import annotations

from pathlib import Path

import click

from balise.cli_options import ROOT


@click.command()
@ROOT
def pack(root: Path) -> None:
    """Put the built site into one zip, dist/balise-EDITION.zip: for a USB key, with checksums inside.

    \b
    Example:
      balise build && balise pack
    """
    from balise.pack import NoSiteError
    from balise.pack import pack as write_zip

    try:
        target = write_zip(root.resolve() / "site", root.resolve() / "dist")
    except NoSiteError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Wrote {target} ({target.stat().st_size / 1e6:.1f} MB). Unpack it on the key and open index.html.")
