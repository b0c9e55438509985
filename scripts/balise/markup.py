"""The Markdown allowed in YAML: paragraphs, lists, quotations, emphasis, and references to the registries.

Text is parsed once into small nodes that every output walks. Raw HTML, headings, images, code and web
addresses are refused, so text can never become code in any output.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

SCHEMES = frozenset({"law", "penalty", "service", "tool", "source", "framework", "term", "age", "protocol", "module"})
ALLOWED = {
    "paragraph": "paragraph",
    "bullet_list": "list",
    "ordered_list": "steps",
    "list_item": "item",
    "blockquote": "quote",
    "strong": "strong",
    "em": "emphasis",
    "text": "text",
    "softbreak": "text",
    "hardbreak": "break",
    "link": "link",
}
REFUSED = {
    "html_inline": "raw HTML",
    "html_block": "raw HTML",
    "heading": "a heading",
    "image": "an image",
    "code_inline": "code",
    "code_block": "code (a line begins with four spaces)",
    "fence": "code",
    "hr": "a rule",
}
# Most strings hold no mark at all; knowing it saves parsing them.
BLOCK = r"[0-9]+[.)]|[-+>=#~]"
PLAIN = re.compile(rf"(?!{BLOCK})[^\n*_\[\]<\\`&]+")
MARK = re.compile(r"[\\`*_\[\]<&]|^(?:[-+>=#~]|\d+(?=[.)]))")
REFERENCE_END = re.compile(r"\]\([^)\s]*\)")

# Nearly all the rest is words, references and emphasis, whose marks stand where they can mean only one thing: reading
# it here takes a tenth of the time. A text that is not made of these pieces is the parser's.
BLOCK_START = re.compile(rf" *(?:{BLOCK})")
LETTER = r"[^\x00-\x1f\x7f-\x9f\u2028\u2029*_\[\]<\\`&]"
OPENS = r"(?=\*\*?\w|(?<!\S)\*\*?[^\s*])"
CLOSES = r"(?:(?!\S)|(?<=\w\*)|(?<=\w\*\*))(?!\*)"
PIECE = re.compile(
    rf"({LETTER}+)"
    rf"|(?<!!)\[({LETTER}*)\]\(((?:{'|'.join(sorted(SCHEMES))}):[A-Za-z0-9./-]+)\)"
    rf"|{OPENS}(\*\*?)([^*]*[^\s*])\4{CLOSES}"
    r"|(?<=\S)(\n) *(?=\S)"
)
EMPHASIS = {"*": "emphasis", "**": "strong"}

_parser = MarkdownIt("commonmark").disable(["entity", "reference"])
# Every target is judged by `faults`, which names what is wrong with it.
setattr(_parser, "validateLink", lambda _url: True)  # noqa: B010


class Node(NamedTuple):
    """A piece of text: `kind` is a value of `ALLOWED` or `ref`; `target` is a reference such as `law:fr.cp.226-2-1`."""

    kind: str
    children: tuple[Node, ...] = ()
    text: str = ""
    target: str = ""
    start: int = 1
    """The number a list of steps begins at."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something the markup does not allow."""

    code: str
    message: str
    help: str


@lru_cache(maxsize=20_000)
def _read(text: str) -> tuple[tuple[Node, ...], tuple[Fault, ...], tuple[str, ...]]:
    """Parse once: the blocks, what is not allowed, and the targets of references."""
    if PLAIN.fullmatch(text):
        return (Node("paragraph", (Node("text", text=text),)),), (), ()
    if blocks := _blocks(text):
        return blocks, (), _targets(blocks)
    tokens = _parser.parse(text)
    nodes = tuple(_node(child) for child in SyntaxTreeNode(tokens).children)
    return nodes, tuple(_faults(tokens)), _targets(nodes)


def _targets(nodes: tuple[Node, ...]) -> tuple[str, ...]:
    return tuple(node.target for node in walk(nodes) if node.kind == "ref")


def _blocks(text: str) -> tuple[Node, ...] | None:
    """Return the paragraphs of a text and its lists, as the parser would; or nothing, as `_pieces`."""
    blocks: list[Node] = []
    for block in text.split("\n\n"):
        listed = block.startswith("- ")
        parts = [_paragraph(one) for one in (block[2:].split("\n- ") if listed else (block,))]
        if None in parts or (listed and blocks and blocks[-1].kind == "list"):
            return None
        paragraphs = [one for one in parts if one]
        blocks += [Node("list", tuple(Node("item", (one,)) for one in paragraphs))] if listed else paragraphs
    return tuple(blocks)


