"""Blocks of words become paragraphs, and paragraphs become runs that say their language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

from balise.paper import Block, Inline, Run, words_of
from balise.powerpoint.oxml import EMU, Element, add
from balise.powerpoint.voice import Voice, tag

INDENT = 34
"""Points a list item stands in."""
BULLET = "•"


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. `mark` is a bullet or the number of a step; `level` is how deep it stands in lists."""

    words: Inline
    mark: str = ""
    level: int = 0
    bold: bool = False

    @property
    def start(self) -> int:
        """How far from the margin its words begin, in points."""
        return INDENT * (self.level + bool(self.mark))


def paragraphs(blocks: Sequence[Block], level: int = 0) -> Iterator[Para]:
    """Yield the paragraphs of blocks of words; what is not words is set elsewhere."""
    for one in blocks:
        kind = one["b"]
        if kind == "para":
            yield Para(one["c"], level=level, bold=one["role"] == "label")
        elif kind == "heading":
            yield Para(one["c"], level=level, bold=True)
        elif kind in ("bullets", "steps"):
            for place, item in enumerate(one["items"]):
                yield from _item(
                    list(paragraphs(item, level)), f"{one['start'] + place}." if kind == "steps" else BULLET
                )
        elif kind in ("quote", "keep", "note"):
            if words_of(one.get("title", [])):
                yield Para(one["title"], level=level, bold=True)
            yield from paragraphs(one["blocks"], level + (kind == "quote"))


def _item(found: list[Para], mark: str) -> Iterator[Para]:
    """Yield the paragraphs of a list item: its mark is before the first."""
    for place, one in enumerate(found):
        deeper = one.mark or place
        yield replace(one, level=one.level + 1) if deeper else replace(one, mark=mark)


def unbroken(found: Sequence[Para]) -> list[Para]:
    """Return paragraphs with their lines one after the other."""
    return [replace(one, words=[_dash(run) for run in one.words]) for one in found]


def _dash(run: Run) -> Run:
    if isinstance(run, str) or "c" not in run:
        return " – " if not isinstance(run, str) and run["t"] == "break" else run
    return {**run, "c": [_dash(one) for one in run["c"]]}


def write(body: Element, found: Sequence[Para], voice: Voice, part: Any = None) -> None:
    """Write paragraphs as all that a text body says; `part` is the slide it is in, where it may hold links."""
    for old in body.findall(qn("a:p")):
        body.remove(old)
    for one in found:
        paragraph = add(body, "a:p")
        _properties(add(paragraph, "a:pPr"), one, voice)
        Runs(paragraph, part, voice.rtl).add(one.words, voice.tag, bold=one.bold)


def _properties(node: Element, one: Para, voice: Voice) -> None:
    if one.start:
        node.set("marL", str(one.start * EMU))
        node.set("indent", str(-INDENT * EMU if one.mark else 0))
    if voice.rtl:
        foreign = _foreign(one.words)
        node.set("algn", "l" if foreign else "r")
        node.set("rtl", "0" if foreign else "1")
    if one.mark == BULLET:
        add(node, "a:buFont", typeface="Arial")
        add(node, "a:buChar", char=BULLET)
    elif one.mark:
        add(node, "a:buFont", typeface="+mj-lt")
        add(node, "a:buAutoNum", type="arabicPeriod", startAt=one.mark.rstrip("."))


def _foreign(words: Inline) -> bool:
    """Say whether all of a paragraph is in a language read from left to right."""
    said = [one for one in words if words_of(one).strip()]
    return bool(said) and all(isinstance(one, dict) and one["t"] == "lang" and one["dir"] == "ltr" for one in said)


@dataclass(frozen=True, slots=True)
class Runs:
    """Writes the runs of a paragraph."""

    paragraph: Element
    part: Any
    upright: bool
    """No letter leans in Arabic."""

    def add(self, words: Inline, language: str, *, bold: bool = False, italic: bool = False, to: str = "") -> None:
        """Write words, each with its language."""
        for one in words:
            if isinstance(one, str):
                self._text(one, language, bold=bold, italic=italic, to=to)
                continue
            kind = one["t"]
            if kind == "break":
                add(add(self.paragraph, "a:br"), "a:rPr", lang=language)
            elif kind in ("gap", "box"):
                self._text("☐ " if kind == "box" else "_" * one["letters"], language, bold=bold, italic=italic)
            else:
                self.add(
                    one["c"],
                    tag(one["lang"]) if kind == "lang" else language,
                    bold=bold or kind == "strong",
                    italic=italic or kind == "em",
                    to=one.get("to", to),
                )

    def _text(self, words: str, language: str, *, bold: bool, italic: bool, to: str = "") -> None:
        if not words:
            return
        run = add(self.paragraph, "a:r")
        properties = add(run, "a:rPr", lang=language)
        if bold:
            properties.set("b", "1")
        if italic and not self.upright:
            properties.set("i", "1")
        if to and self.part is not None:
            known = self.part.relate_to(to, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            add(properties, "a:hlinkClick").set(qn("r:id"), known)
        add(run, "a:t").text = words
