"""The ways a sheet can be laid out: the same words for eyes, readers and printers that differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from balise.fonts import families
from balise.local import LocalCourse
from balise.messages import Message, message

Paper = Literal["a4", "us-letter"]
SIZES: dict[str, Paper] = {"a4": "a4", "letter": "us-letter"}
"""The paper sheets can be for, as authors name it."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A way to lay a sheet out: sizes in points, margins and lines to write on in millimetres, the rest in em."""

    label: Message
    size: float = 11
    title: float = 20
    leading: float = 0.68
    margin: float = 17
    line: float = 9
    tracking: float = 0
    spacing: float = 1
    hyphenate: bool = True
    italics: bool = True
    fills: bool = True


STANDARD, EASY = "", "easy"
VARIANTS = {
    STANDARD: Variant(message("Standard")),
    "large": Variant(
        message("Gros caractères"), size=18, title=26, leading=0.75, margin=15, line=14, hyphenate=False, italics=False
    ),
    "dyslexia": Variant(
        message("Lecture facilitée (dyslexie)"),
        size=13,
        title=20,
        leading=1.05,
        line=11,
        tracking=0.035,
        spacing=1.35,
        hyphenate=False,
        italics=False,
    ),
    "ink": Variant(
        message("Économie d'encre"), size=10, title=15, leading=0.6, margin=13, line=8, italics=False, fills=False
    ),
    EASY: Variant(
        message("Facile à lire et à comprendre"),
        size=14,
        title=22,
        leading=0.95,
        line=12,
        hyphenate=False,
        italics=False,
    ),
}


def style(variant: Variant, local: LocalCourse, paper: Paper) -> dict[str, Any]:
    """Return what the templates see of a variant, in the typefaces of a locale."""
    rtl = local.direction == "rtl"
    return {
        "paper": paper,
        "fonts": list(families(local.locale)),
        "size": variant.size + (1 if rtl else 0),
        "title": variant.title,
        # Arabic letters are small for their size, and want room above and below.
        "leading": variant.leading + (0.15 if rtl else 0),
        "margin": variant.margin,
        "line": variant.line,
        # Arabic letters join: space between them breaks words.
        "tracking": 0 if rtl else variant.tracking,
        "spacing": variant.spacing,
        "hyphenate": variant.hyphenate,
        "italics": variant.italics and not rtl,
        "fills": variant.fills,
    }