def _paragraph(text: str) -> Node | None:
    if text != text.strip() or any(map(BLOCK_START.match, text.split("\n"))):
        return None
    pieces = _pieces(text)
    return Node("paragraph", pieces) if pieces else None


def _pieces(text: str) -> tuple[Node, ...] | None:
    """Return the pieces of a paragraph as the parser would, or nothing where it holds what only the parser knows."""
    nodes: list[Node] = []
    said: str | None = None
    end = 0
    for found in PIECE.finditer(text):
        words, label, target, mark, inside, end_of_line = found.groups()
        if found.start() != end:
            return None
        end = found.end()
        if words:
            said = (said or "") + words
            continue
        if end_of_line:
            nodes += [Node("text", text=one) for one in (said, " ") if one is not None]
            said = None
            continue
        children = _pieces(inside or label)
        if children is None:
            return None
        if mark == "**":
            said = said or ""  # the parser leaves an empty text on both sides
        if said is not None:
            nodes.append(Node("text", text=said))
        said = "" if mark == "**" else None
        nodes.append(Node(EMPHASIS[mark], children) if mark else Node("ref", children, target=target))
    if said is not None:
        nodes.append(Node("text", text=said))
    return tuple(nodes) if end == len(text) else None


def parse(text: str) -> tuple[Node, ...]:
    """Return the blocks of a text. What is refused comes out as plain text: never as code."""
    return _read(text)[0]


def faults(text: str) -> tuple[Fault, ...]:
    """Return what the markup does not allow in a text."""
    return () if PLAIN.fullmatch(text) else _read(text)[1]


def references(text: str) -> tuple[str, ...]:
    """Return the targets of every registry reference in a text, in order."""
    return _read(text)[2] if "](" in text else ()


def _node(tree: SyntaxTreeNode) -> Node:
    if tree.type == "paragraph":
        return Node("paragraph", _inline(tree))
    if tree.type == "link":
        target = str(tree.attrs.get("href", ""))
        kind = "ref" if target.partition(":")[0] in SCHEMES else "text_link"
        return Node(kind, tuple(_node(child) for child in tree.children), target=target)
    if tree.type == "softbreak":
        return Node("text", text=" ")
    known = ALLOWED.get(tree.type, "text")
    if known == "text":
        return Node("text", text=tree.content)
    return Node(known, tuple(_node(child) for child in tree.children), start=int(tree.attrs.get("start", 1)))


def _inline(paragraph: SyntaxTreeNode) -> tuple[Node, ...]:
    return tuple(_node(child) for inline in paragraph.children for child in inline.children)


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Yield every node, parents first."""
    for node in nodes:
        yield node
        yield from walk(node.children)


def without_targets(text: str) -> str:
    """Return a text without the targets of its references: what its author typed to be read."""
    return REFERENCE_END.sub("]", text) if "](" in text else text


def escaped(text: str) -> str:
    """Return plain text as Markdown that shows it to the letter."""
    return type(text)(MARK.sub(lambda found: _literal(found[0]), text))


def _literal(mark: str) -> str:
    """Return a mark that means nothing; after a number that would begin a list, it is its point that must not."""
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"


def plain(text: str, name: Callable[[str], str] = lambda _: "") -> str:
    """Return the words only: for search, titles and checks.

    `name` gives what a reference without words of its own shows; left out, it shows nothing.
    """
    if PLAIN.fullmatch(text):
        return text
    blocks = ("".join(_said(node, name) for node in walk((block,))) for block in parse(text))
    return " ".join(" ".join(blocks).split())


def _said(node: Node, name: Callable[[str], str]) -> str:
    if node.kind == "ref" and not node.children:
        return name(node.target)
    return node.text if node.kind == "text" else ""


def _faults(tokens: list[Token]) -> Iterator[Fault]:
    for token in _flat(tokens):
        kind = token.type.removesuffix("_open")
        if kind in REFUSED:
            advice = "use paragraphs, lists, *emphasis* and **strong** only"
            yield Fault("markup-not-allowed", f"{REFUSED[kind]} is not allowed in a text", advice)
        elif kind == "link":
            target = str(token.attrs.get("href", ""))
            if target.partition(":")[0] not in SCHEMES:
                yield Fault(
                    "link-not-registered",
                    f'a link to "{target[:60]}" is not a reference to a registry',
                    "add the address to a registry and link to its entry, such as `[](service:fr.3018)`",
                )


def _flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or [])
