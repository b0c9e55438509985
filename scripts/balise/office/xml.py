"""The XML of documents to edit: built and read as trees, so that words can never become markup."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from io import BytesIO
from xml.etree import ElementTree as ET  # only reads what Pandoc has written
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = {
    "xml": "http://www.w3.org/XML/1998/namespace",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "office": f"{OASIS}:office:1.0",
    "style": f"{OASIS}:style:1.0",
    "text": f"{OASIS}:text:1.0",
    "table": f"{OASIS}:table:1.0",
    "draw": f"{OASIS}:drawing:1.0",
    "meta": f"{OASIS}:meta:1.0",
    "fo": f"{OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{OASIS}:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
for _prefix, _space in SPACES.items():
    ET.register_namespace(_prefix, _space)
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say: it must not hold the day it was made

Element = ET.Element


@cache
def qualified(name: str) -> str:
    """Return `w:p` as `{the name space of w}p`."""
    prefix, _, local = name.rpartition(":")
    return f"{{{SPACES[prefix]}}}{local}" if prefix else local


def element(name: str, attributes: Mapping[str, str] | None = None, *children: Element, text: str = "") -> Element:
    """Return an element; names are written with their prefix."""
    made = ET.Element(qualified(name), {qualified(key): value for key, value in (attributes or {}).items()})
    made.extend(children)
    made.text = text or None
    return made


def every(root: Element, *names: str) -> list[Element]:
    """Return the elements of these names, in the order of the document."""
    wanted = {qualified(name) for name in names}
    return [found for found in root.iter() if found.tag in wanted]


def only(root: Element, name: str) -> Element:
    """Return the one element of a name.

    Raises:
        LookupError: when there is none: Pandoc writes otherwise than this was made for.
    """
    found = root.find(f".//{qualified(name)}")
    if found is None:
        raise LookupError(name)
    return found


def child(parent: Element, name: str, first: bool = True) -> Element:  # noqa: FBT001, FBT002  where to add it
    """Return the child of a name, added when there is none."""
    found = parent.find(qualified(name))
    if found is None:
        found = element(name)
        parent.insert(0 if first else len(parent), found)
    return found


def get(node: Element, name: str) -> str:
    return node.get(qualified(name), "")


def put(node: Element, **attributes: str) -> None:
    """Set attributes: `fo_border_left` is `fo:border-left`."""
    for name, value in attributes.items():
        node.set(qualified(name.replace("_", ":", 1).replace("_", "-")), value)


def parse(content: bytes) -> Element:
    return ET.fromstring(content)  # noqa: S314  Pandoc's own


def written(root: Element) -> bytes:
    out: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return out


def unpacked(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], stored: Iterable[str] = ()) -> bytes:
    """Return parts as a zip, in their order, the same bytes for the same parts; `stored` ones are not compressed."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts.items():
            entry = ZipInfo(name, FIRST_DAY)
            entry.compress_type = ZIP_STORED if name in stored else ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()
