"""Finishes what Pandoc makes of a sheet as DOCX: our styles, the sheet's language, its direction, its foot."""

from __future__ import annotations

from balise.office.docx_styles import MARKS, SCRIPTS, font_table, styles
from balise.office.styles import PARAGRAPHS, Look
from balise.office.tree import KEPT
from balise.office.xml import (
    Element,
    child,
    element,
    every,
    get,
    only,
    packed,
    parse,
    put,
    qualified,
    unpacked,
    written,
)

FOOT = "rIdFoot"
OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006"
WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml"
ENTRIES = {
    "word/_rels/document.xml.rels": (
        b"</Relationships>",
        b'<Relationship Type="%s/relationships/footer" Id="rIdFoot" Target="footer1.xml" />' % OFFICE,
    ),
    "[Content_Types].xml": (
        b"</Types>",
        b'<Override PartName="/word/footer1.xml" ContentType="%s.footer+xml" />' % WORD,
    ),
}
"""What makes the foot part of a document. Written as bytes: readers want these two files without prefixes."""
TWIPS = 20
GAP = "180"
"""The room after a table, in twips."""
MODERN = {"w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word", "w:val": "15"}
"""Without it Word lays a document out as it did in 2007, with tables that stick out."""
EDGE = 28.3
"""From the foot of the page to the foot's words."""


def finished(made: bytes, look: Look, title: str, author: str) -> bytes:
    """Return Pandoc's DOCX as the document that is handed out."""
    parts = unpacked(made)
    document = parse(parts["word/document.xml"])
    _paragraphs(document)
    _tables(document, look)
    _languages(document, look)
    _section(document, look)
    numbering = parse(parts["word/numbering.xml"])
    _marks(numbering)
    core = parse(parts["docProps/core.xml"])
    for name, value in {"dc:title": title, "dc:creator": author, "dc:language": look.tag}.items():
        only(core, name).text = value
    settings = parse(parts["word/settings.xml"])
    put(only(settings, "w:themeFontLang"), w_val=look.tag, w_bidi=look.tag)
    rules = list(settings).index(only(settings, "w:rsids"))
    settings.insert(rules, element("w:compat", None, element("w:compatSetting", MODERN)))
    trees = {
        "docProps/core.xml": core,
        "word/document.xml": document,
        "word/fontTable.xml": font_table(look),
        "word/footer1.xml": _footer(look),
        "word/numbering.xml": numbering,
        "word/settings.xml": settings,
        "word/styles.xml": styles(look),
    }
    for name, (end, entry) in ENTRIES.items():
        parts[name] = parts[name].replace(end, entry + end)
    return packed({**parts, **{name: written(tree) for name, tree in trees.items()}})


def _paragraphs(document: Element) -> None:
    for paragraph in every(document, "w:p"):
        about = child(paragraph, "w:pPr")
        named, numbered = about.find(qualified("w:pStyle")), about.find(qualified("w:numPr"))
        style = get(named, "w:val") if named is not None else ""
        if not style:
            about.insert(0, element("w:pStyle", {"w:val": "ListParagraph" if numbered is not None else "BodyText"}))
        if numbered is not None and style in MARKS:
            about.remove(numbered)  # the style itself draws its mark
    for parent in list(document.iter()):
        _keep(parent)


def _keep(parent: Element) -> None:
    """Keep together what is between two marks of `tree.py`, and remove them."""
    closing, inside = "", list[Element]()
    for one in list(parent):
        if one.tag == qualified("w:bookmarkStart") and get(one, "w:name").startswith(KEPT):
            closing, inside = get(one, "w:id"), []
            parent.remove(one)
        elif closing and one.tag == qualified("w:bookmarkEnd") and get(one, "w:id") == closing:
            for paragraph in (found for block in inside[:-1] for found in every(block, "w:p")):
                _keep_with_next(paragraph)
            closing = ""
            parent.remove(one)
        elif closing:
            inside.append(one)


def _keep_with_next(paragraph: Element) -> None:
    about = child(paragraph, "w:pPr")
    if about.find(qualified("w:keepNext")) is None:
        about.insert(1, element("w:keepNext"))


