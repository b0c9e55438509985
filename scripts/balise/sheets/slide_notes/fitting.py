"""How large the words of a slide are in its small frame: reckoned, for measuring is what takes time on paper.

The reckoning is rather too careful, and a frame grows under words it did not see coming: nothing is ever cut off.
"""

from __future__ import annotations

from collections.abc import Iterator
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
MARK = 3
"""Letters that a mark before words takes."""


@dataclass(frozen=True, slots=True)
class Script:
    """How wide a letter and how high a line of a script are, for one point of size."""

    letter: float
    line: float


LATIN, ARABIC = Script(0.52, 1.2), Script(0.44, 1.4)


@dataclass(frozen=True, slots=True)
class Part:
    """Words that begin on a line of their own.

    `scale` is that of their letters, `wide` the part of the frame they have, `edges` the lines their edges take.
    """

    letters: int
    scale: float = 1
    mark: int = 0
    wide: float = 1
    edges: float = 0

    def height(self, size: float, script: Script) -> float:
        """Return how high they are, with the space after them."""
        own = size * self.scale
        across = WIDTH * self.wide / (script.letter * own) - self.mark
        return (max(1, ceil(self.letters / across)) * script.line + GAP + self.edges) * own


def points(slide: Slide, *, arabic: bool) -> float:
    """Return the size at which a slide fits its frame."""
    script = ARABIC if arabic else LATIN
    room = HEIGHT - (FOOT if slide.foot else 0)
    room -= PICTURE * sum(one["b"] == "picture" for one in slide.blocks)
    parts = list(_parts(slide))
    return next((size for size in SIZES if sum(part.height(size, script) for part in parts) <= room), LEAST)


def _parts(slide: Slide) -> Iterator[Part]:
    yield Part(_letters(slide.title), TITLE)
    for block in slide.blocks:
        yield from _of_block(block)
    listed = [Part(_letters(one.words), mark=MARK) for one in slide.ballots if one.words]
    # Letters alone stand side by side, in boxes.
    yield from listed or ([Part(0, edges=1)] if slide.ballots else [])


def _of_block(block: Block) -> Iterator[Part]:
    if block["b"] == "messages":
        yield from (Part(_letters(one), mark=MARK, wide=0.75, edges=1.4) for one in block["items"])
        return
    inside = block.get("items") or block.get("blocks")
    yield from (Part(_letters(one), mark=MARK) for one in inside or ())
    if not inside and (letters := _letters(block)):
        yield Part(letters)


def _letters(words: Any) -> int:
    return len(words_of(words))
