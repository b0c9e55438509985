"""What a build leaves for the next: pages by the digest of their bytes, and notes by a digest of what they rest on.

Anybody may delete, cut short or change what is here at any time, and another build may be at work in it: a file appears
whole or not at all, and is used only when it is what its name or its first line says. Deleting all of it costs time.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError

from balise.scanning import scanned

T = TypeVar("T")

ROOM = 64 * 2**20
"""Bytes that may be here in any case."""
KEPT = 3
"""How many times what the last build used may be here."""
FEW = 0.25
"""What part of that builds may add before anybody looks: there is nothing to forget most often."""


def memory(root: Path) -> Store:
    """Return the memory of the builds of the course under `root`."""
    return Store(root, root / ".cache" / "balise" / "memory")


def file_state(status: os.stat_result) -> tuple[int, ...]:
    """Return what can be seen of a file, whatever other names it has."""
    return status.st_size, status.st_mtime_ns, status.st_ino


class Kept(NamedTuple):
    """A page that is kept: the digest of its bytes, and what could be seen of its file once it was whole."""

    digest: str
    state: tuple[int, ...] = ()


class Store:
    """The memory of the builds of one course, under `root`."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root = root
        self.notes, self.pages = folder / "notes", folder / "pages"
        self.began, self.new = folder / "began", folder / "new"
        self._notes, self._pages, self._since = os.fspath(self.notes), os.fspath(self.pages), 0.0

    def read(self, key: str) -> Any:
        """Return the note under a key, or `None` where there is none that is whole."""
        note = f"{self._notes}{os.sep}{key}"
        try:
            check, _, body = _content(note).partition(b"\n")
            if check != _check(key, body):
                return None
            os.utime(note)
            return json.loads(body)
        except (OSError, ValueError):
            return None

    def has(self, key: str) -> bool:
        """Whether there is a note under a key, whole or not."""
        return (self.notes / key).is_file()

    def recall(self, keys: Mapping[str, str], shape: TypeAdapter[T]) -> Iterator[tuple[str, T]]:
        """Yield what notes of a shape say, by the names their keys are under; one written by hand is left out."""
        for name, key in keys.items():
            if (note := self.read(key)) is not None:
                with suppress(ValidationError):
                    yield name, shape.validate_python(note)

    def write(self, key: str, note: Any) -> None:
        """Leave a note, made of what JSON has."""
        body = json.dumps(note, ensure_ascii=False, separators=(",", ":")).encode()
        _appear(self.notes / key, _check(key, body) + b"\n" + body)

    def keep(self, file: Path, content: bytes) -> Kept:
        """Keep a page that has just been written.

        One that was kept already takes its place: what has not changed is the very file it was.
        """
        digest = sha256(content).hexdigest()
        if self.page(digest) is None:
            _appear(Path(self._page(digest)), content, file)
        else:
            _link(self._page(digest), file, content)
        return Kept(digest, _state(file))

    def hold(self, content: bytes) -> str:
        """Keep what no page of the site is, and return its digest."""
        digest = sha256(content).hexdigest()
        if self.page(digest) is None:
            _appear(Path(self._page(digest)), content)
        return digest

    def place(self, known: Kept, target: str | Path, there: tuple[int, ...] = ()) -> Kept | None:
        """Put a page where it is wanted, and return it as it is kept now; nothing if it is not here whole.

        One whose file still is in the state it was in is whole, and not read again: whoever writes to a file changes
        its time. `there` is the state of what already is where it is wanted, which may be that file.
        """
        if there and there == known.state:
            return known
        page = self._page(known.digest)
        state = _state(page)
        if (not state or state != known.state) and self.page(known.digest) is None:
            return None
        try:
            os.link(page, target)
        except OSError:  # there is no such folder yet, or something has that name
            content = self.page(known.digest)
            if content is None:
                return None
            Path(target).parent.mkdir(parents=True, exist_ok=True)
            _link(page, Path(target), content)
        return Kept(known.digest, state)

    def begin(self) -> None:
        """Mark the beginning of a build: what is used from here on is used by it."""
        with suppress(OSError):
            _appear(self.began, b"")
            self._since = self.began.stat().st_mtime

    def tidy(self, pages: Iterable[str], made: int = sys.maxsize) -> None:
        """Forget what is oldest, once there is much more than this build used: these pages, notes since it began.

        `made` is how many pages are new, if that is known. While they are few, a build leaves the looking to the next.
        """
        kept = set(pages)
        made += _number(self.new)
        _appear(self.new, str(made).encode())
        if made < len(kept) * FEW:
            return
        _appear(self.new, b"0")
        _forget(self.notes, lambda _, used: used >= self._since)
        _forget(self.pages, lambda name, _: name in kept)

    def page(self, digest: str) -> bytes | None:
        """Return a page as it was kept; one that has been changed since is forgotten."""
        try:
            content = _content(self._page(digest))
        except OSError:
            return None
        if sha256(content).hexdigest() == digest:
            return content
        with suppress(OSError):
            Path(self._page(digest)).unlink()
        return None

    def _page(self, digest: str) -> str:
        """Return where a page is kept: words, for a build asks it of every page it has."""
        return f"{self._pages}{os.sep}{digest[:2]}{os.sep}{digest}"


def _number(file: Path) -> int:
    """Return the number a file holds; one larger than any where there is none."""
    try:
        return int(file.read_bytes())
    except (OSError, ValueError):
        return sys.maxsize


def _content(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123  quicker than a Path
        return file.read()


def _state(file: str | Path) -> tuple[int, ...]:
    """Return the state of a file; nothing where there is none."""
    try:
        status = os.stat(file)  # noqa: PTH116  quicker than a Path
    except OSError:
        return ()
    return file_state(status)


def _check(key: str, body: bytes) -> bytes:
    return blake2b(key.encode() + b"\n" + body, digest_size=16).hexdigest().encode()


def _appear(path: Path, content: bytes, same: Path | None = None) -> None:
    """Make a file appear at once or not at all; as another name of one that is the `same`, where links are possible.

    A memory that cannot be written to is no reason to stop.
    """
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f"{path.name}.{os.getpid()}")
        if same:
            _link(same, aside, content)
        else:
            aside.write_bytes(content)
        aside.replace(path)


def _link(file: str | Path, name: Path, content: bytes) -> None:
    """Give a file another name, in place of whatever has it; on a file system without links, copy what it holds."""
    away(name)
    try:
        os.link(file, name)
    except OSError:
        name.write_bytes(content)


def away(name: Path) -> None:
    """Take away whatever has a name: what an earlier build left may have been changed by anybody."""
    if name.is_dir() and not name.is_symlink():
        shutil.rmtree(name)
    else:
        name.unlink(missing_ok=True)


def _forget(folder: Path, is_used: Callable[[str, float], bool]) -> None:
    found = []
    for path, status in scanned(folder):
        used = is_used(path.rpartition(os.sep)[2], status.st_mtime)
        found.append((used, status.st_mtime, status.st_size, path))
    room = max(ROOM, KEPT * sum(size for kept, _, size, _ in found if kept))
    for kept, _, size, path in sorted(found, reverse=True):
        room -= size
        if room < 0 and not kept:
            with suppress(OSError):
                Path(path).unlink()
