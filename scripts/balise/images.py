"""What is in a file of a picture: its kind, its size, and what it should not carry."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from balise import svg

Size = tuple[int, int]
KINDS = {".svg": "SVG", ".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
"""The kind of picture each ending promises."""

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_ALONE = (0x01, *range(0xD0, 0xDA))  # markers of a JPEG that no length follows
_NOT_FRAMES = (0xC4, 0xC8, 0xCC)  # among C0 to CF, those that are no start of a frame


def kind_of(content: bytes) -> str:
    """Return the kind of a picture by its first bytes; nothing for what is none."""
    if content.startswith(_PNG):
        return "PNG"
    if content.startswith(_JPEG):
        return "JPEG"
    return "SVG" if b"<svg" in content else ""


def size_of(content: bytes) -> Size | None:
    """Return the width and height of a picture; nothing when they cannot be read."""
    size = {"PNG": _png_size, "JPEG": _jpeg_size, "SVG": svg.size_of}.get(kind_of(content), _unknown)(content)
    return size if size and min(size) > 0 else None


def tells_where(content: bytes) -> bool:
    """Whether it carries Exif data: a photograph's may say where, when and with whose telephone it was taken."""
    match kind_of(content):
        case "JPEG":
            return any(marker == 0xE1 and data.startswith(b"Exif") for marker, data in _segments(content))
        case "PNG":
            return any(name == b"eXIf" for name in _chunks(content))
    return False


def _unknown(_: bytes) -> None:
    return None


def _png_size(content: bytes) -> Size | None:
    if content[12:16] != b"IHDR" or len(content) < 24:
        return None
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _chunks(content: bytes) -> Iterator[bytes]:
    """Yield the name of each chunk of a PNG."""
    at = len(_PNG)
    while at + 8 <= len(content):
        length, name = struct.unpack(">I4s", content[at : at + 8])
        yield name
        at += length + 12


def _jpeg_size(content: bytes) -> Size | None:
    for marker, data in _segments(content):
        if 0xC0 <= marker <= 0xCF and marker not in _NOT_FRAMES and len(data) >= 5:
            height, width = struct.unpack(">HH", data[1:5])
            return width, height
    return None


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each segment of a JPEG before its image data: its marker and what it holds."""
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xDA:
            return
        if marker in (*_ALONE, 0xFF):
            at += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack(">H", content[at + 2 : at + 4])
        yield marker, content[at + 4 : at + 2 + length]
        at += 2 + length
