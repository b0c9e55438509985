"""Remembers what the files of a course say, by their content: reading them again is many times faster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar

import babel
from pydantic import TypeAdapter

from balise import catalogs, load
from balise.catalogs import Catalog, Entry
from balise.digests import digest, held_by, program
from balise.head import Head
from balise.load import Source
from balise.parallel import each, shares, worth
from balise.store import memory

T = TypeVar("T")

HEAD = "head"
NOTE: TypeAdapter[Head] = TypeAdapter(Head)


def source(file: Path, root: Path) -> Source:
    """Read a YAML file of the course under `root`. One there is something to say of is read anew each time."""
    if file.stat().st_size > load.MAX_BYTES:
        return load.load(file, root=root)
    return parsed(root, Source(file.relative_to(root), file.read_bytes()))


def parsed(root: Path, read: Source) -> Source:
    """Return a YAML file of the course that was read, with what it says."""
    store, key = memory(root), _key("yaml", read.digest)
    if (data := store.read(key)) is not None:
        return replace(read, data=data)
    found = load.load(root / read.file, root=root, raw=read.raw)
    if found.data is not None and not found.diagnostics:
        store.write(key, found.data)
    return found


def parse_ahead(root: Path, files: Sequence[Path], workers: int) -> None:
    """Parse the files that were never seen, on every core, for whoever reads them next: YAML is slow to parse."""
    if workers > 1:
        missing = [file for file in files if _is_new(root, file)]
        for _ in each(partial(_parse, root), shares(missing, workers), worth(workers, missing)):
            pass


def _is_new(root: Path, file: Path) -> bool:
    fits = file.is_file() and file.stat().st_size <= load.MAX_BYTES
    return fits and not memory(root).has(_key("yaml", held_by(file)))


def _parse(root: Path, files: Iterable[Path]) -> None:
    for file in files:
        source(file, root)


def head(root: Path, source: Source) -> Head | None:
    """Return what is known of a module, if its file was read before and nothing was wrong with it."""
    return dict(memory(root).recall({HEAD: _key(HEAD, source.digest)}, NOTE)).get(HEAD)


def keep_head(root: Path, source: Source, known: Head) -> None:
    """Remember what is known of a module."""
    memory(root).write(_key(HEAD, source.digest), NOTE.dump_python(known))


def _key(kind: str, *parts: bytes) -> str:
    return f"{kind}-{digest([program(), *parts]).hex()}"


def read(root: Path, file: Path) -> Catalog:
    """Read a PO file of the course under `root`. One that cannot be read is tried again each time."""
    shown = file.relative_to(root) if file.is_relative_to(root) else file
    if not file.is_file():
        return Catalog(shown)
    store = memory(root)
    key = _key("po", babel.__version__.encode(), held_by(file))
    if (known := store.read(key)) is not None:
        return KnownCatalog(shown, known, root)
    catalog = catalogs.read(file, shown)
    if not catalog.diagnostics:
        said = {name: [e.msgid, e.msgstr] for name, e in catalog.messages.items() if e.msgstr and not e.fuzzy}
        store.write(key, [catalog.reviewed_by, said])
    return catalog


class Pieces(Generic[T]):
    """What was worked out of each piece of a document: when one changes, the others need not be gone over again.

    `name` says of which document, and what was worked out; `shape` is that of one.
    """

    def __init__(self, root: Path, name: str, shape: type[T], work_out: Callable[[tuple[str, ...]], T]) -> None:
        self.store, self.work_out = memory(root), work_out
        self.key = _key("pieces", name.encode())
        self.shape: TypeAdapter[dict[str, T]] = TypeAdapter(dict[str, shape])  # type: ignore[valid-type]
        self.known = dict(self.store.recall({name: self.key}, self.shape)).get(name, {})
        self.said: dict[str, T] = {}

    def __call__(self, texts: Iterable[str]) -> T:
        """Return what is worked out of a piece, which is some texts."""
        piece = digest(text.encode() for text in texts).hex()
        self.said[piece] = self.known[piece] if piece in self.known else self.work_out(tuple(texts))
        return self.said[piece]

    def keep(self) -> None:
        """Remember what has been asked for, and nothing else."""
        if self.said.keys() != self.known.keys():
            self.store.write(self.key, self.shape.dump_python(self.said))


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
