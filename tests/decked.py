"""What tests look at in slides: their words, and the ways through a conversation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from balise.decks import Deck
from balise.paper import words_of
from balise.slides import Slide, base_of
from pages import words

SETTLED = str.maketrans({"\u2066": None, "\u2069": None, "\u2060": None})


def said(part: Any) -> str:
    """Return the words of runs or blocks with plain spaces."""
    return words(words_of(part).translate(SETTLED))


def shown(slides: Iterable[Slide]) -> str:
    """Return everything the room can read."""
    parts = ([slide.title, slide.blocks, slide.foot, *(one.words for one in slide.ballots)] for slide in slides)
    return " ".join(said(part) for group in parts for part in group)


def noted(slides: Iterable[Slide]) -> str:
    """Return everything the presenter alone reads."""
    return " ".join(said(slide.notes) for slide in slides)


def bases(deck: Deck) -> list[str]:
    """Return the ids of the slides of a deck, each once however many parts it has in this language."""
    return list(dict.fromkeys(base_of(slide.id) for slide in deck.slides))


def next_of(slides: Sequence[Slide], place: int) -> int:
    """Return the place of the slide that comes next when nobody votes."""
    slide = slides[place]
    if slide.follows:
        return next(number for number, one in enumerate(slides) if one.id == slide.follows)
    return place + 1


def ways_of(slides: Sequence[Slide], place: int) -> set[int]:
    """Return the places of every slide that can come next."""
    led = {one.leads for one in slides[place].ballots if one.leads}
    return {next_of(slides, place)} | {number for number, one in enumerate(slides) if one.id in led}