def _tables(document: Element, look: Look) -> None:
    for table in every(document, "w:tbl"):
        about = only(table, "w:tblPr")
        if look.rtl:
            about.insert(1, element("w:bidiVisual"))
        columns = every(only(table, "w:tblGrid"), "w:gridCol")
        whole = sum(int(get(column, "w:w")) for column in columns)
        for column in columns:
            put(column, w_w=str(round(int(get(column, "w:w")) / whole * look.width * TWIPS)))
        for row in every(table, "w:tr"):
            child(row, "w:trPr").insert(0, element("w:cantSplit"))
    for parent in list(document.iter()):
        _apart(parent)


def _apart(parent: Element) -> None:
    """Part a table from what follows: two tables that touch become one, and words would stick to its last line."""
    blocks = list(parent)
    for place in range(len(blocks) - 1, 0, -1):
        before, after = blocks[place - 1], blocks[place]
        if before.tag != qualified("w:tbl"):
            continue
        if after.tag == qualified("w:tbl"):
            parent.insert(place, _spaced(element("w:p"), {"w:line": GAP, "w:lineRule": "exact"}))
        elif after.tag == qualified("w:p"):
            empty = not every(after, "w:r")
            _spaced(after, {"w:line": GAP, "w:lineRule": "exact"} if empty else {"w:before": GAP})


def _spaced(paragraph: Element, space: dict[str, str]) -> Element:
    about = child(paragraph, "w:pPr")
    first_after = [qualified(f"w:{name}") for name in ("ind", "jc", "outlineLvl", "rPr")]
    place = next((n for n, one in enumerate(about) if one.tag in first_after), len(about))
    about.insert(place, element("w:spacing", space))
    return paragraph


def _languages(document: Element, look: Look) -> None:
    """Give words in another language their territory, and tell what is read from right to left of it too."""
    for language in every(document, "w:lang"):
        tag = get(language, "w:val")
        put(language, w_val=look.full(tag), w_bidi=look.full(tag))


def _section(document: Element, look: Look) -> None:
    section = only(document, "w:sectPr")
    section.clear()
    margin, (width, height) = str(round(look.margin * TWIPS)), look.page
    edge = str(round(EDGE * TWIPS))
    section.extend([
        element("w:footerReference", {"w:type": "default", "r:id": FOOT}),
        element("w:pgSz", {"w:w": str(round(width * TWIPS)), "w:h": str(round(height * TWIPS))}),
        element("w:pgMar", {
            "w:top": margin, "w:right": margin, "w:bottom": str(round(look.bottom * TWIPS)), "w:left": margin,
            "w:header": edge, "w:footer": edge, "w:gutter": "0",
        }),
        *([element("w:bidi")] if look.rtl else []),
    ])  # fmt: skip


def _footer(look: Look) -> Element:
    def run(text: str) -> Element:
        return element("w:r", None, *direction, element("w:t", {"xml:space": "preserve"}, text=text))

    direction = [element("w:rPr", None, element("w:rtl"))] if look.rtl else []
    about = element("w:pPr", None, element("w:pStyle", {"w:val": "Footer"}))
    about.extend([element("w:bidi")] if look.rtl else [])
    numbers = [element("w:fldSimple", {"w:instr": f" {name} "}, run("1")) for name in ("PAGE", "NUMPAGES")]
    words = [run(f"{look.foot} · "), numbers[0], run("/"), numbers[1]]
    return element("w:ftr", None, element("w:p", None, about, *words))


def _marks(numbering: Element) -> None:
    """Add the lists whose mark comes with their style."""
    for style, number in MARKS.items():
        mark = element(
            "w:abstractNum", {"w:abstractNumId": number}, element("w:multiLevelType", {"w:val": "hybridMultilevel"})
        )
        indent = str(round(PARAGRAPHS[style].start * TWIPS))
        mark.append(element(
            "w:lvl", {"w:ilvl": "0"},
            element("w:start", {"w:val": "1"}),
            element("w:numFmt", {"w:val": "bullet"}),
            element("w:pStyle", {"w:val": style}),
            element("w:lvlText", {"w:val": PARAGRAPHS[style].mark}),
            element("w:lvlJc", {"w:val": "left"}),
            element("w:pPr", None, element("w:ind", {"w:left": indent, "w:hanging": indent})),
            element("w:rPr", None, element("w:rFonts", {f"w:{script}": SYMBOLS for script in SCRIPTS})),
        ))  # fmt: skip
        numbering.insert(0, mark)
        numbering.append(element("w:num", {"w:numId": number}, element("w:abstractNumId", {"w:val": number})))


SYMBOLS = "Segoe UI Symbol"
"""Has the marks in Word; other programs find them elsewhere."""
