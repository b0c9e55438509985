"""A vote by hands or by cards: what can be chosen, and an empty table to write down how many hands went up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from balise.paper import Inline, strong, words_of
from balise.powerpoint.board import PAD, Board
from balise.powerpoint.fit import BEFORE, SIZES, height
from balise.powerpoint.objects import Letters, table
from balise.powerpoint.oxml import Box, describe
from balise.powerpoint.text import Para
from balise.typesetter import END, ISOLATE

GAP, INSIDE = 6.0, 8.0
"""Points between cards, and around their words."""
LETTER, HANDS = 56.0, 110.0
"""Points: how wide the columns of the tally are."""
HEAD = 30.0
"""Points: how high the header of the tally is."""
LABEL = 18
CARD = ("bg1", "accent1", "tx1")
Ballots = Sequence[dict[str, Any]]


def put(board: Board, slide: dict[str, Any], box: Box) -> None:
    """Put what can be voted for in a box: cards beside their tally, or letters alone above theirs."""
    ballots = slide["ballots"]
    if _said_here(ballots):
        _cards(board, ballots, slide["rounds"], box)
    else:
        _letters(board, ballots, slide["rounds"], box)


def _said_here(ballots: Ballots) -> bool:
    """Say whether there is more to show than letters, told on the slides before."""
    return any(words_of(one["words"]).strip() or one["leads"] for one in ballots)


def room_for(ballots: Ballots, rounds: int, wide: float, size: int) -> float:
    """Return how high the cards are, with the header of their tally."""
    if not _said_here(ballots):
        return 80.0 * (rounds + 1)
    return HEAD + sum(_highs(ballots, size, wide - _tally(rounds)))


def _tally(rounds: int) -> float:
    return LETTER + HANDS * rounds + GAP


def _highs(ballots: Ballots, size: int, wide: float) -> list[float]:
    return [height([_said(one)], size, wide - 2 * PAD) - BEFORE + INSIDE + GAP for one in ballots]


def _said(one: dict[str, Any]) -> Para:
    # Isolated, or it would join words written from left to right.
    letter: Inline = [strong([f"{ISOLATE}{one['letter']}{END}"]), "\u2003"] if one["letter"] else []
    return Para([*letter, *one["words"]])


def _cards(board: Board, ballots: Ballots, rounds: int, box: Box) -> None:
    wide = box.wide - _tally(rounds)
    sizes = [size for size in SIZES[3:] if room_for(ballots, rounds, box.wide, size) <= box.high]
    size = sizes[0] if sizes else SIZES[-1]
    highs = _highs(ballots, size, wide)
    # What is left is shared: the cards are easier to aim at.
    spare = max(0.0, min(24.0, (box.high - HEAD - sum(highs)) / len(highs)))
    highs = [high + spare for high in highs]
    top = box.y + HEAD
    for one, high in zip(ballots, highs, strict=True):
        drawn = board.shape(Box(box.x, top + GAP / 2, wide, high - GAP), [_said(one)], size, CARD)
        if one["leads"]:
            board.waits.append((drawn, one["leads"]))
        top += high
    rows: list[list[Inline]] = [[[], *_heads(board, rounds)]]
    rows += [[[strong([one["letter"]])], *[[] for _ in range(rounds)]] for one in ballots]
    where = Box(box.x + wide + GAP, box.y, _tally(rounds) - GAP, HEAD + sum(highs))
    made = table(board, rows, [LETTER, *[HANDS] * rounds], where, Letters(LABEL, centred=True))
    for row, high in zip(made.table.rows, [HEAD, *highs], strict=True):
        row.height = round(high) * 12700
    made.table.first_col = True
    describe(made, board.labels["tally"])


def _letters(board: Board, ballots: Ballots, rounds: int, box: Box) -> None:
    heads: list[list[Inline]] = [[[], *([one["letter"]] for one in ballots)]]
    rows: list[list[Inline]] = [[words, *[[] for _ in ballots]] for words in _heads(board, rounds)]
    high = min(box.high, 80.0 * (rounds + 1))
    where = Box(box.x, box.y, box.wide, high)
    widths = [1.6, *[1.0] * len(ballots)]
    describe(table(board, [*heads, *rows], widths, where, Letters(36, centred=True)), board.labels["tally"])


def _heads(board: Board, rounds: int) -> list[Inline]:
    labels: list[Inline] = board.labels["hands"]
    return labels[:1] if rounds == 1 else labels[1 : rounds + 1]
