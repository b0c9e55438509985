"""What an SVG drawing holds: shapes and words. Anything else could run, fetch or hide something, and is named.

Nothing is parsed before declarations are refused: entities are how a small file becomes a huge one, or reads others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

NAMESPACE = "{http://www.w3.org/2000/svg}"
SHAPES = frozenset(
    re.findall(
        r"\w+",
        "circle clipPath defs desc ellipse g line linearGradient marker mask path pattern polygon polyline"
        " radialGradient rect stop style svg symbol text title tspan use",
    )
)
_DECLARATION = re.compile(r"<!(?:DOCTYPE|ENTITY)|<\?(?!xml\s)", re.IGNORECASE)
_ENCODING = re.compile(r"""^\s*<\?xml\b[^>]*\bencoding\s*=\s*["'](?!utf-8["'])""", re.IGNORECASE)
_FETCHES = re.compile(r"""(?:url|image|image-set|src)\((?!\s*["']?#)|@import|@font-face|\\""", re.IGNORECASE)


class NotADrawingError(Exception):
    """The file is no SVG that can be read safely; the message says why."""


def read(content: bytes) -> ET.Element:
    """Parse an SVG.

    Raises:
        NotADrawingError: for what is not UTF-8, declares anything, or is not well-formed XML with `<svg>` at its root.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotADrawingError("is not UTF-8 text") from None
    if _ENCODING.search(text):
        raise NotADrawingError("is not UTF-8 text")
    if found := _DECLARATION.search(text):
        raise NotADrawingError(f"holds `{found[0]}`")
    try:
        root = ET.fromstring(text)  # noqa: S314  no declaration gets here
    except ET.ParseError as error:
        line, column = error.position
        raise NotADrawingError(f"is not well-formed at its line {line}, column {column + 1}") from None
    if root.tag != f"{NAMESPACE}svg":
        raise NotADrawingError('does not begin with `<svg xmlns="http://www.w3.org/2000/svg">`')
    return root


def size_of(content: bytes) -> tuple[int, int] | None:
    """Return the width and height of its `viewBox`; nothing when it has none."""
    try:
        box = [float(number) for number in re.split(r"[\s,]+", read(content).get("viewBox", "").strip())]
        return (round(box[2]), round(box[3])) if len(box) == 4 else None
    except (NotADrawingError, ValueError, OverflowError):
        return None


def faults(content: bytes) -> list[str]:
    """Say what an SVG holds that a drawing should not, each once; a sentence that follows the name of the file."""
    try:
        root = read(content)
    except NotADrawingError as error:
        return [str(error)]
    return list(dict.fromkeys(fault for element in root.iter() for fault in _faults(element)))


def _faults(element: ET.Element) -> Iterator[str]:
    name = element.tag.removeprefix(NAMESPACE)
    if name not in SHAPES:
        yield f"holds `<{name.rpartition('}')[2]}>`"
        return
    for key, value in element.attrib.items():
        own = key.rpartition("}")[2]
        if own.lower().startswith("on") or own == "base":
            yield f"holds `{own}=`"
        elif (own == "href" and not value.startswith("#")) or _FETCHES.search(value):
            yield f"reaches outside itself in `{own}=`"
    if name == "style" and _FETCHES.search(element.text or ""):
        yield "reaches outside itself in `<style>`"
