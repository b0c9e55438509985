"""The holes of finished pages: places where a local edition may show its own contacts, and the only ones.

A template leaves a mark; nothing an author writes can look like one, for every text is escaped. Whatever is not a mark
goes through untouched, so what differs between two editions of a page can only be in its holes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, get_args

from markupsafe import Markup

Hole = Literal["home", "help", "choose", "guide", "slide", "notes"]
MARK = re.compile(rf"<!--place:({'|'.join(get_args(Hole))})-->")


def mark(hole: Hole) -> Markup:
    """Return the mark a template leaves."""
    if hole not in get_args(Hole):
        raise ValueError(hole)
    return Markup(f"<!--place:{hole}-->")  # noqa: S704  one of the names above


def has_holes(html: str) -> bool:
    return MARK.search(html) is not None


def filled(html: str, fill: Callable[[str], str]) -> str:
    """Return a page with what `fill` gives for each hole instead of its mark."""
    return MARK.sub(lambda found: fill(found[1]), html)
