"""Stage 1: a YAML file becomes a `Source`: plain data, and the line and column of every part of it.

YAML is read strictly. Only `true`, `false`, `null` and plain decimal numbers are anything but text, so
`12:30`, `010`, `no` and dates stay what the author typed. Anchors and aliases are refused, and size and
depth are bounded, so no file can grow when it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from balise.diagnostics import Diagnostic, Location
from balise.digests import digest

MAX_BYTES = 1_000_000
MAX_DEPTH = 24

Path_: TypeAlias = tuple[str | int, ...]
Loader = yaml.CBaseLoader  # the parser written in Python accepts less, and is many times slower
# What YAML counts as the end of a line, so that our line numbers are its own.
LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
NOT_ALLOWED = yaml.reader.Reader.NON_PRINTABLE
INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,14})")
CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass
class Source:
    """One YAML file as read."""

    file: Path
    raw: bytes = b""
    data: Any = None
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @cached_property
    def digest(self) -> bytes:
        """A hash of what it holds, worked out once: many keys begin with it."""
        return digest([self.raw])

    @property
    def text(self) -> str:
        """What the file says. It is kept as it was read: most files are never shown, and text takes twice the room."""
        return NOT_ALLOWED.sub("\ufffd", self.raw.decode("utf-8-sig"))

    @property
    def lines(self) -> list[str]:
        """The lines of the file, as YAML counts them."""
        return LINE_END.split(self.text)

    @cached_property
    def marks(self) -> dict[Path_, tuple[int, int]]:
        """Where everything is written: a path such as `("lessons", 0, "title")` to (line, column).

        Read again when first asked for: most files have nothing to report, and marks outweigh the data.
        """
        builder = _Builder(Source(self.file), {})
        with suppress(_StopReading, yaml.YAMLError):  # what is wrong was reported when the file was first read
            builder.document(yaml.parse(self.text, Loader=Loader))
        return builder.marks or {}

    def locate(self, path: Path_) -> Location:
        """Return where `path` is written, or its nearest written parent."""
        while path and path not in self.marks:
            path = path[:-1]
        return self.at(*self.marks.get(path, (1, 1)))

    def at(self, line: int, column: int) -> Location:
        lines = self.lines
        return Location(self.file, line, column, lines[line - 1] if 0 < line <= len(lines) else "")

    def fault(self, code: str, message: str, where: tuple[int, int] = (1, 1), advice: str = "") -> None:
        self.diagnostics.append(Diagnostic(code, message, self.at(*where), help=advice))


class _StopReading(Exception):  # noqa: N818  it is not an error: the diagnostic is already recorded
    """Reading cannot go on; what is wrong has been recorded."""


def load(file: Path, *, root: Path | None = None, raw: bytes | None = None) -> Source:
    """Read one YAML file, or `raw` if that is what it held.

    What is wrong with it is in `Source.diagnostics`; nothing is raised for it.
    """
    source = Source(file.relative_to(root) if root else file)
    try:
        source.data = _build(_decode(file, source, raw), source)
    except _StopReading:
        source.data = None
    return source


def _decode(file: Path, source: Source, raw: bytes | None) -> str:
    size = file.stat().st_size if raw is None else len(raw)
    if size > MAX_BYTES:
        source.fault(
            "file-too-large",
            f"the file has {size:,} bytes; at most {MAX_BYTES:,} are read",
            advice="split it into two modules",
        )
        raise _StopReading
    raw = file.read_bytes() if raw is None else raw
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = raw[: error.start].decode("utf-8", "replace")
        where = (good.count("\n") + 1, len(good) - good.rfind("\n"))
        source.fault("not-utf-8", "the file is not UTF-8 text", where, "save it with the encoding UTF-8")
        raise _StopReading from None
    source.raw = raw
    if found := NOT_ALLOWED.search(text):
        before = LINE_END.split(text[: found.start()])
        where = (len(before), len(before[-1]) + 1)
        source.fault("yaml-syntax", "a character that YAML does not allow", where, "remove it")
        raise _StopReading
    return text


def _build(text: str, source: Source) -> Any:
    try:
        events = yaml.parse(text, Loader=Loader)
        return _Builder(source).document(events)
    except yaml.MarkedYAMLError as error:
        # What is never closed is best shown where it opens, not at the end of the file.
        unclosed = "end of stream" in (error.problem or "") and error.context_mark
        mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
        where = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        what = ", ".join(part for part in (error.context, error.problem) if part)
        source.fault("yaml-syntax", what, where, "check the indentation, the colons and the quotes")
    raise _StopReading


@dataclass(slots=True)
class _Open:
    """A mapping or list being filled."""

    value: dict[str, Any] | list[Any]
    path: Path_
    key: str | None = None
    lines: dict[str, int] = field(default_factory=dict)


class _Builder:
    """Turns parser events into data without recursion, so depth costs nothing and is easily bounded."""

    def __init__(self, source: Source, marks: dict[Path_, tuple[int, int]] | None = None) -> None:
        self.source = source
        self.marks = marks
        self.stack: list[_Open] = []
        self.result: Any = None

    def document(self, events: Iterator[Any]) -> Any:
        documents = 0
        for event in events:
            where = (event.start_mark.line + 1, event.start_mark.column + 1)
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._stop(
                        "several-documents",
                        "a second YAML document starts here",
                        where,
                        "one file, one document",
                    )
            elif isinstance(event, yaml.NodeEvent):
                self._node(event, where)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.stack.pop()
        return self.result

    def _stop(self, code: str, message: str, where: tuple[int, int], advice: str) -> None:
        self.source.fault(code, message, where, advice)
        raise _StopReading

    def _node(self, event: Any, where: tuple[int, int]) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            self._stop("yaml-alias", "anchors (&) and aliases (*) are not read", where, "write the value out")
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, where)
            return
        opened: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        if self.stack and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None:
            self._stop("key-not-text", "a key must be a word", where, "write `key: value`")
        path = self._place(opened, where)
        self.stack.append(_Open(opened, path))
        if len(self.stack) > MAX_DEPTH:
            self._stop("too-deep", f"more than {MAX_DEPTH} levels inside one another", where, "flatten it")

    def _scalar(self, event: Any, where: tuple[int, int]) -> None:
        top = self.stack[-1] if self.stack else None
        if top and isinstance(top.value, dict) and top.key is None:
            self._key(top, event.value, where)
        else:
            self._place(_plain(event) if event.implicit[0] else event.value, where)

    def _key(self, top: _Open, key: str, where: tuple[int, int]) -> None:
        path = (*top.path, key)
        if key in top.value:
            text = f'"{key}" is written twice here (first on line {top.lines[key]})'
            self.source.fault("duplicate-key", text, where, "keep one of them")
        top.lines[key] = where[0]
        self._mark(path, where)
        top.key = key

    def _mark(self, path: Path_, where: tuple[int, int]) -> None:
        if self.marks is not None:
            self.marks[path] = where

    def _place(self, value: Any, where: tuple[int, int]) -> Path_:
        """Put a value where it belongs and return its path."""
        if not self.stack:
            self.result = value
            self._mark((), where)
            return ()
        top = self.stack[-1]
        if isinstance(top.value, list):
            path: Path_ = (*top.path, len(top.value))
            top.value.append(value)
            self._mark(path, where)
        else:
            assert top.key is not None  # noqa: S101  a value follows its key
            path = (*top.path, top.key)
            top.value[top.key] = value
            top.key = None
        return path


def _plain(event: Any) -> Any:
    """Read an unquoted scalar: a constant, a decimal integer, or the text itself."""
    text: str = event.value
    if text in CONSTANTS:
        return CONSTANTS[text]
    return int(text) if INTEGER.fullmatch(text) else text
