"""The closed set of what a printed sheet is made of. Every sheet is a list of these blocks; every format sets them all.

Blocks and runs are plain dictionaries that JSON can carry, so that words can never become code in any format.
A new kind of sheet never adds a block: a format that sets these sets every sheet, in every variant.

    run     "words", or {"t": "strong" | "em" | "lang" | "link" | "break" | "gap" | "box", …}
    inline  a list of runs
    block   {"b": one of `BLOCKS`, …}
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

Run: TypeAlias = str | dict[str, Any]
Inline: TypeAlias = list[Run]
Block: TypeAlias = dict[str, Any]

RUNS = ("strong", "em", "lang", "link", "break", "gap", "box")
SAID = ("letter", "who", "title", "c", "labels", "head", "items", "rows", "blocks")
"""The keys of a block that hold words, in reading order."""
BLOCKS = (
    "heading",
    "para",
    "bullets",
    "steps",
    "quote",
    "note",
    "lines",
    "fields",
    "options",
    "checks",
    "table",
    "keep",
    "page",
    "picture",
    "messages",
)


def strong(words: Inline) -> Run:
    return {"t": "strong", "c": words}


def emphasis(words: Inline) -> Run:
    return {"t": "em", "c": words}


def in_language(words: Inline, locale: str, direction: str) -> Run:
    """Words in another language than the sheet's: a synthetic voice must be told."""
    return {"t": "lang", "lang": locale, "dir": direction, "c": words}


def link(words: Inline, address: str) -> Run:
    """Words that lead to an address when the sheet is read on a screen; paper shows the words alone."""
    return {"t": "link", "to": address, "c": words}


def gap(letters: int) -> Run:
    """A hole to write in, wide enough for a word of so many letters."""
    return {"t": "gap", "letters": letters}


def box() -> Run:
    """A box to tick, drawn: no font has it in every script."""
    return {"t": "box"}


def line_break() -> Run:
    return {"t": "break"}


def heading(level: int, words: Inline) -> Block:
    """A heading; the sheet's own title is level 1, so levels begin at 2 and never skip one."""
    return {"b": "heading", "level": level, "c": words}


def para(words: Inline, role: str = "") -> Block:
    """A paragraph. `role`: `lead` (what to read first), `small` (notes), `label` (what names what follows)."""
    return {"b": "para", "c": words, "role": role}


def bullets(items: Sequence[Inline | list[Block]]) -> Block:
    return {"b": "bullets", "items": [_blocks(one) for one in items]}


def steps(items: Sequence[Inline | list[Block]], start: int = 1) -> Block:
    """A numbered list."""
    return {"b": "steps", "start": start, "items": [_blocks(one) for one in items]}


def quote(blocks: list[Block]) -> Block:
    """Words somebody says."""
    return {"b": "quote", "blocks": blocks}


def note(title: Inline, blocks: list[Block], role: str = "") -> Block:
    """A framed passage. `role`: `help` (where to turn), `key` (what to remember), `law`, or nothing."""
    return {"b": "note", "title": title, "blocks": blocks, "role": role}


def lines(count: int) -> Block:
    """Ruled lines to write on."""
    return {"b": "lines", "count": count}


def fields(labels: Sequence[Inline]) -> Block:
    """Short labelled lines side by side: name, class, date."""
    return {"b": "fields", "labels": list(labels)}


def options(letters: Sequence[str], items: Sequence[Inline], *, several: bool = False) -> Block:
    """What can be chosen: a circle, or a box where `several` may be, then a letter to call it by."""
    rows = [{"letter": letter, "c": words} for letter, words in zip(letters, items, strict=True)]
    return {"b": "options", "several": several, "items": rows}


def checks(items: Sequence[Inline]) -> Block:
    """A list of things to do, with a box before each."""
    return {"b": "checks", "items": list(items)}


def table(head: Sequence[Inline], rows: Sequence[Sequence[Inline]], widths: Sequence[float] = ()) -> Block:
    """A table with a header row. `widths`: parts of the width, equal when left out."""
    return {
        "b": "table",
        "head": list(head),
        "rows": [list(row) for row in rows],
        "widths": list(widths) or [1] * len(head),
    }


def keep(blocks: list[Block]) -> Block:
    """Blocks that stay on one page, unless they take more than one.

    `bulk` is about how many lines they take at the usual size: layouts measure only what may not fit.
    """
    return {"b": "keep", "blocks": blocks, "bulk": round(_bulk(blocks))}


def _bulk(blocks: list[Block]) -> float:
    """Return about how many lines blocks take, rather too many than too few."""
    lines = len(words_of(blocks)) / 55
    for one in blocks:
        lines += 2 + 2 * one.get("count", 0) + 1.5 * len(one.get("items") or one.get("rows") or ())
    return lines


def page() -> Block:
    """A new page."""
    return {"b": "page"}


def picture(name: str, alt: str, caption: Inline) -> Block:
    """A picture of the sheet's `pictures`; `alt` says what it shows. Plain text."""
    return {"b": "picture", "name": name, "alt": alt, "c": caption}


def message(who: Inline, words: Inline, *, mine: bool = False) -> dict[str, Any]:
    """One message of a conversation, for `messages`."""
    return {"who": who, "c": words, "mine": mine}


def messages(items: Sequence[dict[str, Any]]) -> Block:
    """A conversation, as bubbles."""
    return {"b": "messages", "items": list(items)}


def _blocks(one: Inline | list[Block]) -> list[Block]:
    """Return a list item as blocks: an inline becomes one paragraph."""
    if one and isinstance(one[0], dict) and "b" in one[0]:
        return one  # type: ignore[return-value]
    return [para(one)]  # type: ignore[arg-type]


def words_of(part: Any) -> str:
    """Return every word of runs or blocks, in reading order: what the sheet must be found to say."""
    if isinstance(part, str):
        return part
    if isinstance(part, list):
        return (" " if any(map(_is_apart, part)) else "").join(map(words_of, part))
    found = [words_of(part[name]) for name in SAID if name in part]
    return ("" if "t" in part else " ").join(found)


def _is_apart(one: Any) -> bool:
    """Say whether something stands by itself, as a block does, and a run does not."""
    return isinstance(one, list) or (isinstance(one, dict) and "t" not in one)
