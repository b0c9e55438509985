"""Cuts Markdown into pieces short enough for a slide, between sentences, never inside a mark or a quotation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from balise.markup import plain

T = TypeVar("T")

BETWEEN = re.compile(r"(?<=[.!?…؟»”\"])\s+(?![a-zà-ÿа-яіїєґ0-9:;!?»”])")
ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+", re.MULTILINE)
ABBREVIATION = re.compile(r"\b(?:M|MM|Mme|Mlle|art|etc|cf|p|No|Mr|Mrs|Ms|Dr|Sr|Sra|núm|ст)\.$")
MARKS = (("[", "]"), ("(", ")"))
QUOTES = (("«", "»"), ("“", "”"))
STOP = re.compile(r"\s*[;؛]\s+")
"""A pause where a sentence may end."""
COLON = re.compile(r"\s*:\s+")
"""A pause that says by itself that something comes."""
PAUSES = (STOP, COLON, re.compile(r"\s*[,،]\s+"), re.compile(r"\s+(?=[–—(])"))
SPACE = re.compile(r"\s+")
FEWEST = 4
"""Words on each side of a cut."""
MORE = "…"


Count = Callable[[str], int]
"""Says how many words a text has, those of its references among them."""


def counter(name: Callable[[str], str]) -> Count:
    """Return what counts the words of a text; `name` says what a reference shows."""
    return lambda text: len(plain(text, name).split())


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a Markdown text, each with its own type; the items of a list are sentences too."""
    kind = type(text)
    for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)", str(text)):
        waiting = ""
        for piece in BETWEEN.split(" ".join(ITEM.sub("", block).split())):
            waiting = f"{waiting} {piece}".strip()
            if _whole(waiting):
                yield kind(waiting)
                waiting = ""
        if waiting:
            yield kind(waiting)


def _whole(text: str) -> bool:
    """Say whether a sentence can end there: not after an abbreviation, nothing left open."""
    return not ABBREVIATION.search(text) and _closed(text)


def _closed(text: str) -> bool:
    """Say whether nothing is left open, quotations among the rest."""
    return _unmarked(text) and all(text.count(left) == text.count(right) for left, right in QUOTES)


def _unmarked(text: str) -> bool:
    """Say whether references and emphasis are closed; a quotation may go on."""
    if text.count("**") % 2 or text.replace("**", "").count("*") % 2:
        return False
    return all(text.count(left) == text.count(right) for left, right in MARKS)


def pieces(texts: Sequence[str], most: int, count: Count) -> Iterator[list[str]]:
    """Yield groups of sentences of at most `most` words; every text begins a group.

    A sentence that is longer is cut at a pause, or at a space where it has none; dots say that it goes on.
    """
    for text in texts:
        if "\n" not in text and count(text) <= most:
            item = ITEM.match(text)
            yield [type(text)(" ".join(text[item.end() if item else 0 :].split()))]
            continue
        found = list(_short(sentences(text), most, count))
        yield from shared(found, [count(one) for one in found], most)


def shared(parts: Sequence[T], words: Sequence[int], most: int) -> list[list[T]]:
    """Return parts in as few groups of at most `most` words as can be, none much shorter than the others."""
    fewest = _groups(parts, words, most)
    for less in range(-(-sum(words) // max(1, len(fewest))), most):
        even = _groups(parts, words, less)
        if len(even) == len(fewest):
            return even
    return fewest


def _groups(parts: Sequence[T], words: Sequence[int], most: int) -> list[list[T]]:
    """Return parts in groups filled one after the other."""
    groups: list[list[T]] = []
    room = 0
    for part, long in zip(parts, words, strict=True):
        if not groups or long > room:
            groups.append([])
            room = most
        groups[-1].append(part)
        room -= long
    return groups


def _short(found: Iterator[str], most: int, count: Count) -> Iterator[str]:
    for sentence in found:
        yield from _halves(sentence, most, count) if count(sentence) > most else (sentence,)


def _halves(sentence: str, most: int, count: Count) -> Iterator[str]:
    """Yield a long sentence in two or more, each short enough; whole where it cannot be cut."""
    kind, text = type(sentence), str(sentence)
    found = _cut(text, count)
    if found is None:
        yield sentence
        return
    before, after = text[: found.start()].rstrip(), text[found.end() :].lstrip()
    if found.re is COLON:
        halves = text[: found.end()].rstrip(), after
    elif found.re is STOP and _closed(before) and after[:1].isalpha():
        halves = f"{before}.", after[0].upper() + after[1:]
    else:
        halves = f"{before}{MORE}", f"{MORE} {after}"
    for half in halves:
        yield from _short(iter((kind(half),)), most, count)


def _cut(text: str, count: Count) -> re.Match[str] | None:
    """Return the best place to cut: a pause, else a space, and inside a quotation only where nothing else is left."""
    for pause, fair in ((pause, fair) for fair in (_closed, _unmarked) for pause in (*PAUSES, SPACE)):
        places = [
            found
            for found in pause.finditer(text)
            if fair(text[: found.start()]) and min(count(text[: found.start()]), count(text[found.end() :])) >= FEWEST
        ]
        if places:
            return min(places, key=lambda found: abs(found.start() - len(text) / 2))
    return None


def merged(group: Sequence[str]) -> str:
    """Return a group as one paragraph of Markdown."""
    kind = type(group[0])
    return kind(" ".join(group))
