"""The search index of a locale: a script, so that it can be loaded from a folder without a server."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TypeAlias

from balise.plan import Artifact

Records: TypeAlias = list[list[str]]
"""What search finds on a page: `[address, page title, title, text]`."""


def records(artifact: Artifact) -> Records:
    """Return what search finds on a page."""
    return [
        [artifact.path + (f"#{entry.anchor}" if entry.anchor else ""), artifact.title, entry.title, entry.text]
        for entry in artifact.search
    ]


def search_index(found: Iterable[Records]) -> str:
    """Return the index of all that search finds, as UTF-8."""
    rows = [row for some in found for row in some]
    return f"window.baliseIndex = {json.dumps(rows, ensure_ascii=False, separators=(',', ':'))};\n"
