"""Whether a build has anything to do. Nothing heavy is imported here: most often it has not, and says so at once."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from datetime import date
from hashlib import blake2b
from pathlib import Path

from balise import __version__

INPUTS = ("mkdocs.yml", "content", "modules", "site_overrides", "scripts/balise")


def fingerprint(root: Path, today: date, locales: tuple[str, ...]) -> str:
    """Return a hash of everything a build depends on: sources, templates, program, day, languages."""
    digest = hashlib.blake2b(f"{__version__} {today} {locales}".encode(), digest_size=16)
    package = Path(__file__).parent
    roots = [root / name for name in INPUTS]
    if package not in roots:
        roots.append(package)
    for base in roots:
        paths = [base] if base.is_file() else sorted(base.rglob("*"))
        for path in paths:
            if path.is_file() and path.suffix not in (".pyc", ".pot"):
                digest.update(str(path).encode() + b"\0" + hashlib.blake2b(path.read_bytes(), digest_size=16).digest())
    return digest.hexdigest()


def remembered(root: Path) -> dict[str, str]:
    """Return what the last build left in `.cache/balise/last.json`, or nothing."""
    try:
        loaded = json.loads((root / ".cache" / "balise" / "last.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}


def remember(root: Path, inputs: str, site: Path) -> None:
    """Note that `site` was made from these inputs."""
    memory = {"inputs": inputs, "site": _stamp(site)}
    file = root / ".cache" / "balise" / "last.json"
    with suppress(OSError):  # then the next build is made in full
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(memory), encoding="utf-8")


def is_current(root: Path, inputs: str, site: Path) -> bool:
    """Say whether `site` already is what these inputs make, every file as it was left."""
    last = remembered(root)
    return last.get("inputs") == inputs and (site / "catalog.json").is_file() and last.get("site") == _stamp(site)


def _stamp(site: Path) -> str:
    """Return a hash of the name, size and time of every file: a change is seen without reading them."""
    stamp = blake2b(digest_size=16)
    for path in sorted(site.rglob("*")):
        status = path.stat()
        if not path.is_dir():
            stamp.update(f"{path.relative_to(site)} {status.st_size} {status.st_mtime_ns}\n".encode())
    return stamp.hexdigest()
