"""Sets one slide: its title, its words, what it holds beside them, its foot, its number, its notes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pptx.oxml.ns import qn

from balise.paper import Block, Inline, words_of
from balise.powerpoint import ballots, notes, objects
from balise.powerpoint.board import Board
from balise.powerpoint.fit import BOLD, SIZES, height
from balise.powerpoint.layouts import Place
from balise.powerpoint.oxml import Box, Element, add
from balise.powerpoint.text import Para, paragraphs, write

TITLE, BODY, FOOT, NUMBER = 0, 1, 11, 12
"""How the template numbers its placeholders."""
LAYOUTS = {"list": "words", "end": "help"}
"""Looks whose layout has another name."""
ROOM = Box(48, 146, 864, 324)
"""Where a slide without a body has its things."""
GAP = 14
ONWARD = Box(640, 480, 180, 44)
FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


def look_of(slide: dict[str, Any]) -> str:
    """Return the name of the layout of a slide."""
    kinds = {one["b"] for one in slide["blocks"]}
    if kinds == {"picture"}:
        return "picture"
    words = any(paragraphs(slide["blocks"]))
    if not words and slide["look"] == "words":
        return "bare"
    look: str = slide["look"]
    return LAYOUTS.get(look, look)


def put(board: Board, slide: dict[str, Any], foot: Inline, pictures: dict[str, Any]) -> None:
    """Set a slide made from its layout."""
    holders = {one.placeholder_format.idx: one for one in board.slide.placeholders}
    # The layout makes it bold.
    board.put(holders[TITLE], [Para(slide["title"])], board.places[TITLE], heavy=BOLD)
    held = [one for one in slide["blocks"] if one["b"] in objects.OBJECTS]
    words = [*paragraphs(slide["blocks"]), *_captions(held)]
    box = _body(board, holders.get(BODY), words, slide, held)
    for number, one in enumerate(held):
        share = box.high / len(held)
        objects.put(board, one, Box(box.x, box.y + number * share, box.wide, share), pictures)
    if slide["ballots"]:
        ballots.put(board, slide, box)
    if slide["follows"]:
        said = [Para([*board.labels["onward"], " ›"])]
        board.waits.append((board.shape(ONWARD, said, 24, objects.OURS), slide["follows"]))
    _foot(board, slide["foot"] or foot, short=bool(slide["follows"]))
    notes.put(board.slide, board.number, list(paragraphs(slide["notes"])), board.voice)


def _captions(held: list[Block]) -> list[Para]:
    return [Para(one["c"]) for one in held if one["b"] == "picture" and words_of(one["c"]).strip()]


def _body(board: Board, holder: Any, words: list[Para], slide: dict[str, Any], held: list[Block]) -> Box:
    """Write the words of a slide; return the room left below them, or above a caption."""
    if holder is None:
        return ROOM
    place = board.places[BODY]
    box, captioned = place.box, look_of(slide) == "picture"
    if not words:
        holder._element.getparent().remove(holder._element)  # noqa: SLF001  an empty one would say “click to add”
        return ROOM if captioned else box
    if captioned:
        board.put(holder, words, place)
        return Box(ROOM.x, ROOM.y, ROOM.wide, box.y - ROOM.y - GAP)
    if not held and not slide["ballots"]:
        board.put(holder, words, place)
        return box
    size, high = _shared(words, slide, box, place.size)
    board.put(holder, words, replace(place, box=box._replace(high=high), size=size))
    return box.below(box.y + high + GAP)


def _shared(words: list[Para], slide: dict[str, Any], box: Box, most: int) -> tuple[int, float]:
    """Return how large words are that share a slide, and how high they stand."""
    for size in (one for one in SIZES if one <= most):
        high = height(words, size, box.wide)
        rest = ballots.room_for(slide["ballots"], slide["rounds"], box.wide, size) if slide["ballots"] else box.high / 2
        if high + GAP + rest <= box.high:
            return size, high
    return SIZES[-1], min(height(words, SIZES[-1], box.wide), box.high / 2)


def _foot(board: Board, foot: Inline, *, short: bool) -> None:
    place = board.places[FOOT]
    if words_of(foot).strip():
        made = _copied(board, place)
        write(made.find(qn("p:txBody")), [Para(foot)], board.voice, board.slide.part)
        if short:
            _narrowed(board, made, place.box)
    body = _copied(board, board.places[NUMBER]).find(qn("p:txBody"))
    field = add(add(body, "a:p"), "a:fld", id=FIELD, type="slidenum")
    add(field, "a:rPr", lang=board.voice.tag)
    add(field, "a:t").text = str(board.number)


def _copied(board: Board, place: Place) -> Element:
    """Return a placeholder of the layout on the slide, which python-pptx leaves to us for the foot of slides."""
    tree = board.slide.shapes._spTree  # noqa: SLF001
    number = max(int(one) for one in tree.xpath(".//p:cNvPr/@id")) + 1
    made = add(tree, "p:sp")
    said = add(made, "p:nvSpPr")
    add(said, "p:cNvPr", id=number, name=f"{place.name} {number}")
    add(add(said, "p:cNvSpPr"), "a:spLocks", noGrp=1)
    add(add(said, "p:nvPr"), "p:ph", **place.holder.attrib)
    add(made, "p:spPr")
    body = add(made, "p:txBody")
    add(body, "a:bodyPr")
    add(body, "a:lstStyle")
    return made


def _narrowed(board: Board, made: Element, box: Box) -> None:
    """Leave room for what leads on."""
    left, top, wide, high = board.sides(box._replace(wide=ONWARD.x - box.x - GAP))
    frame = add(made.find(qn("p:spPr")), "a:xfrm")
    add(frame, "a:off", x=int(left), y=int(top))
    add(frame, "a:ext", cx=int(wide), cy=int(high))
