"""The words of the interface, found in templates and code. They are written in French and keyed by themselves."""

from __future__ import annotations

import os
import re
from ast import literal_eval
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from balise.discovery import PACKAGE

SAID = re.compile(r'\b(?:_|message)\(\s*((?:"(?:[^"\\\n]|\\.)+"\s*)+)')
"""Where words are said: in one string, or in a few, one after another."""


@cache
def interface_messages() -> tuple[str, ...]:
    """Return every word of the interface once, in file order."""
    return tuple(dict.fromkeys(text for file in _files() for text in _said_in(file)))


def _files() -> Iterator[Path]:
    """Yield templates and code: files before folders, in name order, as gettext's tools do."""
    for folder, inner, names in os.walk(PACKAGE):
        inner[:] = sorted(name for name in inner if not name.startswith((".", "_")))
        yield from (Path(folder, name) for name in sorted(names) if name.endswith((".html", ".py")))


def _said_in(file: Path) -> Iterator[str]:
    """Yield the words a file says. Reading it as the language it is in finds the same, ten times slower."""
    for found in SAID.finditer(file.read_text(encoding="utf-8")):
        yield literal_eval(f"({found[1]})")
