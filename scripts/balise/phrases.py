"""Phrases as linguists write them, and looking for hundreds of them in a text quickly.

    pédopornograph*             any ending
    enfant*|mineur* prostitué*  one word or another
    pour piéger … il suffit     up to four words between, in one sentence
    ^installe un logiciel       at the start of a sentence

Case, accents that only mark stress or vowels (Ukrainian, Arabic) and the shape of apostrophes do not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from balise.markup import PLAIN, Node, parse
from balise.sieve import KEY, OPEN, Sieve

BREAK = " ¶ "  # between blocks, so that no phrase runs from one into the next
GAP = r"(?:[^\s.!?;:¶؟؛]+ ){0,4}?"
START = r"(?:\A|(?<=[.!?;:¶«»؟؛] )|(?<=[«“\"¡¿(]))"
QUOTED = re.compile(r"«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"")
SENTENCE_END = re.compile(r"[.!?;:¶؟؛]")
WORD = re.compile(r"\w+")
NOT_LETTERS = re.compile("[\u0301\u0640\u064b-\u0652\u0670\u00ad\u200b-\u200f\u2060-\u2069]")
SAME = {"’": "'", "ʼ": "'", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا"}
FRONT = 4  # letters that a language may write onto a word's front
BEFORE = 6  # words before a phrase among which a negation undoes it


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase ready to be looked for.

    A text that holds it holds a word of each set of `needs`, the rarest first; `*` where the end of the word is open.
    """

    written: str
    regex: str
    needs: tuple[frozenset[str], ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """Compiled where the phrase may be met: of hundreds, most never are."""
        return _compiled(self.regex)


@dataclass(frozen=True, slots=True)
class Met:
    """A phrase met in a text: the words as they stand there, whether quoted, whether undone by a negation."""

    words: str
    quoted: bool
    undone: bool


def phrase(written: str, joined: str = "") -> Phrase:
    """Read a phrase; `joined` matches what a language writes onto a word's front, such as `d'` or `وال`.

    Raises:
        ValueError: for a phrase that is too short to look for.
    """
    words = normal(written).split()
    pieces, anchors = [], []
    for word in words:
        if word == "…":
            pieces.append(GAP)
        else:
            begins = START if word.startswith("^") else ""
            choices = word.removeprefix("^").split("|")
            endings = "|".join(re.escape(one).replace(r"\*", r"\w*") for one in choices)
            pieces.append(rf"{begins}(?<!\w)(?:{joined})?(?:{endings})(?!\w)[ ,-]*")
            anchors.append(tuple(_anchor(one) for one in choices))
    anchors.sort(key=lambda choices: min(map(len, choices)), reverse=True)
    rarest, *others = (frozenset(choices) for choices in anchors or [("",)])
    if any(len(word) < 2 for word in rarest) or not _can_be_looked_up(rarest):
        raise ValueError(f'"{written}": a phrase needs a word of two letters, four before `*`')
    return Phrase(written, "".join(pieces).removesuffix("[ ,-]*"), (rarest, *filter(_can_be_looked_up, others)))


_compiled = cache(re.compile)


def _anchor(word: str) -> str:
    """Return the longest piece of a word: letters alone, then `*` where its end is open."""
    return max(re.findall(r"\w+\*?", word), key=len, default="")


def _can_be_looked_up(words: frozenset[str]) -> bool:
    return all(word and OPEN not in word[:KEY] for word in words)


class Finder:
    """Finds phrases in texts of one language."""

    def __init__(self, phrases: Sequence[Phrase], joined: str = "", undo: Sequence[str] = ()) -> None:
        self.undo = frozenset(map(normal, undo))
        self.joined = bool(joined) and "'" not in joined  # an apostrophe already parts words
        self.phrases = phrases
        self.sieve = Sieve([one.needs for one in phrases], self._words)

    def find(self, text: str) -> list[tuple[int, Met]]:
        """Return the number of each phrase met, in their order: once, neither quoted nor undone if it ever is."""
        words = words_of(text)
        rows = self.sieve.rows(words)
        return self._in(normal(words), rows) if rows else []

    def _in(self, said: str, rows: list[int]) -> list[tuple[int, Met]]:
        """Return those of some phrases that are met in a text."""
        found = []
        quotes = [quote.span() for quote in QUOTED.finditer(said)]
        for row in rows:
            one = self.phrases[row]
            if met := [self._met(one, each, said, quotes) for each in one.pattern.finditer(said)]:
                found.append((row, min(met, key=lambda one: one.quoted + one.undone)))
        return found

    def _words(self, written: str) -> Iterator[str]:
        """Yield what a word may be: itself, and what is left of it without the letters written onto its front."""
        for word in WORD.findall(normal(written)):
            for start in range(FRONT + 1 if self.joined else 1):
                yield word[start:]

    def _met(self, one: Phrase, found: re.Match[str], said: str, quotes: list[tuple[int, int]]) -> Met:
        before = WORD.findall(SENTENCE_END.split(said[: found.start()])[-1])[-BEFORE:]
        between = set(WORD.findall(found[0])).difference(WORD.findall(normal(one.written)))
        quoted = any(start <= found.start() < end for start, end in quotes)
        return Met(found[0].strip(" ,-"), quoted, not self.undo.isdisjoint({*before, *between}))


def normal(text: str) -> str:
    """Return a text in the one shape phrases are compared in."""
    shaped = unicodedata.normalize("NFC", text.lower())
    for letter, same in SAME.items():  # many times faster than `translate`
        shaped = shaped.replace(letter, same)
    return " ".join(NOT_LETTERS.sub("", shaped).split())


def words_of(text: str) -> str:
    """Return the words of a text of the course, its blocks apart and its block quotations in quotation marks."""
    if PLAIN.fullmatch(text):
        return text
    return "".join(map(_words, parse(text)))


def _words(node: Node) -> str:
    inside = "".join(map(_words, node.children))
    if node.kind == "quote":
        return f"«{inside}»{BREAK}"
    if node.kind in ("paragraph", "item"):
        return inside + BREAK
    return node.text if node.kind == "text" else inside
