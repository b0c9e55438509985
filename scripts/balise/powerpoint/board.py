"""One slide to draw on: boxes are from the start of reading, so that a slide is mirrored where reading is."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from balise.powerpoint.fit import height, size_for
from balise.powerpoint.oxml import EMU, Box, Element, add, fill
from balise.powerpoint.text import Para, unbroken, write
from balise.powerpoint.voice import Voice

WIDE = 960
PAD = 12
"""Points around the words of a drawn shape."""
Words = Sequence[Para]


class Board:
    """Draws on one slide. `waits` are the shapes that lead to other slides, with the ids of those."""

    def __init__(self, slide: Any, voice: Voice, labels: dict[str, Any]) -> None:
        self.slide, self.voice, self.labels = slide, voice, labels
        self.waits: list[tuple[Any, str]] = []

    def box_of(self, place: Any) -> Box:
        """Return where a placeholder of the layout is."""
        x, y, wide, high = (float(one) / EMU for one in (place.left, place.top, place.width, place.height))
        return Box(WIDE - x - wide if self.voice.rtl else x, y, wide, high)

    def sides(self, box: Box) -> tuple[Pt, Pt, Pt, Pt]:
        """Return a box as PowerPoint counts: from the left."""
        x = WIDE - box.x - box.wide if self.voice.rtl else box.x
        return Pt(round(x)), Pt(round(box.y)), Pt(round(box.wide)), Pt(round(box.high))

    def size_of(self, place: Any) -> int:
        """Return the size of a placeholder in the layout, in points."""
        index = place.placeholder_format.idx
        own = next(one for one in self.slide.slide_layout.placeholders if one.placeholder_format.idx == index)
        return int(own._element.find(f".//{qn('a:defRPr')}").get("sz")) // 100  # noqa: SLF001

    def put(self, place: Any, found: Words, box: Box, most: int, *, heavy: float = 1) -> None:
        """Write words in a placeholder, as large as its box lets them be; `heavy` letters are wider."""
        room = box._replace(wide=box.wide / heavy)
        size = size_for(found, room, most)
        if height(found, size, room.wide) > room.high:
            # Short lines, such as those of pairs, go side by side rather than smaller.
            found = unbroken(found)
            size = size_for(found, room, most)
        body = place.text_frame._txBody  # noqa: SLF001
        write(body, found, self.voice, self.slide.part)
        if box != self.box_of(place):
            place.left, place.top, place.width, place.height = self.sides(box)
        if size != self.size_of(place):
            _resize(body, size)

    def shape(self, box: Box, found: Words, size: float, colours: tuple[str, str, str]) -> Any:
        """Draw a rounded shape with words; `colours` are those of the ground, of the line and of the letters."""
        made = self.slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *self.sides(box))
        made.adjustments[0] = min(0.5, 10 / min(box.wide, box.high))
        ground, line, ink = colours
        style = made._element.find(qn("p:style"))  # noqa: SLF001
        made._element.remove(style)  # noqa: SLF001  the theme's shadows and colours
        fill(made._element.spPr, ground)  # noqa: SLF001
        fill(add(made._element.spPr, "a:ln", w=2 * EMU), line)  # noqa: SLF001
        body = made.text_frame._txBody  # noqa: SLF001
        inset = {f"{side}Ins": str(PAD * EMU) for side in "lr"}
        body.bodyPr.attrib.update({"wrap": "square", "anchor": "ctr", "tIns": "0", "bIns": "0", **inset})
        write(body, found, self.voice, self.slide.part)
        _resize(body, size, ink)
        return made

    def picture(self, content: bytes, box: Box) -> Any:
        """Put a picture in the middle of a box, as large as fits."""
        made = self.slide.shapes.add_picture(BytesIO(content), 0, 0)
        scale = min(box.wide * EMU / made.width, box.high * EMU / made.height)
        wide, high = made.width * scale / EMU, made.height * scale / EMU
        middle = Box(box.x + (box.wide - wide) / 2, box.y + (box.high - high) / 2, wide, high)
        made.left, made.top, made.width, made.height = self.sides(middle)
        return made


def _resize(body: Element, size: float, ink: str = "") -> None:
    """Give all paragraphs of a shape a size of their own, in its list of styles: the runs stay plain."""
    styles = body.find(qn("a:lstStyle"))
    if styles is None:
        styles = add(body, "a:lstStyle")
        body.insert(1, styles)
    for level in range(1, 6):
        letters = add(add(styles, f"a:lvl{level}pPr"), "a:defRPr", sz=round(size * 100))
        if ink:
            fill(letters, ink)
