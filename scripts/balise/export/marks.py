"""Words that Markdown shows to the letter, in whatever builder: text never becomes a mark, a tag or an address.

Python-Markdown escapes fewer characters than CommonMark does, so those it leaves alone are written as entities.
"""

from __future__ import annotations

import re

SPACES = re.compile(r"[ \t\r\n\f\v]+")  # not those of typography, which are meant
MARK = re.compile(r"[\\`*_\[\]{#<]|&(?=#|\w)")
FIRST = re.compile(r"^(?:[-+>=~:|!?^%]|\d+(?=[.)]))", re.MULTILINE)
ENTITIES = {"<": "&lt;", "&": "&amp;", "=": "&#61;", "~": "&#126;", ":": "&#58;", "|": "&#124;"}
ENTITIES |= {"?": "&#63;", "^": "&#94;", "%": "&#37;"}
UNSAFE = re.compile(r"[\s()<>\"'\\`|]")


def literal(words: str) -> str:
    """Return words as Markdown shows them, wherever they stand in a line but at its beginning."""
    return MARK.sub(lambda found: _escaped(found[0]), SPACES.sub(" ", words))


def begun(lines: str) -> str:
    """Return lines of a paragraph, none of which begins a list, a title, a quotation, a rule or a block."""
    text = "\n".join(line.lstrip(" ") for line in lines.split("\n"))
    return FIRST.sub(lambda found: _escaped(found[0]), text)


def _escaped(mark: str) -> str:
    # After a number that would begin a list, it is its point that must mean nothing.
    return f"{mark}\\" if mark.isdigit() else ENTITIES.get(mark, f"\\{mark}")


def cell(words: str) -> str:
    """Return words for a cell of a table: on one line, without its border in them."""
    return words.replace("|", "&#124;").replace("  \n", "<br>").replace("\n", "<br>").strip(" ")


def destination(address: str) -> str:
    """Return an address for a link, with nothing in it that could end it."""
    return UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), address)


def quoted(text: str, mark: str = ">") -> str:
    """Return a text with a mark before each line."""
    return "\n".join(f"{mark} {line}" if line else mark for line in text.split("\n"))
