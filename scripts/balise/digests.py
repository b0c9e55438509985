"""Digests of what is remembered: they change with any byte of what they are made of."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path

from balise.discovery import PACKAGE
from balise.scanning import scanned


def digest(parts: Iterable[bytes]) -> bytes:
    """Hash bytes, each apart from the next."""
    whole = blake2b(digest_size=16)
    for part in parts:
        whole.update(len(part).to_bytes(8, "little") + part)
    return whole.digest()


def tree(folder: Path, suffixes: tuple[str, ...] = (), but: str = "") -> bytes:
    """Hash every file of a folder, or those with these suffixes, with its name; not those of the folder `but` in it.

    No folder is an empty one.
    """
    before = len(os.fspath(folder)) + 1
    names = sorted(path[before:] for path, _ in scanned(folder) if not suffixes or path.endswith(suffixes))
    kept = [name for name in names if not but or Path(name).parts[0] != but]
    named = ((name.replace(os.sep, "/").encode(), (folder / name).read_bytes()) for name in kept)
    return digest(part for pair in named for part in pair) if kept else b""


@cache
def program() -> bytes:
    """Hash the program and its word lists, as they were when this process began to use them."""
    return tree(PACKAGE, (".py", ".yaml"))


def templates(root: Path) -> bytes:
    """Hash the templates, as they are now: those of the package, and the overrides of the course under `root`."""
    return digest([tree(PACKAGE, (".html",)), tree(root / "site_overrides", (".html",))])


def bytes_of(path: Path) -> bytes:
    """Return what a file holds; nothing where there is no file."""
    return path.read_bytes() if path.is_file() else b""
