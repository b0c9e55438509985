"""What is known of each word of a language: worked out the first time it is met."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

MOST_WORDS = 30_000
"""Words remembered at a time: a language goes on for ever, memory does not."""


class Lexicon(dict[str, T]):
    """What `make` says of each word: a look-up costs a fifth of a call, and few words of a text are new."""

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, word: str) -> T:
        if len(self) >= MOST_WORDS:
            self.clear()
        self[word] = made = self.make(word)
        return made
