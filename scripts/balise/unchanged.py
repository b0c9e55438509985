"""Whether a build has anything to do. Nothing heavy is imported here: most often it has not, and says so at once."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import Any

from balise import __version__, digests
from balise.scanning import scanned

TICK = 100_000_000
"""Nanoseconds, and more than enough, in which a file may be written twice and look the same."""
INPUTS = ("mkdocs.yml", "content", "modules", "site_overrides", "scripts/balise")


class Inputs:
    """Everything a build depends on: sources, templates, program, day, languages, as they are when it begins."""

    def __init__(self, root: Path, today: date, words: tuple[str, ...]) -> None:
        self.root, self.last = root, remembered(root)
        digests.believe(self.last.get("files", {}))
        files = list(input_files(root))
        found = [(str(path), digests.held(path, status)) for path, status in files]
        self.held = digests.digest([f"{__version__} {today} {words} {found}".encode()]).hex()
        """A hash of what they hold."""
        newest = max(status.st_ctime_ns for _, status in files)
        # What was written last may be written again before the clock of the disk ticks: it is read again next time.
        self.files = digests.known(str(path) for path, status in files if status.st_ctime_ns + TICK < newest)


def input_files(root: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """Yield every file a build depends on, with its status."""
    package = Path(__file__).parent
    roots = [root / name for name in INPUTS]
    if package not in roots:
        roots.append(package)
    for base in roots:
        for path, status in _files_under(base):
            if path.suffix not in (".pyc", ".pot"):
                yield path, status


def _files_under(base: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """Yield every file of a folder, or the file itself, in order; one that is just gone is left out."""
    if base.is_file():
        with suppress(OSError):
            yield base, base.stat()
    else:
        yield from ((Path(path), status) for path, status in sorted(scanned(base), key=itemgetter(0)))


def remembered(root: Path) -> dict[str, Any]:
    """Return what the last build left in `.cache/balise/last.json`, or nothing."""
    try:
        loaded = json.loads((root / ".cache" / "balise" / "last.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) and isinstance(loaded.get("files"), dict) else {}


def remember(inputs: Inputs, site: Path) -> None:
    """Note that `site` was made from these inputs."""
    memory = {"held": inputs.held, "site": _stamp(site), "files": inputs.files}
    file = inputs.root / ".cache" / "balise" / "last.json"
    with suppress(OSError):  # then the next build is made in full
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(memory), encoding="utf-8")


def is_current(inputs: Inputs, site: Path) -> bool:
    """Say whether `site` already is what these inputs make, every file as it was left."""
    same = inputs.last.get("held") == inputs.held and (site / "catalog.json").is_file()
    return same and inputs.last.get("site") == _stamp(site)


def _stamp(site: Path) -> str:
    """Return a hash of the name, size and time of every file: a change is seen without reading them."""
    before = len(os.fspath(site)) + 1
    files = sorted(scanned(site), key=itemgetter(0))
    return digests.digest(f"{path[before:]} {now.st_size} {now.st_mtime_ns}".encode() for path, now in files).hex()
