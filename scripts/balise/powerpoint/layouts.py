"""The layouts of the template: what is where, read once a deck."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pptx.oxml.ns import qn

from balise.powerpoint.oxml import EMU, Box, Element

WIDE = 960
"""Points from side to side of a slide."""
TURNED = {"l": "r", "r": "l"}


@dataclass(frozen=True, slots=True)
class Place:
    """A placeholder of a layout: its box from the start of reading, the size of its words in points."""

    box: Box
    size: int
    name: str
    holder: Element


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout and its placeholders by number."""

    made: Any
    places: dict[int, Place]


def layouts_of(deck: Any, *, rtl: bool) -> dict[str, Layout]:
    """Return the layouts of a new deck by name, turned where reading goes from right to left."""
    if rtl:
        _turn(deck.slide_master)
    found = {}
    for one in deck.slide_layouts:
        places = {place.placeholder_format.idx: _place(place, rtl=rtl) for place in one.placeholders}
        found[one.name] = Layout(one, places)
    return found


def _place(one: Any, *, rtl: bool) -> Place:
    x, y, wide, high = (float(side) / EMU for side in (one.left, one.top, one.width, one.height))
    node = one._element  # noqa: SLF001  python-pptx says nothing of styles
    size = int(node.find(f".//{qn('a:defRPr')}").get("sz")) // 100
    return Place(Box(WIDE - x - wide if rtl else x, y, wide, high), size, one.name, node.find(f".//{qn('p:ph')}"))


def _turn(master: Any) -> None:
    """Turn the master and the layouts for reading from right to left."""
    for page in (master, *master.slide_layouts):
        tree: Element = page._element  # noqa: SLF001
        for frame in tree.iter(qn("a:xfrm")):
            place, size = frame.find(qn("a:off")), frame.find(qn("a:ext"))
            place.set("x", str(WIDE * EMU - int(place.get("x")) - int(size.get("cx"))))
        for level in range(1, 10):
            for style in tree.iter(qn(f"a:lvl{level}pPr")):
                style.set("algn", TURNED[style.get("algn")])
                style.set("rtl", "1")
