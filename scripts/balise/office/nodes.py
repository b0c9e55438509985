"""The nodes of Pandoc's document tree that sheets need. The tree is data: words can never become code."""

from __future__ import annotations

from typing import Any, TypeAlias

Node: TypeAlias = dict[str, Any]

MARK = "\u200e"
ISOLATES = str.maketrans({"\u2066": MARK, "\u2069": MARK})
"""Word ignores the marks that isolate numbers; these, older, set them right everywhere."""


def text(value: str) -> list[Node]:
    return [{"t": "Str", "c": value.translate(ISOLATES)}] if value else []


def para(nodes: list[Node]) -> Node:
    return {"t": "Para", "c": nodes}


def div(style: str, nodes: list[Node]) -> Node:
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], nodes]}


def span(nodes: list[Node], **attributes: str) -> Node:
    named = [[name.replace("_", "-"), value] for name, value in attributes.items()]
    return {"t": "Span", "c": [["", [], named], nodes]}


def table(head: list[list[list[Node]]], body: list[list[list[Node]]], widths: list[float]) -> Node:
    """Return a table of rows of cells of blocks."""
    plain = ["", [], []]
    default = {"t": "AlignDefault"}

    def rows(given: list[list[list[Node]]]) -> list[Any]:
        return [[plain, [[plain, default, 1, 1, cell] for cell in row]] for row in given]

    columns = [[default, {"t": "ColWidth", "c": width}] for width in widths]
    return {
        "t": "Table",
        "c": [plain, [None, []], columns, [plain, rows(head)], [[plain, 0, [], rows(body)]], [plain, []]],
    }


def image(name: str, alt: str, width: str) -> Node:
    """Return a picture of a file, with the words for whoever cannot see it."""
    return {"t": "Image", "c": [["", [], [["width", width]]], text(alt), [name, ""]]}


def alternatives(part: Any) -> list[str]:
    """Return the words for whoever cannot see it of every picture in a tree, in order."""
    if isinstance(part, list):
        return [words for one in part for words in alternatives(one)]
    if not isinstance(part, dict):
        return []
    if part.get("t") == "Image":
        return ["".join(one["c"] for one in part["c"][1])]
    return [words for one in part.values() for words in alternatives(one)]
