"""Reads PO files of the simplest form, which `catalogs.write` gives them. Babel reads any other, ten times slower."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from babel.messages.pofile import unescape

LINE = r'"[^"\\\n]*(?:\\.[^"\\\n]*)*"'
STRING = rf"({LINE}(?:\n{LINE})*)"
HEADER = re.compile(rf'msgid ""\nmsgstr ""\n(?:{LINE}\n)*(?:\n|\Z)')
ENTRY = re.compile(rf"(?:#, ([a-z, -]+)\n)?(?:msgctxt {STRING}\n)?msgid {STRING}\nmsgstr {STRING}\n(?:\n|\Z)")


class PlainEntry(NamedTuple):
    """One message; `line` is that of its msgid."""

    context: str
    msgid: str
    msgstr: str
    fuzzy: bool
    line: int


def plain_entries(text: str) -> list[PlainEntry] | None:
    """Return the messages of a file, or `None` when anything in it is not of that form."""
    header = HEADER.match(text)
    if header is None:
        return None
    found = list(_entries(text, header.end()))
    contexts = {entry.context or entry.msgid for entry in found if entry.msgid}
    whole = not found or found[-1].msgid
    return found if whole and len(contexts) == len(found) else None


def _entries(text: str, start: int) -> Iterator[PlainEntry]:
    """Yield messages; what cannot be read ends them with one that has no msgid."""
    line = text.count("\n", 0, start) + 1
    while start < len(text):
        entry = ENTRY.match(text, start)
        if entry is None:
            yield PlainEntry("", "", "", fuzzy=False, line=line)
            return
        flags, context, msgid, msgstr = entry.groups()
        at = line + (flags is not None) + (context is not None)
        yield PlainEntry(_said(context or '""'), _said(msgid), _said(msgstr), "fuzzy" in (flags or "").split(", "), at)
        line += text.count("\n", start, entry.end())
        start = entry.end()


def _said(raw: str) -> str:
    """Return what strings say, one a line and in quotes."""
    joined = "".join(line[1:-1] for line in raw.split("\n"))
    return unescape(f'"{joined}"') if "\\" in joined else joined
