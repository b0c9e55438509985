"""One slide to draw on: boxes are from the start of reading, so that a slide is mirrored where reading is."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from balise.powerpoint.fit import height, size_for
from balise.powerpoint.layouts import WIDE, Layout, Place
from balise.powerpoint.oxml import EMU, Box, Element, add, fill
from balise.powerpoint.text import Para, unbroken, write
from balise.powerpoint.voice import Voice

PAD = 12
"""Points around the words of a drawn shape."""
Words = Sequence[Para]


class Board:
    """Draws on one slide, the `number`-th. `waits` are the shapes that lead to other slides, with the ids of those."""

    def __init__(self, slide: Any, number: int, layout: Layout, voice: Voice, labels: dict[str, Any]) -> None:
        self.slide, self.number, self.voice, self.labels = slide, number, voice, labels
        self.places = layout.places
        self.waits: list[tuple[Any, str]] = []

    def sides(self, box: Box) -> tuple[Pt, Pt, Pt, Pt]:
        """Return a box as PowerPoint counts: from the left."""
        x = WIDE - box.x - box.wide if self.voice.rtl else box.x
        return Pt(round(x)), Pt(round(box.y)), Pt(round(box.wide)), Pt(round(box.high))

    def put(self, holder: Any, found: Words, place: Place, *, heavy: float = 1) -> None:
        """Write words in a placeholder at a place, as large as its box lets them be; `heavy` letters are wider."""
        room = place.box._replace(wide=place.box.wide / heavy)
        size = size_for(found, room, place.size)
        if height(found, size, room.wide) > room.high:
            # Short lines, such as those of pairs, go side by side rather than smaller.
            found = unbroken(found)
            size = size_for(found, room, place.size)
        body = holder.text_frame._txBody  # noqa: SLF001
        write(body, found, self.voice, self.slide.part)
        own = self.places[holder.placeholder_format.idx]
        if place.box != own.box:
            holder.left, holder.top, holder.width, holder.height = self.sides(place.box)
        if size != own.size:
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
