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


def rows(found: Records) -> str:
    """Return records as the index writes them."""
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))[1:-1]


def joined(found: Iterable[str]) -> str:
    """Return what `rows` made of several lists as it makes one."""
    return ",".join(filter(None, found))


def search_index(found: Iterable[str]) -> str:
    """Return the index of all that search finds, from `rows`."""
    return f"window.baliseIndex = [{joined(found)}];\n"
