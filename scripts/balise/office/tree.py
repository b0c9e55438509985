"""Turns the blocks of a sheet into Pandoc's document tree. Styles are called by name; `styles.py` draws them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from balise.office.nodes import Node, div, image, para, span, table, text
from balise.paper import Block, Inline, Run

NBSP = "\u00a0"
GAP_LEAST = 4
KEPT = "keep-"
"""How the identifier of blocks that stay together begins."""


class Editor:
    """Turns the blocks of one sheet. `italics` says whether emphasis leans; `images` maps pictures to file names."""

    def __init__(self, *, italics: bool, images: dict[str, str]) -> None:
        self.italics, self.images = italics, images
        self._kept = 0

    def blocks(self, blocks: Iterable[Block]) -> list[Node]:
        """Return blocks as Pandoc's."""
        return [node for block in blocks for node in BLOCKS[block["b"]](self, block)]

    def runs(self, words: Inline) -> list[Node]:
        """Return runs as Pandoc's inlines."""
        return [node for run in words for node in self._run(run)]

    def _run(self, run: Run) -> list[Node]:
        if isinstance(run, str):
            return text(run)
        return RUNS[run["t"]](self, run)

    def styled(self, style: str, *paragraphs: Inline) -> Node:
        """Return paragraphs of a style."""
        return div(style, [para(self.runs(words)) for words in paragraphs])

    def list_of(self, style: str, items: Iterable[Inline]) -> Node:
        """Return a list whose items are of a style, which draws the mark before each."""
        return {"t": "BulletList", "c": [[self.styled(style, words)] for words in items]}

    def kept(self, nodes: list[Node]) -> Node:
        """Return nodes marked as staying on one page."""
        self._kept += 1
        return {"t": "Div", "c": [[f"{KEPT}{self._kept}", [], []], nodes]}


def _strong(editor: Editor, run: Node) -> list[Node]:
    return [{"t": "Strong", "c": editor.runs(run["c"])}]


def _em(editor: Editor, run: Node) -> list[Node]:
    return [{"t": "Emph" if editor.italics else "Strong", "c": editor.runs(run["c"])}]


def _lang(editor: Editor, run: Node) -> list[Node]:
    return [span(editor.runs(run["c"]), lang=run["lang"], dir=run["dir"])]


def _link(editor: Editor, run: Node) -> list[Node]:
    return [{"t": "Link", "c": [["", [], []], editor.runs(run["c"]), [run["to"], ""]]}]


def _break(_: Editor, __: Node) -> list[Node]:
    return [{"t": "LineBreak"}]


def _gap(_: Editor, run: Node) -> list[Node]:
    return [span([{"t": "Str", "c": NBSP * 2 * max(GAP_LEAST, run["letters"])}], custom_style="Gap")]


def _box(_: Editor, __: Node) -> list[Node]:
    return [{"t": "Str", "c": "☐"}]


RUNS: dict[str, Callable[[Editor, Node], list[Node]]] = {
    "strong": _strong,
    "em": _em,
    "lang": _lang,
    "link": _link,
    "break": _break,
    "gap": _gap,
    "box": _box,
}

ROLES = {"lead": "Lead", "small": "Small", "label": "Label"}


def _heading(editor: Editor, block: Block) -> list[Node]:
    return [{"t": "Header", "c": [block["level"], ["", [], []], editor.runs(block["c"])]}]


def _paragraph(editor: Editor, block: Block) -> list[Node]:
    style = ROLES.get(block["role"])
    return [editor.styled(style, block["c"])] if style else [para(editor.runs(block["c"]))]


def _bullets(editor: Editor, block: Block) -> list[Node]:
    return [{"t": "BulletList", "c": [editor.blocks(item) for item in block["items"]]}]


def _steps(editor: Editor, block: Block) -> list[Node]:
    style = [block["start"], {"t": "Decimal"}, {"t": "Period"}]
    return [{"t": "OrderedList", "c": [style, [editor.blocks(item) for item in block["items"]]]}]


