"""Digests of what is remembered: they change with any byte of what they are made of."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from balise.discovery import PACKAGE
from balise.scanning import scanned, seen_of

_files: dict[str, tuple[list[int], bytes]] = {}
"""The state of each file that was read, and what it held then."""


def digest(parts: Iterable[bytes]) -> bytes:
    """Hash bytes, each apart from the next."""
    whole = blake2b(digest_size=16)
    for part in parts:
        whole.update(len(part).to_bytes(8, "little") + part)
    return whole.digest()


def held(path: str | Path, status: os.stat_result) -> bytes:
    """Hash what a file holds, which has this status.

    One that is in the state it was in is not read again: whoever writes to a file changes its state, if not its size
    and time. Windows does not tell of each change, so that all are read there.
    """
    name, state = os.fspath(path), seen_of(status)
    if (last := _files.get(name)) and last[0] == state and os.name != "nt":
        return last[1]
    found = digest([Path(name).read_bytes()])
    _files[name] = state, found
    return found


def believe(files: Mapping[str, Any]) -> None:
    """Take from an earlier build what it noted with `known`."""
    for name, note in files.items():
        with suppress(ValueError, TypeError):  # nobody vouches for what a file of the memory holds
            state, found = note
            _files.setdefault(name, (state, bytes.fromhex(found)))


def known(names: Iterable[str]) -> dict[str, tuple[list[int], str]]:
    """Return what is known of these files, made of what JSON has."""
    read = {name: _files[name] for name in names if name in _files}
    return {name: (state, found.hex()) for name, (state, found) in read.items()}


def held_by(path: Path) -> bytes:
    """Hash what a file holds; nothing where there is no file."""
    return held(path, path.stat()) if path.is_file() else b""


def tree(folder: Path, suffixes: tuple[str, ...] = ("",)) -> bytes:
    """Hash every file of a folder, or those with these suffixes, with its name. No folder is an empty one."""
    before = len(os.fspath(folder)) + 1
    kept = sorted(
        (path[before:].replace(os.sep, "/"), held(path, status))
        for path, status in scanned(folder)
        if path.endswith(suffixes)
    )
    return digest(part for name, own in kept for part in (name.encode(), own)) if kept else b""


@cache
def program() -> bytes:
    """Hash the program and its word lists, as they were when this process began to use them."""
    return tree(PACKAGE, (".py", ".yaml"))


def templates(root: Path) -> bytes:
    """Hash the templates, as they are now: those of the package, and the overrides of the course under `root`."""
    return digest([tree(PACKAGE, (".html",)), tree(root / "site_overrides", (".html",))])
