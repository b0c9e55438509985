"""The styles of `styles.py` in the words of ODT."""

from __future__ import annotations

from balise.office.styles import BODY, FALLBACK, GAP, INK, PARAGRAPHS, SIDES, Look, Style
from balise.office.xml import Element, element

ARABIC = "Arial"
KNOWN = {BODY: "Text body", "Footer": "Footer", **{f"Heading{level}": f"Heading {level}" for level in range(1, 5)}}
"""What the word processor calls the styles it has itself."""
DERIVED = {"First_20_paragraph": "First paragraph", "Table_20_Contents": "Table Contents"}
TEXT = {"Bullet_20_Symbols": "Bullet Symbols", "Numbering_20_Symbols": "Numbering Symbols", "Definition": "Definition"}
SCRIPTS = ("", "-asian", "-complex")
GRAPHICS = ("Graphics", "Formula")
LISTS = {name: f"{name}s" for name, style in PARAGRAPHS.items() if style.mark}
"""The list of each style that draws a mark."""


def styles(look: Look, footer: Element) -> Element:
    """Return `styles.xml`. `footer` holds the paragraphs at the foot of every page."""
    own = element("office:styles", None, _defaults(look), element("style:style", named("Standard")))
    own.extend(_paragraph(name, style, look) for name, style in PARAGRAPHS.items())
    for name, label in DERIVED.items():
        own.append(element("style:style", {**named(name, label), "style:parent-style-name": encoded("Text body")}))
    own.extend(element("style:style", named(name, label, "text")) for name, label in TEXT.items())
    own.extend(element("style:style", named(name, family="graphic")) for name in GRAPHICS)
    line = element("style:text-properties", {f"style:text-underline-{key}": value for key, value in UNDERLINE.items()})
    own.append(element("style:style", named("Internet_20_link", "Internet Link", "text"), line))
    own.append(element("style:style", named(GAP, look.names[GAP], "text"), line))
    own.extend(_list(name, PARAGRAPHS[name]) for name in LISTS)
    master = {"style:name": "Standard", "style:page-layout-name": "Page"}
    return element(
        "office:document-styles",
        {"office:version": "1.3"},
        fonts(look),
        own,
        element("office:automatic-styles", None, _page(look)),
        element("office:master-styles", None, element("style:master-page", master, footer)),
    )


UNDERLINE = {"style": "solid", "width": "auto", "color": "font-color"}


def fonts(look: Look) -> Element:
    """Return the typefaces, each with what stands in for it where it is not installed."""
    faces = [
        element("style:font-face", {"style:name": name, "svg:font-family": f"'{name}', {FALLBACK}, sans-serif"})
        for name in dict.fromkeys((*look.fonts, ARABIC))
    ]
    return element("office:font-face-decls", None, *faces)


def encoded(label: str) -> str:
    return label.replace(" ", "_20_")


def named(name: str, label: str = "", family: str = "paragraph") -> dict[str, str]:
    """Return what names a style."""
    shown = {"style:display-name": label} if label and label != name else {}
    return {"style:name": name, **shown, "style:family": family}


def points(value: float) -> str:
    return f"{value:.1f}pt"


def language(look: Look) -> dict[str, str]:
    """Return the language of words in every script."""
    country = look.territory or "none"
    pairs = [
        (script, kind, value)
        for script in SCRIPTS
        for kind, value in (("language", look.language), ("country", country))
    ]
    return {f"{'style' if script else 'fo'}:{kind}{script}": value for script, kind, value in pairs}


def _defaults(look: Look) -> Element:
    mode = {"style:writing-mode": "rl-tb"} if look.rtl else {"style:writing-mode": "lr-tb"}
    latin = look.fonts[1 if look.rtl else 0]
    faces = {f"style:font-name{script}": ARABIC if script == "-complex" else latin for script in SCRIPTS}
    return element(
        "style:default-style",
        {"style:family": "paragraph"},
        element("style:paragraph-properties", {**mode, "fo:orphans": "2", "fo:widows": "2"}),
        element("style:text-properties", {**faces, **_size(look.size), **language(look)}),
    )


