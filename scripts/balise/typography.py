"""The spaces and marks each language asks for, set by the program so that authors type plain spaces."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import escape

NARROW = "\u202f"  # U+202F, before ; ! ?
WIDE = "\u00a0"  # U+00A0, before : and inside « »

# The mark a text must hold, then what is replaced, beginning with a literal where it can: most texts hold few of them.
_FRENCH = (
    (";", re.compile("[ \u00a0\u202f]+;"), f"{NARROW};"),
    ("!", re.compile("[ \u00a0\u202f]+!"), f"{NARROW}!"),
    ("?", re.compile("[ \u00a0\u202f]+[?]"), f"{NARROW}?"),
    (":", re.compile("[ \u00a0]+:(?=\\s|$)"), f"{WIDE}:"),
    ("«", re.compile("«[ \u00a0]*"), f"«{WIDE}"),
    ("»", re.compile("[ \u00a0]*»"), f"{WIDE}»"),
    ("'", re.compile(r"'(?<=\w')(?=\w)"), "’"),
    ("'", re.compile(r"(?i)'$(?:(?<=\b[cdjlmnst]')|(?<=\bqu'))"), "’"),  # what follows is a link
    (" ", re.compile(r" (?<=\d )(?=(\d{3}\b|€|%|h\b))"), NARROW),
)
NUMBER = re.compile(r"(?:\+|\b)\d[\d \u00a0\u202f.,/:×-]*\d\b|\b\d\b")


def set_text(text: str, language: str) -> str:
    """Return `text` with the typography of a language."""
    return _set_french(text) if language == "fr" else text


@lru_cache(maxsize=8192)
def _set_french(text: str) -> str:
    for mark, pattern, replacement in _FRENCH:
        if mark in text:
            text = pattern.sub(replacement, text)
    return text


def isolate(text: str) -> str:
    """Escape a text for HTML and wrap its numbers so that right-to-left text does not reorder them."""
    html, end = [], 0
    for found in NUMBER.finditer(text):
        html += [escape(text[end : found.start()]), f'<bdi dir="ltr">{escape(found[0])}</bdi>']
        end = found.end()
    return "".join([*map(str, html), str(escape(text[end:]))])
