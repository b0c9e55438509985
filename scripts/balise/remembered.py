"""Remembers catalogs already parsed, by their content: reading one again is many times faster."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

import babel

from balise import catalogs
from balise.catalogs import Catalog, Entry

_PROGRAM = babel.__version__.encode() + Path(catalogs.__file__).read_bytes()


def read(file: Path, root: Path, *, keep: bool = False) -> Catalog:
    """Read a PO file of the course under `root`, from memory where it is there. `keep` puts it there.

    What cannot be read is never remembered: its faults are said each time.
    """
    shown = file.relative_to(root) if file.is_relative_to(root) else file
    memory = _memory(file, root)
    if memory is None:
        return catalogs.read(file, shown)
    if (found := _recall(memory, shown)) is not None:
        return found
    catalog = catalogs.read(file, shown)
    if keep and not catalog.diagnostics:
        memory.parent.mkdir(parents=True, exist_ok=True)
        memory.write_text(_text(catalog), encoding="utf-8")
    return catalog


def forget_others(root: Path, files: Iterable[Path]) -> None:
    """Remove from memory all but these catalogs as they are now."""
    kept = {_memory(file, root) for file in files}
    folder = root / ".cache" / "balise" / "catalogs"
    for path in folder.iterdir() if folder.is_dir() else ():
        if path not in kept:
            path.unlink(missing_ok=True)


def _memory(file: Path, root: Path) -> Path | None:
    """Return where a catalog is remembered; there is nothing to remember of a missing one."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    key = blake2b(_PROGRAM + content, digest_size=16).hexdigest()
    return root / ".cache" / "balise" / "catalogs" / f"{key}.json"


def _text(catalog: Catalog) -> str:
    rows = [(name, e.msgid, e.msgstr, e.fuzzy, e.line, e.comments) for name, e in catalog.messages.items()]
    return json.dumps([catalog.reviewed_by, rows], ensure_ascii=False)


def _recall(memory: Path, shown: Path) -> Catalog | None:
    try:
        reviewed_by, rows = json.loads(memory.read_text(encoding="utf-8"))
        messages = {
            name: Entry(msgid, msgstr, fuzzy, line, tuple(comments))
            for name, msgid, msgstr, fuzzy, line, comments in rows
        }
    except (OSError, ValueError, TypeError):
        return None
    return Catalog(shown, messages, reviewed_by)
