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

BREAK = " ¶ "  # between blocks, so that no phrase runs from one into the next
GAP = r"(?:[^\s.!?;:¶؟؛]+ ){0,4}?"
START = r"(?:\A|(?<=[.!?;:¶«»؟؛] )|(?<=[«“\"¡¿(]))"
QUOTED = re.compile(r"«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"")
SENTENCE_END = re.compile(r"[.!?;:¶؟؛]")
WORD = re.compile(r"\w+")
NOT_LETTERS = re.compile("[\u0301\u0640\u064b-\u0652\u0670\u00ad\u200b-\u200f\u2060-\u2069]")
SAME = {"’": "'", "ʼ": "'", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا"}
KEY = 4  # words are looked up by their first letters
FIRST_LETTERS = re.compile(rf"\b\w{{1,{KEY}}}")
BEFORE = 6  # words before a phrase among which a negation undoes it


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase ready to be looked for.

    A text that holds it holds, for each set of `needs`, a word that begins with one of its letters; `keys` is the
    rarest of these sets.
    """

    written: str
    regex: str
    keys: frozenset[str]
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
    longest = max(anchors, key=lambda choices: min(map(len, choices)), default=("",))
    keys = frozenset(one[:KEY] for one in longest)
    if any(len(key) < 2 or "*" in key for key in keys):
        raise ValueError(f'"{written}": a phrase needs a word of two letters, four before `*`')
    needs = tuple(frozenset(one[:KEY] for one in choices) for choices in anchors)
    sure = tuple(need for need in needs if need != keys and not any("*" in one or not one for one in need))
    return Phrase(written, "".join(pieces).removesuffix("[ ,-]*"), keys, sure)


_compiled = cache(re.compile)


def _anchor(word: str) -> str:
    """Return the longest piece of a word: letters alone, then `*` where its end is open."""
    return max(re.findall(r"\w+\*?", word), key=len, default="")


class Finder:
    """Finds phrases in texts of one language."""

    def __init__(self, phrases: Sequence[Phrase], joined: str = "", undo: Sequence[str] = ()) -> None:
        self.undo = frozenset(map(normal, undo))
        self.joined = bool(joined) and "'" not in joined  # an apostrophe already parts words
        self.index: dict[str, list[int]] = {}
        self.phrases = phrases
        for row, one in enumerate(phrases):
            for key in one.keys:
                self.index.setdefault(key, []).append(row)
        self.known = frozenset(self.index)

    def find(self, text: str) -> Iterator[tuple[int, Met]]:
        """Yield the number of each phrase met, in their order: once, neither quoted nor undone if it ever is."""
        rows = self._candidates(normal(text))
        if not rows:
            return
        said = normal(words_of(text))
        quotes = [found.span() for found in QUOTED.finditer(said)]
        for row in rows:
            one = self.phrases[row]
            met = [self._met(one, found, said, quotes) for found in one.pattern.finditer(said)]
            if met:
                yield row, min(met, key=lambda one: one.quoted + one.undone)

    def _candidates(self, text: str) -> list[int]:
        """Return the numbers of phrases that may be in a text: most often none, and this is all it costs."""
        letters = FIRST_LETTERS.findall(text)
        if self.joined:
            letters += [word[start : start + KEY] for word in WORD.findall(text) for start in range(1, KEY + 1)]
        known = self.known.intersection(letters)
        if not known:
            return []
        keys = set(letters)
        rows = {row for key in known for row in self.index[key]}
        return sorted(row for row in rows if not any(map(keys.isdisjoint, self.phrases[row].needs)))

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
