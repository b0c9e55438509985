"""Builds sites of small courses as their authors do, and compares what came out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SOURCES = ("mkdocs.yml", "content", "modules", "site_overrides")


def balise(*words: object, root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "balise", *map(str, words), "--root", str(root)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment())


def environment() -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def build(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return balise("build", "--today", "2026-11-22", *words, root=root)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differing(first: Path, second: Path) -> list[str]:
    """Return the files two folders do not share byte for byte."""
    one, two = contents(first), contents(second)
    return sorted(name for name in one.keys() | two.keys() if one.get(name) != two.get(name))


def copied(root: Path, to: Path) -> Path:
    """Copy what authors write, and nothing a build left."""
    for name in SOURCES:
        source = root / name
        shutil.copytree(source, to / name) if source.is_dir() else shutil.copy2(source, to / name)
    return to
