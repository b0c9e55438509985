"""Holds a presentation to what every deck promises whoever cannot see it, and whoever presents it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pptx.oxml.ns import qn

from balise.powerpoint.voice import Voice

DRAWN = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


class DeckError(Exception):
    """A presentation that lacks something: a fault of this program."""


def checked(deck: Any, voice: Voice) -> None:
    """Check a presentation.

    Raises:
        DeckError: with everything that is wrong.
    """
    if wrong := list(faults(deck, voice)):
        raise DeckError("\n".join(wrong))


def faults(deck: Any, voice: Voice) -> Iterator[str]:
    """Yield what is wrong with a presentation, slide by slide."""
    titles = Counter(_title(slide) for slide in deck.slides)
    for number, slide in enumerate(deck.slides, 1):
        title = _title(slide)
        if not title:
            yield f"slide {number}: no title"
        elif titles[title] > 1:
            yield f"slide {number}: its title is another slide's: {title}"
        yield from (f"slide {number}: {fault}" for fault in _slide_faults(slide, voice))


def _title(slide: Any) -> str:
    return "" if slide.shapes.title is None else slide.shapes.title.text_frame.text.strip()


def _slide_faults(slide: Any, voice: Voice) -> Iterator[str]:
    shapes = list(slide.shapes)
    if not shapes or shapes[0] != slide.shapes.title:
        yield "the title is not read first"
    if not slide.has_notes_slide or not slide.notes_slide.notes_text_frame.text.strip():
        yield "no notes"
    for one in shapes:
        said = one.has_text_frame and one.text_frame.text.strip()
        if one.is_placeholder and one.has_text_frame and not said:
            yield f"an empty placeholder: {one.name}"
        elif not said and not _described(one):
            yield f"nothing says what this shows: {one.name}"
    for part in (slide, slide.notes_slide):
        for run in part._element.iter(qn("a:r"), qn("a:fld")):  # noqa: SLF001
            properties = run.find(qn("a:rPr"))
            if properties is None or not properties.get("lang"):
                yield f"in no language: {run.find(qn('a:t')).text}"
        if voice.rtl:
            yield from (f"in no direction: {one}" for one in _undirected(part))


def _described(shape: Any) -> bool:
    node = shape._element.xpath(".//p:cNvPr")[0]  # noqa: SLF001
    return bool(node.get("descr", "").strip()) or any(one.get("val") == "1" for one in node.iter(DRAWN))


def _undirected(part: Any) -> Iterator[str]:
    """Yield the paragraphs that do not say from which side they are read."""
    for paragraph in part._element.iter(qn("a:p")):  # noqa: SLF001
        properties = paragraph.find(qn("a:pPr"))
        words = "".join(one.text or "" for one in paragraph.iter(qn("a:t")))
        field = paragraph.find(qn("a:fld")) is not None
        if words.strip() and not field and (properties is None or properties.get("rtl") is None):
            yield words
