"""Cuts runs that are already set, where words alone are too many for a slide."""

from __future__ import annotations

from balise.paper import Inline, words_of
from balise.sentences import MORE
from balise.typesetter import END, ISOLATE


def parts_of(runs: Inline, most: int) -> list[Inline]:
    """Return runs in parts of at most `most` words, about as long as each other; dots say that they go on."""
    total = len(words_of(runs).split())
    if total <= most:
        return [runs]
    # Dots before what goes on are read as a word.
    each = -(-total // -(-total // (most - 1)))
    place = _place(words_of(runs), each)
    if not place:
        return [runs]
    before, after = split(runs, place)
    return [[*before, MORE], *parts_of([f"{MORE} ", *after], most)]


def _place(text: str, words: int) -> int:
    """Return where so many words end, or the last place before that is not inside a number; 0 where there is none."""
    spaces = [at for at, letter in enumerate(text) if letter == " " and text[at - 1 : at] not in (" ", MORE)]
    fair = [at for at in spaces if text.count(ISOLATE, 0, at) == text.count(END, 0, at)]
    return max((at for at in fair if len(text[:at].split()) <= words), default=0)


def split(runs: Inline, place: int) -> tuple[Inline, Inline]:
    """Return what comes before a place in the words of runs, and what comes after, each with its marks."""
    before: Inline = []
    after: Inline = []
    for run in runs:
        length = len(words_of(run))
        if place >= length:
            before.append(run)
        elif place <= 0:
            after.append(run)
        elif isinstance(run, str):
            before.append(run[:place].rstrip())
            after.append(run[place:].lstrip())
        else:
            first, rest = split(run["c"], place)
            before.append({**run, "c": first})
            after.append({**run, "c": rest})
        place -= length
    return before, after
