"""One slide of printed notes: what the room sees, and beside it what is said, when, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from balise import paper
from balise.deck_notes import MINUTE, lasts
from balise.messages import message
from balise.paper import Block, Inline, words_of
from balise.sheet_parts import COLON, joined
from balise.sheets.slide_notes.fitting import points
from balise.slides import Ballot, Slide
from balise.typesetter import Typesetter

PAGE = 44
"""Lines of notes that fit one page in every script: longer ones begin a page and flow on."""


def rows(to: Typesetter, slides: Sequence[Slide]) -> Iterator[dict[str, Any]]:
    """Yield what the template sees of each slide, in order."""
    numbers = {slide.id: number for number, slide in enumerate(slides, 1)}
    for number, slide in enumerate(slides, 1):
        notes = [*_ways(to, slide, numbers), *slide.notes]
        yield {
            "number": to.number(str(number)),
            "points": points(slide, arabic=to.local.direction == "rtl"),
            "title": slide.title,
            "blocks": list(_blocks(to, slide)),
            "ballots": [{"letter": one.letter, "c": one.words} for one in slide.ballots],
            "letters-alone": bool(slide.ballots) and not any(one.words for one in slide.ballots),
            "foot": slide.foot,
            "time": joined([_starts(to, slide.start), lasts(to, slide.seconds)]),
            "notes": notes,
            "long": paper.keep(notes)["bulk"] > PAGE,
        }


def _blocks(to: Typesetter, slide: Slide) -> Iterator[Block]:
    """Yield what a slide shows: no picture whose file is missing, and a colon after who sends a message."""
    for one in slide.blocks:
        if one["b"] == "messages":
            said = [{**each, "who": [*each["who"], *to.text(COLON)] if each["who"] else []} for each in one["items"]]
            yield paper.messages(said)
        elif one["b"] != "picture" or one["name"] in to.pictures:
            yield one


def _starts(to: Typesetter, seconds: int) -> Inline:
    return to.text(message("à {n} min"), n=seconds // MINUTE)


def _ways(to: Typesetter, slide: Slide, numbers: dict[str, int]) -> list[Block]:
    """Return the key of a question, and on which slide each vote goes on."""
    ways = [_way(to, one, numbers[one.leads]) for one in slide.ballots if one.leads in numbers]
    said = [
        *_key(to, slide.ballots),
        *([to.text(message("Comptez les mains {n} fois."), n=slide.rounds)] if slide.rounds > 1 else []),
        *([joined(ways)] if ways else []),
    ]
    if slide.follows in numbers and numbers[slide.follows] != numbers[slide.id] + 1:
        said.append(to.text(message("Ensuite : diapo {n}"), n=numbers[slide.follows]))
    return [paper.para([paper.strong(one)]) for one in said]


def _key(to: Typesetter, ballots: Sequence[Ballot]) -> list[Inline]:
    right = [one.letter or words_of(one.words) for one in ballots if one.correct]
    if not right:
        return []
    label = message("Bonne réponse") if len(right) == 1 else message("Bonnes réponses")
    return [[*to.text(label), *to.text(COLON), ", ".join(right)]]


def _way(to: Typesetter, ballot: Ballot, number: int) -> Inline:
    """Return where a vote leads."""
    name = [ballot.letter] if ballot.letter else ballot.words
    return [*name, *to.text(COLON), *to.text(message("diapo {n}"), n=number)]
