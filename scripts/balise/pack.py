"""One zip for a USB key: the whole site, a note on how to open it, and checksums. Same site, same bytes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say: it must not hold the day it was made
NOTE = """\
BALISE

FR  Ouvrez « index.html » avec un navigateur. Rien n'est à installer, aucun réseau n'est nécessaire.
EN  Open "index.html" with a browser. Nothing to install, no network needed.

{edition}
SHA256SUMS : sha256sum -c SHA256SUMS
"""


class NoSiteError(Exception):
    """There is no whole site to pack; the message says what to do."""


def pack(site: Path, folder: Path, place: str = "") -> Path:
    """Write `balise-<edition>.zip` into `folder` and return its path. Everything in it is under one folder.

    `place`: the local edition to pack, whether `site` is its own or has it under `local/`; its name is the file's too.

    Raises:
        NoSiteError: when `site` has no `catalog.json`, so is not a whole site, or not that of the place.
    """
    among = site / "local" / place
    site = among if place and among.is_dir() else site
    catalog = site / "catalog.json"
    if not catalog.is_file():
        raise NoSiteError("there is no site to pack: run `balise build` first")
    known = json.loads(catalog.read_text(encoding="utf-8"))
    here = known.get("local_edition", {}).get("name", "")
    if place and here != place:
        raise NoSiteError(f'there is no site of "{place}" to pack: run `balise build --edition {place}` first')
    edition = "-".join(filter(None, (here, known["edition"])))
    files = files_of(site)
    files["LISEZMOI-README.txt"] = NOTE.format(edition=f"Édition / edition {edition}").encode()
    return write_zip(files, folder / f"balise-{edition}.zip")


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write_zip(files: dict[str, bytes], target: Path) -> Path:
    """Write files and their checksums into a zip, under one folder of its name. Same files, same bytes."""
    name = target.stem
    sums = [f"{hashlib.sha256(content).hexdigest()}  {path}" for path, content in sorted(files.items())]
    files = {**files, "SHA256SUMS": ("\n".join(sums) + "\n").encode()}
    target.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for path, content in sorted(files.items()):
            entry = ZipInfo(f"{name}/{path}", FIRST_DAY)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return target
