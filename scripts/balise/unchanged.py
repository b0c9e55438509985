"""Whether a build has anything to do. Nothing heavy is imported here: most often it has not, and says so at once."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from hashlib import blake2b
from pathlib import Path
from stat import S_ISREG

from balise import __version__

INPUTS = ("mkdocs.yml", "content", "modules", "site_overrides", "scripts/balise")


class Inputs:
    """Everything a build depends on: sources, templates, program, day, languages, as they are when it begins."""

    def __init__(self, root: Path, today: date, words: tuple[str, ...]) -> None:
        self.root = root
        self.said = f"{__version__} {today} {words}"
        self.files = dict(_files(root))
        self._held = ""

    def seen(self) -> str:
        """Return a hash of what can be seen of the files without reading them; whoever writes to one changes it."""
        if os.name == "nt":  # where the time of that is not told
            return self.held()
        stamps = [(str(path), s.st_size, s.st_mtime_ns, s.st_ctime_ns, s.st_ino) for path, s in self.files.items()]
        return blake2b(f"{self.said} {stamps}".encode(), digest_size=16).hexdigest()

    def held(self) -> str:
        """Return a hash of what the files hold when it is first asked for."""
        if not self._held:
            digest = blake2b(self.said.encode(), digest_size=16)
            for path in self.files:
                digest.update(str(path).encode() + b"\0" + blake2b(path.read_bytes(), digest_size=16).digest())
            self._held = digest.hexdigest()
        return self._held


def _files(root: Path) -> Iterator[tuple[Path, os.stat_result]]:
    package = Path(__file__).parent
    roots = [root / name for name in INPUTS]
    if package not in roots:
        roots.append(package)
    for base in roots:
        for path, status in files_under(base):
            if path.suffix not in (".pyc", ".pot"):
                yield path, status


def files_under(base: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """Yield every file of a folder, or the file itself, in order, with its state; one that is just gone is left out."""
    for path in [base] if base.is_file() else sorted(base.rglob("*")):
        with suppress(OSError):
            status = path.stat()
            if S_ISREG(status.st_mode):
                yield path, status


def remembered(root: Path) -> dict[str, str]:
    """Return what the last build left in `.cache/balise/last.json`, or nothing."""
    try:
        loaded = json.loads((root / ".cache" / "balise" / "last.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}


def remember(root: Path, inputs: Inputs, site: Path) -> None:
    """Note that `site` was made from these inputs."""
    memory = {"seen": inputs.seen(), "held": inputs.held(), "site": _stamp(site)}
    file = root / ".cache" / "balise" / "last.json"
    with suppress(OSError):  # then the next build is made in full
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(memory), encoding="utf-8")


def is_current(inputs: Inputs, site: Path) -> bool:
    """Say whether `site` already is what these inputs make, every file as it was left."""
    last = remembered(inputs.root)
    # What was only touched, or copied with the folder, is read.
    same = last.get("seen") == inputs.seen() or last.get("held") == inputs.held()
    return same and (site / "catalog.json").is_file() and last.get("site") == _stamp(site)


def _stamp(site: Path) -> str:
    """Return a hash of the name, size and time of every file: a change is seen without reading them."""
    stamp = blake2b(digest_size=16)
    for path in sorted(site.rglob("*")):
        status = path.stat()
        if not path.is_dir():
            stamp.update(f"{path.relative_to(site)} {status.st_size} {status.st_mtime_ns}\n".encode())
    return stamp.hexdigest()
