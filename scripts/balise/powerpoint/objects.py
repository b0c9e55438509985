"""What slides hold beside words: tables, conversations, pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.oxml.ns import qn
from pptx.util import Pt

from balise import printing
from balise.paper import Block, Inline, words_of
from balise.powerpoint.board import PAD, Board
from balise.powerpoint.fit import SIZES, height
from balise.powerpoint.oxml import EMU, Box, add, describe, fill
from balise.powerpoint.text import Para, write
from balise.typesetter import isolated

OBJECTS = ("table", "messages", "picture")
GAP = 10
BUBBLE = 0.72
"""How much of the width a message may take."""
THEIRS, OURS = ("bg1", "accent1", "tx1"), ("accent1", "accent1", "bg1")
Row = Sequence[Inline]


def put(board: Board, one: Block, box: Box, pictures: dict[str, Any]) -> None:
    """Put a block that is not words in a box."""
    if one["b"] == "picture":
        drawn = board.picture(printing.drawn(pictures[one["name"]]), box)
        describe(drawn, one["alt"])
    elif one["b"] == "messages":
        _messages(board, one["items"], box)
    else:
        size = _table_size([one["head"], *one["rows"]], one["widths"], box)
        said = isolated("; ".join(words_of(cell).strip() for cell in one["head"]))
        describe(table(board, [one["head"], *one["rows"]], one["widths"], box, Letters(size)), said)


@dataclass(frozen=True, slots=True)
class Letters:
    """How the words of cells look: their size in points, and whether they are those of a header."""

    size: float
    centred: bool = False
    head: bool = False


def table(board: Board, rows: Sequence[Row], widths: Sequence[float], box: Box, letters: Letters) -> Any:
    """Put a table with a header row in a box; the height of rows is shared, and grows with their words.

    Its columns are turned by hand where reading goes from right to left: not every program does it.
    """
    turn = -1 if board.voice.rtl else 1
    made = board.slide.shapes.add_table(len(rows), len(widths), *board.sides(box))
    for column, part in zip(made.table.columns, list(widths)[::turn], strict=True):
        column.width = Pt(round(box.wide * part / sum(widths)))
    for place, row in enumerate(rows):
        made.table.rows[place].height = Pt(round(box.high / len(rows)))
        for number, words in enumerate(list(row)[::turn]):
            _cell(board, made.table.cell(place, number), words, replace(letters, head=place == 0))
    return made


def _cell(board: Board, one: Any, words: Inline, letters: Letters) -> None:
    """Write the words of a cell, which has a ground and lines of its own."""
    body = one._tc.get_or_add_txBody()  # noqa: SLF001
    write(body, [Para(words, bold=letters.head)], board.voice, board.slide.part)
    size = str(round(letters.size * 100))
    for paragraph in body.findall(qn("a:p")):
        if letters.centred:
            paragraph.find(qn("a:pPr")).set("algn", "ctr")
        for properties in paragraph.iter(qn("a:rPr")):
            properties.set("sz", size)
            properties.insert(0, fill(properties, "bg1" if letters.head else "tx1").getparent())
        if not paragraph.findall(qn("a:r")):
            add(paragraph, "a:endParaRPr", lang=board.voice.tag, sz=size)
    look = one._tc.get_or_add_tcPr()  # noqa: SLF001
    look.set("anchor", "ctr")
    for side in "LRTB":
        fill(add(look, f"a:ln{side}", w=EMU), "accent1")
    fill(look, "accent1" if letters.head else "bg1")


def _table_size(rows: Sequence[Row], widths: Sequence[float], box: Box) -> int:
    """Return the largest size at which the rows fit a box."""
    wide = [box.wide * part / sum(widths) - 2 * PAD for part in widths]

    def high(size: int) -> float:
        return sum(
            max(height([Para(words)], size, room) for words, room in zip(row, wide, strict=True)) + PAD for row in rows
        )

    return next((size for size in SIZES[4:] if high(size) <= box.high), SIZES[-1])


def _messages(board: Board, items: Sequence[dict[str, Any]], box: Box) -> None:
    """Draw a conversation: who speaks above each message, ours on the other side."""
    found = [
        [*([Para(one["who"], bold=True)] if words_of(one["who"]).strip() else []), Para(one["c"])] for one in items
    ]
    room = box.wide * BUBBLE

    def highs(size: int) -> list[float]:
        return [height(one, size, room - 2 * PAD) + PAD for one in found]

    size = next((one for one in SIZES[4:] if sum(highs(one)) + GAP * len(found) <= box.high), SIZES[-1])
    top = box.y
    for one, words, high in zip(items, found, highs(size), strict=True):
        start = box.x + (box.wide - room if one["mine"] else 0)
        board.shape(Box(start, top, room, high), words, size, OURS if one["mine"] else THEIRS)
        top += high + GAP
