"""Remembers what the files of a course say, by their content: reading them again is many times faster."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import babel

from balise import catalogs, load
from balise.catalogs import Catalog, Entry
from balise.digests import digest, program
from balise.load import Source
from balise.store import memory


def source(file: Path, root: Path) -> Source:
    """Read a YAML file of the course under `root`. One there is something to say of is read anew each time."""
    if file.stat().st_size > load.MAX_BYTES:
        return load.load(file, root=root)
    raw, store = file.read_bytes(), memory(root)
    key = f"yaml-{digest([program(), raw]).hex()}"
    if (data := store.read(key)) is not None:
        return Source(file.relative_to(root), raw, data)
    found = load.load(file, root=root)
    if found.data is not None and not found.diagnostics:
        store.write(key, found.data)
    return found


def read(root: Path, file: Path) -> Catalog:
    """Read a PO file of the course under `root`. One that cannot be read is tried again each time."""
    shown = file.relative_to(root) if file.is_relative_to(root) else file
    if not file.is_file():
        return Catalog(shown)
    store = memory(root)
    key = f"po-{digest([program(), babel.__version__.encode(), file.read_bytes()]).hex()}"
    if (known := store.read(key)) is not None:
        return KnownCatalog(shown, known, root)
    catalog = catalogs.read(file, shown)
    if not catalog.diagnostics:
        said = {name: [e.msgid, e.msgstr] for name, e in catalog.messages.items() if e.msgstr and not e.fuzzy}
        store.write(key, [catalog.reviewed_by, said])
    return catalog


class KnownCatalog(Catalog):
    """A catalog that was read in an earlier build: its translations are here, the file is read for the rest."""

    def __init__(self, shown: Path, known: Any, root: Path) -> None:
        self.file, self.diagnostics = shown, []
        self.reviewed_by, self._said = known
        self._root = root
        self._messages: dict[str, Entry] | None = None

    def current(self, context: str, source: str) -> str | None:
        msgid, msgstr = self._said.get(context) or ("", None)
        return msgstr if msgid == source else None

    @property
    def messages(self) -> dict[str, Entry]:  # type: ignore[override]
        if self._messages is None:
            self._messages = catalogs.read(self._root / self.file, self.file).messages
        return self._messages

    def __reduce__(self) -> tuple[Any, ...]:
        return KnownCatalog, (self.file, [self.reviewed_by, self._said], self._root)
