"""Sets the blocks of `paper` as HTML: slides, and the notes beside them. Every word is escaped here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from markupsafe import Markup

from balise.paper import Block, Inline
from balise.templating import escaped
from balise.typesetter import END, ISOLATE

T = TypeVar("T")

BIDI = str.maketrans({ISOLATE: '<bdi dir="ltr">', END: "</bdi>"})
REMEMBERED = 2_000
_set: dict[int, tuple[object, Markup]] = {}
"""What was set last, by identity: the decks of a module share most of their slides."""


def inline(runs: Inline) -> Markup:
    """Return runs as HTML."""
    return _once(runs, _inline)


def blocks(found: Sequence[Block], site: str = "") -> Markup:
    """Return blocks as HTML; `site` is the way from the page to the root of the site, where pictures are."""
    if any(one["b"] == "picture" for one in found):
        found = [{**one, "address": site + one["address"]} if one["b"] == "picture" else one for one in found]
    return _once(found, _blocks)


def _once(thing: T, made: Callable[[T], str]) -> Markup:
    if id(thing) not in _set:
        if len(_set) > REMEMBERED:
            _set.clear()
        _set[id(thing)] = thing, Markup(made(thing))  # noqa: S704  made of what `_run` escaped
    return _set[id(thing)][1]


def _inline(runs: Inline) -> str:
    return "".join(map(_run, runs))


def _blocks(found: Sequence[Block]) -> str:
    return "".join(map(_block, found))


def _run(run: Any) -> str:
    if isinstance(run, str):
        words = escaped(run)
        return words.translate(BIDI) if ISOLATE in words or END in words else words
    kind = run["t"]
    if kind in ("break", "gap", "box"):
        return {"break": "<br>", "gap": '<span class="bl-gap"></span>', "box": '<span class="bl-box"></span>'}[kind]
    words = _inline(run["c"])
    if kind == "lang":
        return f'<span lang="{escaped(run["lang"])}" dir="{escaped(run["dir"])}">{words}</span>'
    return {"strong": f"<strong>{words}</strong>", "em": f"<em>{words}</em>"}.get(kind, words)


def _block(one: Block) -> str:
    return SETTERS[one["b"]](one)


def _para(one: Block) -> str:
    role = f' class="bl-said--{escaped(one["role"])}"' if one["role"] else ""
    return f"<p{role}>{_inline(one['c'])}</p>"


def _item(item: list[Block]) -> str:
    """Return a list item; one of a single paragraph needs no paragraph."""
    only = item[0] if len(item) == 1 and item[0]["b"] == "para" else None
    return f"<li>{_inline(only['c']) if only else _blocks(item)}</li>"


def _bullets(one: Block) -> str:
    return f"<ul>{''.join(map(_item, one['items']))}</ul>"


def _steps(one: Block) -> str:
    start = f' start="{int(one["start"])}"' if one["start"] != 1 else ""
    return f"<ol{start}>{''.join(map(_item, one['items']))}</ol>"


def _quote(one: Block) -> str:
    return f"<blockquote>{_blocks(one['blocks'])}</blockquote>"


def _note(one: Block) -> str:
    return f'<div class="bl-framed"><p><strong>{_inline(one["title"])}</strong></p>{_blocks(one["blocks"])}</div>'


def _table(one: Block) -> str:
    head = "".join(f'<th scope="col">{_inline(cell)}</th>' for cell in one["head"])
    rows = "".join(f"<tr>{''.join(f'<td>{_inline(cell)}</td>' for cell in row)}</tr>" for row in one["rows"])
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _keep(one: Block) -> str:
    return _blocks(one["blocks"])


def _heading(one: Block) -> str:
    return f"<p><strong>{_inline(one['c'])}</strong></p>"


def _picture(one: Block) -> str:
    """A picture on a slide has the address of its file."""
    caption = f"<figcaption>{_inline(one['c'])}</figcaption>" if one["c"] else ""
    return f'<figure><img src="{escaped(one["address"])}" alt="{escaped(one["alt"])}">{caption}</figure>'


def _messages(one: Block) -> str:
    return f'<ul class="bl-talk">{"".join(map(_message, one["items"]))}</ul>'


def _message(one: dict[str, Any]) -> str:
    mine = " bl-talk__said--mine" if one["mine"] else ""
    who = f'<span class="bl-talk__who">{_inline(one["who"])}</span>' if one["who"] else ""
    return f'<li class="bl-talk__said{mine}">{who}{_inline(one["c"])}</li>'


SETTERS: dict[str, Callable[[Block], str]] = {
    "para": _para,
    "bullets": _bullets,
    "steps": _steps,
    "quote": _quote,
    "note": _note,
    "table": _table,
    "keep": _keep,
    "heading": _heading,
    "picture": _picture,
    "messages": _messages,
}
"""What a slide and its notes may hold: no lines to write on, nothing to tick."""
