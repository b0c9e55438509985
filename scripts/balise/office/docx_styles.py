"""The styles of `styles.py` in the words of DOCX. The order of elements is the schema's: Word refuses any other."""

from __future__ import annotations

from balise.office.styles import BODY, FALLBACK, GAP, INK, PARAGRAPHS, TINT, Look, Style
from balise.office.xml import Element, element

MARKS = {name: str(number) for number, name in enumerate((n for n, s in PARAGRAPHS.items() if s.mark), 1)}
"""The number of the list of each style that draws a mark."""
KNOWN = {BODY: "Normal", "Footer": "footer", **{f"Heading{level}": f"heading {level}" for level in range(1, 5)}}
"""What Word calls the styles it has itself."""
DERIVED = {"BodyText": "Body Text", "FirstParagraph": "First Paragraph", "ListParagraph": "List Paragraph"}
SCRIPTS = ("ascii", "hAnsi", "eastAsia", "cs")
ARABIC = "Arial"


def styles(look: Look) -> Element:
    """Return `word/styles.xml`."""
    root = element("w:styles", None, _defaults(look))
    root.append(element("w:style", {"w:type": "character", "w:default": "1", "w:styleId": "DefaultParagraphFont"},
                        _named("Default Paragraph Font")))  # fmt: skip
    for name, style in PARAGRAPHS.items():
        root.append(_paragraph(name, style, look))
    for name, label in DERIVED.items():
        root.append(element("w:style", {"w:type": "paragraph", "w:styleId": name}, _named(label), *_based("Normal")))
    root.append(_character("Hyperlink", "Hyperlink", element("w:u", {"w:val": "single"})))
    root.append(_character(GAP, look.names[GAP], element("w:u", {"w:val": "single"})))
    root.append(_table())
    return root


def font_table(look: Look) -> Element:
    """Return `word/fontTable.xml`: what stands in for a typeface that is not installed."""
    fonts = [
        element("w:font", {"w:name": name}, element("w:altName", {"w:val": FALLBACK}))
        for name in dict.fromkeys((*look.fonts, ARABIC))
    ]
    return element("w:fonts", None, *fonts)


def _defaults(look: Look) -> Element:
    latin = look.fonts[1 if look.rtl else 0]
    fonts = {f"w:{script}": ARABIC if script == "cs" else latin for script in SCRIPTS}
    size = str(round(look.size * 2))
    letters = [
        element("w:rFonts", fonts),
        element("w:sz", {"w:val": size}),
        element("w:szCs", {"w:val": size}),
        element("w:lang", {"w:val": look.tag, "w:eastAsia": look.tag, "w:bidi": look.tag}),
    ]
    return element(
        "w:docDefaults",
        None,
        element("w:rPrDefault", None, element("w:rPr", None, *letters)),
        element("w:pPrDefault", None, element("w:pPr")),
    )


def _named(name: str) -> Element:
    return element("w:name", {"w:val": name})


def _based(name: str) -> list[Element]:
    return [element("w:basedOn", {"w:val": name}), element("w:qFormat")]


def _paragraph(name: str, style: Style, look: Look) -> Element:
    own = {} if name in KNOWN else {"w:customStyle": "1"}
    default = {"w:default": "1"} if name == BODY else {}
    styleid = "Normal" if name == BODY else name
    about = [_named(KNOWN.get(name) or look.names[name])]
    about += [] if name == BODY else _based("Normal")
    return element(
        "w:style",
        {"w:type": "paragraph", **default, **own, "w:styleId": styleid},
        *about,
        _layout(name, style, look),
        _letters(style, look),
    )


def _layout(name: str, style: Style, look: Look) -> Element:
    twips = {key: str(round(getattr(style, key) * 20)) for key in ("before", "after", "start", "end", "height")}
    line = (
        {"w:line": twips["height"], "w:lineRule": "exact"}
        if style.height
        else {"w:line": str(round(look.leading * 240)), "w:lineRule": "auto"}
    )
    hanging = {"w:hanging": twips["start"]} if style.mark else {}
    parts = [
        *([element("w:keepNext")] if style.together else []),
        *([element("w:pageBreakBefore")] if style.new_page else []),
        *([element("w:numPr", None, element("w:numId", {"w:val": MARKS[name]}))] if style.mark else []),
        *([_borders(style, look)] if style.borders else []),
        *([element("w:bidi")] if look.rtl else []),
        element("w:spacing", {"w:before": twips["before"], "w:after": twips["after"], **line}),
        element("w:ind", {"w:left": twips["start"], "w:right": twips["end"], **hanging}),
        *([element("w:outlineLvl", {"w:val": str(style.level - 1)})] if style.level else []),
    ]
    return element("w:pPr", None, *parts)


def _borders(style: Style, look: Look) -> Element:
    """Return the borders of a paragraph. Sides are physical here, in whatever direction it is read."""
    sides = dict(style.borders)
    left, right = ("end", "start") if look.rtl else ("start", "end")
    names = {"top": "top", "left": left, "bottom": "bottom", "right": right}
    drawn = [_line(physical, sides[side]) for physical, side in names.items() if side in sides]
    # Without one between them, paragraphs that follow each other share one line, under the last.
    drawn += [_line("between", sides["bottom"])] if "bottom" in sides else []
    return element("w:pBdr", None, *drawn)


def _line(side: str, width: float) -> Element:
    space = "4" if side in ("left", "right") else "1"
    return element(f"w:{side}", {"w:val": "single", "w:sz": str(round(width * 8)), "w:space": space, "w:color": INK})


def _letters(style: Style, look: Look) -> Element:
    size = str(round(look.size * style.size * 2))
    bold = [element("w:b"), element("w:bCs")] if style.bold else []
    return element("w:rPr", None, *bold, element("w:sz", {"w:val": size}), element("w:szCs", {"w:val": size}))


def _character(name: str, label: str, *letters: Element) -> Element:
    return element(
        "w:style",
        {"w:type": "character", "w:customStyle": "1", "w:styleId": name},
        _named(label),
        element("w:basedOn", {"w:val": "DefaultParagraphFont"}),
        element("w:rPr", None, *letters),
    )


def _table() -> Element:
    """Return the style of tables: ruled, with a header that greys and repeats."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    line = {"w:val": "single", "w:sz": "5", "w:space": "0", "w:color": INK}
    room = {"top": "60", "left": "120", "bottom": "60", "right": "120"}
    about = element(
        "w:tblPr",
        None,
        element("w:tblBorders", None, *(element(f"w:{side}", line) for side in sides)),
        element("w:tblCellMar", None, *(element(f"w:{side}", {"w:w": w, "w:type": "dxa"}) for side, w in room.items())),
    )
    shade = element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": TINT})
    first = element("w:tblStylePr", {"w:type": "firstRow"}, element("w:tcPr", None, shade))
    return element("w:style", {"w:type": "table", "w:styleId": "Table"}, _named("Table Grid"), about, first)
