"""How large words can be in the room they have. The widths are Arial's, rather too wide than too narrow."""

from __future__ import annotations

from collections.abc import Sequence

from balise.paper import Inline, words_of
from balise.powerpoint.oxml import Box
from balise.powerpoint.text import Para
from balise.typesetter import isolated

SIZES = (48, 44, 40, 36, 32, 28, 24)
"""Points of what a room reads; nothing is smaller."""
LINE = 1.2
BEFORE = 8
"""Points above a paragraph, as in the template."""
NARROW, WIDE = frozenset(" ijlftrI.,;:!'’|()[]-·\u00a0\u202f"), frozenset("mwMWŒœ—@%…ЖМШЩЮФжмшщюф")
BOLD = 1.07


def height(found: Sequence[Para], size: float, wide: float) -> float:
    """Return how high paragraphs are at a size, in points."""
    return sum(_lines(one, size, wide - one.start) * size * LINE + BEFORE for one in found)


def size_for(found: Sequence[Para], box: Box, most: int) -> int:
    """Return the largest size, `most` or less, that fits a box; the smallest when none does."""
    sizes = [size for size in SIZES if size <= most]
    return next((size for size in sizes if height(found, size, box.wide) <= box.high), sizes[-1])


def _lines(one: Para, size: float, wide: float) -> int:
    """Return how many lines a paragraph takes: words go to the next line whole."""
    return sum(_wrapped(text, size * (BOLD if one.bold else 1), wide) for text in _split(one.words))


def _split(words: Inline) -> list[str]:
    """Return the words of a paragraph, cut where a line ends."""
    text = "".join("\n" if isinstance(one, dict) and one["t"] == "break" else _said(one) for one in words)
    return isolated(text).split("\n")


def _said(run: object) -> str:
    if isinstance(run, dict) and run["t"] == "gap":
        return "_" * int(run["letters"])
    if isinstance(run, dict) and "c" in run:
        return "".join(map(_said, run["c"]))
    return words_of(run)


def _wrapped(text: str, size: float, wide: float) -> int:
    lines, used = 1, 0.0
    for word in text.split(" "):
        long = sum(map(_width, word)) * size
        if used and used + long > wide:
            lines, used = lines + 1, 0.0
        # A word longer than a line is cut.
        lines += int(long // wide)
        used += long % wide + _width(" ") * size
    return lines


def _width(letter: str) -> float:
    """Return about how wide a letter is, as a part of its size."""
    if letter in NARROW:
        return 0.32
    if letter in WIDE:
        return 0.9
    return 0.7 if letter.isupper() else 0.57
