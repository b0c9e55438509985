"""The XML of slides: built as trees, so that words can never become markup."""

from __future__ import annotations

from typing import Any, NamedTuple

from lxml import etree
from pptx.oxml.ns import qn

EMU = 12700
"""PowerPoint's units in a point."""
Element = Any


class Box(NamedTuple):
    """A rectangle, in points: from the start of the slide, from its top, wide, high."""

    x: float
    y: float
    wide: float
    high: float

    @property
    def bottom(self) -> float:
        return self.y + self.high

    def below(self, top: float) -> Box:
        """Return what is left of it from `top` on."""
        return Box(self.x, top, self.wide, self.bottom - top)


def add(parent: Element, name: str, /, **attributes: object) -> Element:
    """Add a child; names are written with their prefix."""
    return etree.SubElement(parent, qn(name), {key: str(value) for key, value in attributes.items()})


def fill(parent: Element, colour: str) -> Element:
    """Fill a shape, a line or letters with a colour of the theme."""
    return add(add(parent, "a:solidFill"), "a:schemeClr", val=colour)


def describe(shape: Any, words: str) -> None:
    """Say what a shape shows, for whoever does not see it."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", words)  # noqa: SLF001  python-pptx has no other way
