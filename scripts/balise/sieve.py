"""Which of many phrases a text may hold, told by the words each needs: most texts hold none, and cost little."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, reduce
from operator import or_

from balise.lexicon import Lexicon

OPEN = "*"
"""Ends a word whose ending may be any."""
KEY = 4
"""Such a word is looked up by its first letters."""


class Sieve:
    """Tells which phrases a text may hold: those of whose needs it holds a word each, the rarest need first.

    `words` gives the words that what stands between two spaces may be taken for.
    """

    def __init__(self, phrases: Sequence[Sequence[frozenset[str]]], words: Callable[[str], Iterable[str]]) -> None:
        bits = {need: 1 << place for place, need in enumerate(dict.fromkeys(need for one in phrases for need in one))}
        self._words = words
        self._needs = [reduce(or_, map(bits.__getitem__, one)) for one in phrases]
        self._rarest = [bits[one[0]] for one in phrases]
        self._any = reduce(or_, self._rarest, 0)
        self._whole: dict[str, int] = {}
        self._open: dict[str, int] = {}
        for word, bit in ((word, bit) for need, bit in bits.items() for word in need):
            known, key = (self._open, word[:KEY]) if word.endswith(OPEN) else (self._whole, word)
            known[key] = known.get(key, 0) | bit
        self._lexicon = Lexicon(self._met)
        self._likely = lru_cache(maxsize=4096)(self._with)

    def rows(self, text: str) -> list[int]:
        """Return the numbers of the phrases a text may hold."""
        held = reduce(or_, map(self._lexicon.__getitem__, text.split()), 0)
        if not held & self._any:
            return []
        return [row for row in self._likely(held & self._any) if held & self._needs[row] == self._needs[row]]

    def _with(self, rarest: int) -> list[int]:
        return [row for row, bit in enumerate(self._rarest) if rarest & bit]

    def _met(self, written: str) -> int:
        bits = 0
        for word in self._words(written):
            bits |= self._whole.get(word, 0) | self._open.get(word[:KEY], 0)
        return bits