def _size(size: float) -> dict[str, str]:
    return {f"{'style' if script else 'fo'}:font-size{script}": points(size) for script in SCRIPTS}


def _paragraph(name: str, style: Style, look: Look) -> Element:
    label = KNOWN.get(name) or look.names[name]
    title = named(encoded(KNOWN[name]), KNOWN[name]) if name in KNOWN else named(name, label)
    parent = "Standard" if name == BODY else encoded("Text body")
    about = {**title, "style:parent-style-name": parent}
    about |= {"style:default-outline-level": str(style.level)} if style.level else {}
    about |= {"style:list-style-name": LISTS[name]} if style.mark else {}
    return element(
        "style:style", about, element("style:paragraph-properties", _layout(style, look)), _letters(style, look)
    )


def _layout(style: Style, look: Look) -> dict[str, str]:
    start, end = ("right", "left") if look.rtl else ("left", "right")
    said = {"fo:margin-top": points(style.before), "fo:margin-bottom": points(style.after)}
    # Not `start`: LibreOffice takes it for the left in every direction.
    said |= {"style:writing-mode": "rl-tb" if look.rtl else "lr-tb", "fo:text-align": start}
    if not style.mark:
        # LibreOffice takes the left margin for the one where reading starts; its borders are where they say.
        said |= {"fo:margin-left": points(style.start), "fo:margin-right": points(style.end)}
    physical = {"start": start, "end": end}
    for side in SIDES:
        if width := dict(style.borders).get(side):
            said[f"fo:border-{physical.get(side, side)}"] = f"{points(width)} solid #{INK}"
            said[f"fo:padding-{physical.get(side, side)}"] = points(1 if side in ("top", "bottom") else 4)
    said |= {"style:join-border": "false"} if dict(style.borders).get("bottom") else {}
    said |= {"fo:keep-with-next": "always"} if style.together else {}
    said |= {"fo:break-before": "page"} if style.new_page else {}
    said["fo:line-height"] = points(style.height) if style.height else f"{round(look.leading * 100)}%"
    return said


def _letters(style: Style, look: Look) -> Element:
    weights = {f"{'style' if script else 'fo'}:font-weight{script}": "bold" for script in SCRIPTS} if style.bold else {}
    return element("style:text-properties", {**_size(look.size * style.size), **weights})


def _list(name: str, style: Style) -> Element:
    """Return the list whose mark comes with its style."""
    room = points(style.start)
    aligned = {
        "text:label-followed-by": "listtab",
        "fo:text-indent": f"-{room}",
        "fo:margin-left": room,
        "text:list-tab-stop-position": room,
    }
    level = element(
        "style:list-level-properties",
        {"text:list-level-position-and-space-mode": "label-alignment"},
        element("style:list-level-label-alignment", aligned),
    )
    bullet = element("text:list-level-style-bullet", {"text:level": "1", "text:bullet-char": style.mark}, level)
    return element("text:list-style", {"style:name": LISTS[name]}, bullet)


def _page(look: Look) -> Element:
    width, height = look.page
    margins = {f"fo:margin-{side}": points(look.margin) for side in ("top", "left", "right")}
    about = {
        "fo:page-width": points(width),
        "fo:page-height": points(height),
        **margins,
        "fo:margin-bottom": points(look.bottom / 2),
        "style:writing-mode": "rl-tb" if look.rtl else "lr-tb",
    }
    foot = {"fo:min-height": points(look.bottom / 2), "fo:margin-top": points(look.bottom / 4)}
    return element(
        "style:page-layout",
        {"style:name": "Page"},
        element("style:page-layout-properties", about),
        element("style:footer-style", None, element("style:header-footer-properties", foot)),
    )
