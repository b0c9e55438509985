"""Catalogs: reading and writing gettext PO files. Nothing else knows gettext."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog as BabelCatalog
from babel.messages.pofile import PoFileError, escape, read_po, unescape, write_po

from balise.diagnostics import Diagnostic, Location
from balise.digests import held
from balise.plain_po import plain_entries
from balise.scanning import scanned

INTERFACE = Path(__file__).parent / "locales"
ADULTS = "adults"
"""Folder of the words that change when a page speaks to adults."""
REVIEW_HEADER = "X-Reviewed-By"
STRING = r'"(?:[^"\\]|\\.)*"'
OPENINGS = ('msgid "', 'msgstr "', 'msgctxt "', '"')
"""How most lines begin; those that also end as simply are not worth a pattern."""
LINE = re.compile(rf"\s*(?:#.*|(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+{STRING}\s*|{STRING}\s*)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One message: the source text it translates, the translation, and where it is written."""

    msgid: str
    msgstr: str
    fuzzy: bool
    line: int
    comments: tuple[str, ...] = ()
    """What translators noted beside it."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message to write."""

    context: str
    msgid: str
    msgstr: str = ""
    fuzzy: bool = False
    comments: tuple[str, ...] = ()


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


class Catalogs(dict[str, Catalog]):
    """The catalogs of a document by locale, each read when it is first asked for. Copies share them."""

    def __init__(self, folder: Path, read: Callable[[Path], Catalog]) -> None:
        super().__init__()
        self.folder, self.read = folder, read
        self._digests: dict[str, bytes] | None = None

    @property
    def digests(self) -> dict[str, bytes]:
        """A hash of what each file there holds, by locale in order: worked out once, for many keys hold them."""
        if self._digests is None:
            files = sorted((path, held(path, status)) for path, status in scanned(self.folder) if path.endswith(".po"))
            self._digests = {Path(path).stem: found for path, found in files}
        return self._digests

    def clear(self) -> None:
        super().clear()
        self._digests = None

    def __missing__(self, locale: str) -> Catalog:
        self[locale] = self.read(self.folder / f"{locale}.po")
        return self[locale]

    def __reduce__(self) -> tuple[Any, ...]:
        return Catalogs, (self.folder, self.read)


READY = 90
"""Percent translated from which a module is offered in a language."""


@dataclass(frozen=True, slots=True)
class State:
    """How far a document is in a locale."""

    document: str
    locale: str
    translated: int
    fuzzy: int
    missing: int
    reviewed_by: str

    @property
    def total(self) -> int:
        return self.translated + self.fuzzy + self.missing

    @property
    def percent(self) -> int:
        """What is translated of a hundred; 100 only when nothing is left to do."""
        return self.translated * 100 // self.total if self.total else 100


def read(file: Path, shown: Path | None = None) -> Catalog:
    """Read a PO file, named `shown` in diagnostics.

    A missing file is an empty catalog; a broken one is a diagnostic.
    """
    catalog = Catalog(shown or file)
    if not file.is_file():
        return catalog
    try:
        text = file.read_text(encoding="utf-8")
        catalog.messages = _messages(text)
    except (NotPoError, PoFileError, ValueError, LookupError) as error:
        line = getattr(error, "lineno", 0) + 1
        advice = "open it in a gettext editor such as Poedit, which shows the fault"
        message = f"the catalog cannot be read: {error}"
        catalog.diagnostics.append(Diagnostic("po-syntax", message, Location(catalog.file, line), help=advice))
        return catalog
    catalog.reviewed_by = _header(text, REVIEW_HEADER)
    return catalog


def _messages(text: str) -> dict[str, Entry]:
    """Return the messages of a PO file by context.

    Raises:
        NotPoError, PoFileError, ValueError, LookupError: for what is not a PO file.
    """
    if (plain := plain_entries(text)) is not None:
        return {one.context or one.msgid: Entry(one.msgid, one.msgstr, one.fuzzy, one.line) for one in plain}
    _check_lines(text)
    messages = {}
    for found in read_po(BytesIO(text.encode()), abort_invalid=True, charset="utf-8"):
        if found.id and isinstance(found.id, str):
            translated = found.string if isinstance(found.string, str) else ""
            comments = tuple(found.user_comments)
            messages[found.context or found.id] = Entry(found.id, translated, found.fuzzy, found.lineno or 1, comments)
    return messages


class NotPoError(Exception):
    """A line Babel would skip without a word; `lineno` counts from 0, as Babel's errors do."""

    def __init__(self, message: str, lineno: int) -> None:
        super().__init__(message)
        self.lineno = lineno


def _check_lines(text: str) -> None:
    """Refuse a line Babel would skip without a word: a translation would be lost with it."""
    for number, line in enumerate(text.split("\n")):
        plain = line.startswith(OPENINGS) and line.endswith('"') and line.count('"') == 2 and "\\" not in line
        if not plain and not LINE.fullmatch(line):
            raise NotPoError("this line is not of a PO file", number)


def _header(text: str, name: str) -> str:
    """Return a header of a PO file; Babel keeps only those it knows."""
    found = re.search(rf'^"{name}: (.*)\\n"$', text, re.MULTILINE)
    return unescape(f'"{found[1]}"') if found else ""


def write(file: Path, messages: Iterable[Message], headers: dict[str, str]) -> bool:
    """Write messages. Return whether the file changed.

    Entries carry no clock: the same messages give the same bytes.
    """
    babel = BabelCatalog(charset="utf-8", fuzzy=False)
    for one in messages:
        flags = {"fuzzy"} if one.fuzzy and one.msgstr else set()
        babel.add(one.msgid, one.msgstr, context=one.context or None, flags=flags, user_comments=one.comments)
    body = BytesIO()
    write_po(body, babel, width=0, omit_header=True)
    lines = [escape(f"{name}: {value}\n") for name, value in headers.items() if value]
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
