"""A sheet becomes a document to edit, by the Pandoc that the package `pypandoc-binary` brings."""

from __future__ import annotations

import base64
import io
import json
import shutil
import subprocess
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pypandoc

from balise import printing
from balise.office import docx, odt
from balise.office.nodes import alternatives
from balise.office.styles import look
from balise.office.tree import tree
from balise.paper import words_of
from balise.proof import code_of
from balise.typesetter import isolated

FINISH = {"docx": docx.finished, "odt": odt.finished}


class PandocError(Exception):
    """Pandoc could not write a document, or warned: a fault of ours, never of an author."""


def engine() -> str:
    """Name what writes the documents, with its version."""
    return f"pypandoc {version('pypandoc-binary')}"


@cache
def _pandoc() -> str:
    """Return the program that came with the package: another one, of the system, may write otherwise."""
    found = shutil.which("pandoc", path=str(Path(pypandoc.__file__).parent / "files"))
    if found is None:
        raise PandocError("pypandoc-binary came without its program")
    return found


def document(data: dict[str, Any], form: str) -> bytes:
    """Return a sheet as a document in the format `form`: `docx` or `odt`. `data` is what its template would see.

    Raises:
        PandocError: for any error, and for any warning.
    """
    images = {name: _address(printing.drawn(one)) for name, one in data["pictures"].items()}
    code = _address(_qr(data["qr"]["address"])) if data["qr"] else ""
    nodes = tree(data, images, code)
    said = json.dumps(nodes, ensure_ascii=False)
    foot = isolated(" · ".join(words_of(one).strip() for one in data["foot"]))
    return FINISH[form](_made(said, form), look(data, foot, alternatives(nodes)), data["title"], data["author"])


def _made(said: str, form: str) -> bytes:
    command = [
        _pandoc(),
        "--sandbox",
        "--from=json",
        f"--to={form}+empty_paragraphs",
        "--output=-",
        "--fail-if-warnings",
    ]
    # The sandbox has no clock either: it writes the first day of 1970.
    done = subprocess.run(command, input=said.encode(), capture_output=True, check=False)
    if done.returncode or done.stderr:
        raise PandocError(done.stderr.decode(errors="replace").strip())
    return done.stdout


def _address(image: bytes) -> str:
    """Return an image as an address that holds it: nothing is read from a disk."""
    return f"data:image/png;base64,{base64.b64encode(image).decode()}"


def _qr(address: str) -> bytes:
    """Return a QR code as PNG."""
    out = io.BytesIO()
    code_of(address).save(out, kind="png", scale=8, border=4)
    return out.getvalue()