def _quote(editor: Editor, block: Block) -> list[Node]:
    # Pandoc's own quotation is indented to the left, whichever way its language is read.
    return [div("Quote", editor.blocks(block["blocks"]))]


def _note(editor: Editor, block: Block) -> list[Node]:
    """Return a frame: a table of one column, its title as the header. Frames of paragraphs break at every list."""
    title = [[editor.styled("CellHead", block["title"])]] if block["title"] else []
    return [table([title] if title else [], [[editor.blocks(block["blocks"])]], [1.0])]


def _lines(_: Editor, block: Block) -> list[Node]:
    return [div("AnswerLine", [para([]) for _ in range(block["count"])])]


def _fields(editor: Editor, block: Block) -> list[Node]:
    return [editor.styled("Field", *block["labels"])]


def _options(editor: Editor, block: Block) -> list[Node]:
    style = "Tick" if block["several"] else "Option"
    items: list[Inline] = [[{"t": "strong", "c": [item["letter"]]}, f"{NBSP} ", *item["c"]] for item in block["items"]]
    return [editor.list_of(style, items)]


def _checks(editor: Editor, block: Block) -> list[Node]:
    return [editor.list_of("Tick", block["items"])]


def _ruled(editor: Editor, block: Block) -> list[Node]:
    def cells(row: list[Inline], style: str) -> list[list[Node]]:
        return [[editor.styled(style, words)] for words in row]

    whole = sum(block["widths"])
    widths = [width / whole for width in block["widths"]]
    return [table([cells(block["head"], "CellHead")], [cells(row, "Cell") for row in block["rows"]], widths)]


def _keep(editor: Editor, block: Block) -> list[Node]:
    return [editor.kept(editor.blocks(block["blocks"]))]


def _page(_: Editor, __: Block) -> list[Node]:
    return [div("PageBreak", [para([])])]


def _picture(editor: Editor, block: Block) -> list[Node]:
    shown = image(editor.images[block["name"]], block["alt"], "105mm")
    return [div("Picture", [para([shown])]), *([editor.styled("Legend", block["c"])] if block["c"] else [])]


def _messages(editor: Editor, block: Block) -> list[Node]:
    nodes = []
    for item in block["items"]:
        who: Inline = [{"t": "strong", "c": item["who"]}, {"t": "break"}] if item["who"] else []
        nodes.append(editor.styled("MessageSent" if item["mine"] else "Message", [*who, *item["c"]]))
    return nodes


BLOCKS: dict[str, Callable[[Editor, Block], list[Node]]] = {
    "heading": _heading,
    "para": _paragraph,
    "bullets": _bullets,
    "steps": _steps,
    "quote": _quote,
    "note": _note,
    "lines": _lines,
    "fields": _fields,
    "options": _options,
    "checks": _checks,
    "table": _ruled,
    "keep": _keep,
    "page": _page,
    "picture": _picture,
    "messages": _messages,
}


def tree(data: dict[str, Any], images: dict[str, str], code: str = "") -> Node:
    """Return the tree of a sheet: its head, its blocks and its proof. `code` is the file of its QR code, if any."""
    editor = Editor(italics=data["style"]["italics"], images=images)
    proof = data["proof"]
    drawn = [div("Picture", [para([image(code, data["qr"]["alt"], "26mm")])])] if code else []
    nodes = [
        editor.styled("Kicker", data["kicker"]),
        {"t": "Header", "c": [1, ["", [], []], editor.runs(data["heading"])]},
        *editor.blocks(data["blocks"]),
        editor.kept([editor.styled("Label", proof["title"]), editor.styled("Small", *proof["lines"]), *drawn]),
    ]
    meta = {name: {"t": "MetaString", "c": data[name]} for name in ("lang", "dir")}
    return {"pandoc-api-version": [1, 23, 1], "meta": meta, "blocks": nodes}
