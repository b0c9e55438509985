"""Catalogs: reading and writing gettext PO files. Nothing else knows gettext."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog as BabelCatalog
from babel.messages.pofile import PoFileError, read_po, write_po

from balise.diagnostics import Diagnostic, Location

REVIEW_HEADER = "X-Reviewed-By"


@dataclass(frozen=True, slots=True)
class Entry:
    """One message: the source text it translates, the translation, and where it is written."""

    msgid: str
    msgstr: str
    fuzzy: bool
    line: int


@dataclass(slots=True)
class Catalog:
    """The messages of one file and locale, by msgctxt (the stable path of a string)."""

    file: Path
    messages: dict[str, Entry] = field(default_factory=dict)
    reviewed_by: str = ""
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def current(self, context: str, source: str) -> str | None:
        """Return the translation of `source` if it is there, not fuzzy, and still translates this text."""
        entry = self.messages.get(context)
        if entry is None or entry.fuzzy or not entry.msgstr or entry.msgid != source:
            return None
        return entry.msgstr

    def state(self, context: str, source: str) -> str:
        """Return `translated`, `fuzzy` or `missing`."""
        if self.current(context, source) is not None:
            return "translated"
        entry = self.messages.get(context)
        return "fuzzy" if entry is not None and entry.msgstr else "missing"


def read(file: Path) -> Catalog:
    """Read a PO file. A missing file is an empty catalog; a broken one is a diagnostic."""
    catalog = Catalog(file)
    if not file.is_file():
        return catalog
    try:
        babel = read_po(BytesIO(file.read_bytes()), abort_invalid=True, charset="utf-8")
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        line = getattr(error, "lineno", 0) + 1
        advice = "open it in a gettext editor such as Poedit, which shows the fault"
        catalog.diagnostics.append(
            Diagnostic("po-syntax", f"the catalog cannot be read: {error}", Location(file, line), help=advice)
        )
        return catalog
    catalog.reviewed_by = dict(babel.mime_headers).get(REVIEW_HEADER, "")
    for message in babel:
        if message.id and isinstance(message.id, str):
            text = message.string if isinstance(message.string, str) else ""
            context = message.context or ""
            catalog.messages[context or message.id] = Entry(message.id, text, message.fuzzy, message.lineno or 1)
    return catalog


def write(file: Path, locale: str, messages: Iterable[tuple[str, str, str, bool]], headers: dict[str, str]) -> bool:
    """Write messages as (context, msgid, msgstr, fuzzy). Return whether the file changed.

    Entries carry no clock: the same messages give the same bytes.
    """
    babel = BabelCatalog(locale=locale or None, charset="utf-8", fuzzy=False)
    for context, msgid, msgstr, fuzzy in messages:
        flags = {"fuzzy"} if fuzzy and msgstr else set()
        babel.add(msgid, msgstr, context=context or None, flags=flags)
    body = BytesIO()
    write_po(body, babel, width=0, omit_header=True)
    lines = [f'"{name}: {value}\\n"' for name, value in headers.items() if value]
    head = 'msgid ""\nmsgstr ""\n' + "\n".join(lines) + "\n\n"
    content = head.encode() + body.getvalue().strip() + b"\n"
    if file.is_file() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return True


def standard_headers(locale: str, reviewed_by: str = "") -> dict[str, str]:
    """Return the headers every editor expects."""
    return {
        "Project-Id-Version": "Balise",
        "Language": locale.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        REVIEW_HEADER: reviewed_by,
    }
