"""Sets blocks of `paper` as plain Markdown: no plugin, no extension but tables, nothing any builder could run.

Where Markdown has no words for it, HTML of the oldest kind says it, inside a line: a language, an anchor, a break.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

from balise.export.marks import begun, cell, destination, literal, quoted
from balise.paper import Block, Inline, words_of

BREAK = "  \n"
INDENT = " " * 4  # what both Python-Markdown and CommonMark take for the inside of a list
BLANK = "………"
BOX = "☐"
TAGS = {"strong": ("**", "strong"), "em": ("*", "em")}


def anchored(heading: Block, anchor: str) -> Block:
    """Return a heading with the anchor it has on the site, so that the same addresses lead to it."""
    return {**heading, "anchor": anchor}


def markdown(blocks: list[Block]) -> str:
    """Return blocks as Markdown."""
    return "\n\n".join(filter(None, map(_block, _steps_joined(list(_flat(blocks))))))


def _flat(blocks: list[Block]) -> Iterator[Block]:
    """Yield the blocks that mean something on a screen: what keeps together does, and nobody writes on the lines."""
    for one in blocks:
        if one["b"] == "keep":
            yield from _flat(one["blocks"])
        elif one["b"] not in ("lines", "page"):
            yield one


def _steps_joined(blocks: list[Block]) -> list[Block]:
    """Return the blocks with steps that go on from one another as one list, as Markdown would have them."""
    joined: list[Block] = []
    for one in blocks:
        last: Block = joined[-1] if joined else {"b": ""}
        if one["b"] == last["b"] == "steps" and one["start"] == last["start"] + len(last["items"]):
            joined[-1] = {**last, "items": [*last["items"], *one["items"]]}
        else:
            joined.append(one)
    return joined


def _block(one: Block) -> str:
    return SETTERS[one["b"]](one)


def _heading(one: Block) -> str:
    anchor = f'<a id="{one["anchor"]}"></a>' if "anchor" in one else ""
    words = inline(one["c"]).replace(BREAK, " ")
    return f"{'#' * one['level']} {anchor}{words if anchor else begun(words)}"


def _para(one: Block) -> str:
    words = inline(one["c"])
    if one["role"] == "label":
        words = inline([{"t": "strong", "c": one["c"]}])
    return begun(words.strip(" "))


def _list(one: Block) -> str:
    return _items(one["items"], lambda _: "-   ")


def _steps(one: Block) -> str:
    first = one["start"]
    if first == 1:
        return _items(one["items"], lambda place: f"{place + 1}.".ljust(4))
    # Python-Markdown begins every list at 1: a list that goes on is said in words.
    numbered = [
        [{"b": "para", "role": "", "c": [{"t": "strong", "c": [f"{first + n}."]}]}, *item]
        for n, item in enumerate(one["items"])
    ]
    return "\n\n".join(markdown(item) for item in numbered)


def _items(items: list[list[Block]], mark: Callable[[int], str]) -> str:
    made = [markdown(item) for item in items]
    loose = any("\n\n" in item for item in made)
    lines = []
    for place, item in enumerate(made):
        first, *rest = item.split("\n")
        lines.append("\n".join([mark(place) + first, *(INDENT + line if line else "" for line in rest)]))
    return ("\n\n" if loose else "\n").join(lines)


def _quote(one: Block) -> str:
    return quoted(markdown(one["blocks"]))


def _note(one: Block) -> str:
    title = begun(inline([{"t": "strong", "c": one["title"]}]))
    return quoted("\n\n".join(filter(None, [title, markdown(one["blocks"])])))


def _fields(one: Block) -> str:
    return begun(BREAK.join(f"{inline(label)} {BLANK}" for label in one["labels"]))


def _options(one: Block) -> str:
    """Return what can be chosen, each after the letter it is called by."""
    box = f"{BOX} " if one["several"] else ""
    return "\n".join(
        f"-   {box}**{row['letter']}** {inline(row['c'])}" if row["letter"] else f"-   {begun(box + inline(row['c']))}"
        for row in one["items"]
    )


def _checks(one: Block) -> str:
    return "\n".join(f"-   {BOX} {inline(item)}" for item in one["items"])


def _table(one: Block) -> str:
    rows = [one["head"], *one["rows"]]
    lines = [f"| {' | '.join(cell(inline(words)) for words in row)} |" for row in rows]
    return "\n".join([lines[0], f"| {' | '.join('---' for _ in one['head'])} |", *lines[1:]])


def _picture(one: Block) -> str:
    caption = inline(one["c"]).strip()
    shown = f"![{literal(one['alt'])}]({destination(one['name'])})"
    return f"{shown}\n\n{begun(caption)}" if caption else shown


def _messages(one: Block) -> str:
    said = [[{"t": "strong", "c": item["who"]}, *item["c"]] if item["who"] else item["c"] for item in one["items"]]
    return quoted("\n\n".join(begun(inline(words)) for words in said))


SETTERS: dict[str, Callable[[Block], str]] = {
    "heading": _heading,
    "para": _para,
    "bullets": _list,
    "steps": _steps,
    "quote": _quote,
    "note": _note,
    "fields": _fields,
    "options": _options,
    "checks": _checks,
    "table": _table,
    "picture": _picture,
    "messages": _messages,
}


def inline(runs: Inline, *, inside: bool = False) -> str:
    """Return runs as Markdown on a line. `inside` another mark, HTML says what Markdown would mistake."""
    made = ""
    for place, run in enumerate(runs):
        following = words_of(runs[place + 1 :])[:1]
        made += literal(run) if isinstance(run, str) else _run(run, made[-1:], following, inside=inside)
    return made


def _run(run: dict[str, Any], before: str, after: str, *, inside: bool) -> str:
    kind = run["t"]
    if kind in TAGS:
        return _marked(run, before, after, inside=inside)
    if kind == "lang":
        return f'<span lang="{run["lang"]}" dir="{run["dir"]}">{inline(run["c"], inside=True)}</span>'
    if kind == "link":
        return f"[{inline(run['c'], inside=True)}]({destination(run['to'])})"
    return {"break": BREAK, "gap": r"\_\_\_\_", "box": BOX}[kind]


def _marked(run: dict[str, Any], before: str, after: str, *, inside: bool) -> str:
    """Return words in bold or italics: spaces stay outside, and a mark that would not be taken for one is a tag."""
    mark, tag = TAGS[run["t"]]
    whole = inline(run["c"], inside=True)
    words = whole.strip()
    if not words:
        return whole
    start = whole.index(words)
    lead, tail = whole[:start], whole[start + len(words) :]
    opens = not _parts(words[0]) or _parts(lead[-1:] or before)
    closes = not _parts(words[-1]) or _parts(tail[:1] or after)
    marked = opens and closes and not inside and "*" not in (before, after)
    return lead + (f"{mark}{words}{mark}" if marked else f"<{tag}>{words}</{tag}>") + tail


def _parts(mark: str) -> bool:
    """Say whether a character, or the end of a line, parts words: CommonMark looks at what is around a mark."""
    return not mark or mark.isspace() or unicodedata.category(mark)[0] in "PS"
