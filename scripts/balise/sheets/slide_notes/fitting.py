"""How large the words of a slide are in its small frame: reckoned, for measuring is what takes time on paper.

The reckoning is rather too careful, and a frame grows under words it did not see coming: nothing is ever cut off.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Any

from balise.paper import Block, words_of
from balise.slides import Slide

SIZES = (16, 14, 12, 11, 10, 9, 8, 7)
"""Points, the largest first; `LEAST` is what can still be read on paper."""
LEAST = 6.5
WIDTH, HEIGHT, FOOT, PICTURE = 252, 134, 12, 100
"""Points: of the frame inside its edges, of the line at its foot, of a picture."""
TITLE = 1.2
GAP = 0.3
"""The space between two blocks, in lines of their size."""


@dataclass(frozen=True, slots=True)
class Script:
    """How wide a letter and how high a line of a script are, for one point of size."""

    letter: float
    line: float


LATIN, ARABIC = Script(0.52, 1.2), Script(0.44, 1.4)


def points(slide: Slide, *, arabic: bool) -> float:
    """Return the size at which a slide fits its frame."""
    room = HEIGHT - (FOOT if slide.foot else 0)
    script = ARABIC if arabic else LATIN
    return next((size for size in SIZES if _height(slide, size, script) <= room), LEAST)


def _height(slide: Slide, size: float, script: Script) -> float:
    listed = [one.words for one in slide.ballots if one.words]
    height = _tall(slide.title, size * TITLE, script) + sum(_tall(words, size, script, 3) for words in listed)
    # Letters alone stand side by side, in boxes.
    boxes = 2 * size * script.line if slide.ballots and not listed else 0
    return height + boxes + sum(_block(one, size, script) for one in slide.blocks)


def _block(block: Block, size: float, script: Script) -> float:
    if block["b"] == "messages":
        # A bubble is narrower, and has its own edges.
        narrow = round(WIDTH / 4 / (script.letter * size)) + 3
        return sum(_tall(one, size, script, narrow) + 1.4 * size for one in block["items"])
    drawn = PICTURE if block["b"] == "picture" else 0
    parts = block.get("items") or block.get("blocks") or ([block] if words_of(block) else [])
    return drawn + sum(_tall(part, size, script, 3) for part in parts)


def _tall(words: Any, size: float, script: Script, mark: int = 0) -> float:
    """Return how high words are, with the space after them; `mark`: the letters a mark before them takes."""
    across = WIDTH / (script.letter * size) - mark
    lines = max(1, ceil(len(words_of(words)) / across))
    return (lines * script.line + GAP) * size
