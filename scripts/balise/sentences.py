"""Cuts Markdown into pieces short enough for a slide, between sentences, never inside a mark or a quotation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from balise.markup import plain

BETWEEN = re.compile(r"(?<=[.!?…؟»”\"])\s+(?![a-zà-ÿ0-9:;!?»”])")
ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+", re.MULTILINE)
ABBREVIATION = re.compile(r"\b(?:M|MM|Mme|Mlle|art|etc|cf|p|No|Mr|Mrs|Ms|Dr)\.$")
PAIRS = (("«", "»"), ("“", "”"), ("[", "]"), ("(", ")"))
HALVES = ("; ", " : ", ": ", ", ")


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
    """Say whether nothing is left open: emphasis, a quotation, a reference, an abbreviation."""
    if ABBREVIATION.search(text) or text.count("**") % 2 or text.replace("**", "").count("*") % 2:
        return False
    return all(text.count(left) == text.count(right) for left, right in PAIRS)


def pieces(texts: Sequence[str], most: int, count: Count) -> Iterator[list[str]]:
    """Yield groups of sentences of at most `most` words; every text begins a group.

    A sentence that is longer is cut at a pause; what has none stays whole, and a check speaks of it.
    """
    for text in texts:
        group: list[str] = []
        room = most
        for sentence in _short(sentences(text), most, count):
            words = count(sentence)
            if group and words > room:
                yield group
                group, room = [], most
            group.append(sentence)
            room -= words
        if group:
            yield group


def _short(found: Iterator[str], most: int, count: Count) -> Iterator[str]:
    for sentence in found:
        yield from _halves(sentence, most, count) if count(sentence) > most else (sentence,)


def _halves(sentence: str, most: int, count: Count) -> Iterator[str]:
    """Yield a long sentence in two, cut at the pause nearest its middle that opens nothing."""
    kind, text = type(sentence), str(sentence)
    for pause in HALVES:
        places = [found.end() for found in re.finditer(re.escape(pause), text)]
        fair = [place for place in places if _plain_marks(text[:place])]
        if fair:
            middle = min(fair, key=lambda place: abs(place - len(text) / 2))
            for half in (text[:middle].rstrip(), text[middle:].lstrip()):
                yield from _short(iter((kind(half),)), most, count)
            return
    yield sentence


def _plain_marks(text: str) -> bool:
    """Say whether a text can end there: references and emphasis closed, a quotation may go on."""
    return text.count("**") % 2 == 0 and text.count("[") == text.count("]") and text.count("(") == text.count(")")


def merged(group: Sequence[str]) -> str:
    """Return a group as one paragraph of Markdown."""
    kind = type(group[0])
    return kind(" ".join(group))
