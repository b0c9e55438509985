"""How easy a text is to read: sentences, words, syllables, and what each age is asked to read.

Flesch's reading ease for English, Kandel and Moles' adaptation of it for French: 100 is very easy, 30 is hard.
Pyphen gives the breaks of a word (its patterns come with it: nothing is downloaded); as a line is never broken after
one letter, the vowels between two breaks are counted too. Same text, same number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from pyphen import Pyphen

from balise.lexicon import Lexicon
from balise.markup import PLAIN, Node, parse, walk


@dataclass(frozen=True, slots=True)
class Level:
    """What readers from an age on are asked to read: near Flesch's table of school years, French eight points above."""

    age: int
    ease: dict[str, float]
    """The least reading ease of an activity, by locale."""
    words: int
    """The most words of a sentence."""


LEVELS = (
    Level(18, {"fr": 58, "en": 50}, 36),
    Level(15, {"fr": 68, "en": 60}, 34),
    Level(11, {"fr": 76, "en": 68}, 32),
    Level(0, {"fr": 88, "en": 80}, 22),
)
FORMULAS = {"fr": (207.0, 1.015, 73.6), "en": (206.835, 1.015, 84.6)}
PATTERNS = {"fr": "fr", "en": "en_GB"}

# A colon or a semicolon ends a unit of speech, as in Flesch's own count.
# Every mark is looked for first: what may begin with a space would be tried at each.
END = re.compile(r"[.!?…؟:;](?:(?<=[.!?…؟])[.!?…؟]*|(?<=\s[:;])|(?=\s))[\s»”\")]*(?=\s|$)")
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
LATIN = re.compile(r"[a-zà-ÿœ]+")
VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]+")
SILENT_U = re.compile(r"(?<=q)u|(?<=g)u(?=[eiéèê])")
MUTE = {
    "fr": re.compile(r"(?<=[^\Waeiouyé])(?:e|es|ent)$"),
    "en": re.compile(r"(?<=[^\Waeiouy])(?<![bdfgkptz]l)(?:e|es|ed)$"),
}


def level(ages: str) -> Level:
    """Return what readers of these ages, such as `12-15`, are asked to read: the youngest count."""
    youngest = int(ages.partition("-")[0])
    return next(one for one in LEVELS if youngest >= one.age)


def sentences(text: str) -> list[list[str]]:
    """Return the words of each sentence of a Markdown text; what a reference shows is left out."""
    return [words for one in _spoken(text) for part in END.split(one) if (words := WORD.findall(part))]


def _spoken(text: str) -> Iterable[str]:
    return (text,) if PLAIN.fullmatch(text) else paragraphs(text)


def paragraphs(text: str) -> Iterator[str]:
    """Yield the words of each paragraph of a Markdown text, punctuation and all; a reference without words is empty."""
    return (_said(node) for node in walk(parse(text)) if node.kind == "paragraph")


def _said(node: Node) -> str:
    return "".join(" " if one.kind == "break" else one.text for one in walk(node.children))


class Tally(NamedTuple):
    """What a reading ease is worked out from."""

    sentences: int
    words: int
    syllables: int


def tally(texts: Iterable[str], locale: str) -> Tally:
    """Count the sentences of Markdown texts, as `sentences` tells them, their words and their syllables."""
    known = _lexicon(locale)
    sentences = words = syllables = 0
    for said in (one for text in texts for one in _spoken(text)):
        begun = False
        for word in said.split():
            some, long, ends = known[word]
            words += some
            syllables += long
            begun = begun or some > 0
            if ends and begun:
                sentences += 1
                begun = False
        sentences += begun
    return Tally(sentences, words, syllables)


def ease(read: Tally, locale: str) -> float:
    """Return the reading ease of what has been counted."""
    base, by_length, by_syllables = FORMULAS[locale]
    return base - by_length * read.words / read.sentences - by_syllables * read.syllables / read.words


@cache
def _lexicon(locale: str) -> Lexicon[tuple[int, int, bool]]:
    """Return what is known of what stands between two spaces: how many words and syllables, whether a sentence ends."""

    def made(written: str) -> tuple[int, int, bool]:
        words = WORD.findall(written)
        return len(words), sum(syllables(word, locale) for word in words), bool(END.search(f" {written} "))

    return Lexicon(made)


def syllables(word: str, locale: str) -> int:
    """Count the syllables of a word, one at least."""
    return max(1, sum(_part(part, locale) for part in LATIN.findall(word.lower())))


def _part(part: str, locale: str) -> int:
    """Count what stands between apostrophes and hyphens: “l” of “l'ami” has no vowel."""
    chunks = [SILENT_U.sub("", chunk) for chunk in _hyphenation(locale).inserted(part, "-").split("-")]
    counts = [len(VOWELS.findall(chunk)) for chunk in chunks]
    if MUTE[locale].search(chunks[-1]) and counts[-1] > 1:
        counts[-1] -= 1
    return sum(counts)


@cache
def _hyphenation(locale: str) -> Pyphen:
    return Pyphen(lang=PATTERNS[locale])
