"""Finishes what Pandoc makes of a sheet as ODT: our styles, the sheet's language, its direction, its foot."""

from __future__ import annotations

from copy import deepcopy

from balise.office.odt_styles import LISTS, fonts, styles
from balise.office.styles import INK, TINT, Look
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

FIRST = "mimetype"


def finished(made: bytes, look: Look, title: str, author: str) -> bytes:
    """Return Pandoc's ODT as the document that is handed out."""
    parts = unpacked(made)
    content, meta = parse(parts["content.xml"]), parse(parts["meta.xml"])
    declared = only(content, "office:font-face-decls")
    declared.clear()
    declared.extend(fonts(look))
    _lists(content)
    _tables(content)
    _keep(content)
    _languages(content, look)
    # Pandoc forgets them.
    for frame, words in zip(every(content, "draw:frame"), look.pictures, strict=True):
        frame.append(element("svg:title", text=words))
    told = {"dc:title": title, "dc:creator": author, "meta:initial-creator": author, "dc:language": look.tag}
    for name, value in told.items():
        only(meta, name).text = value
    trees = {"content.xml": content, "styles.xml": styles(look, _footer(look)), "meta.xml": meta}
    whole = {**parts, **{name: written(tree) for name, tree in trees.items()}}
    # Readers know the format by its first bytes.
    return packed({FIRST: whole.pop(FIRST), **whole}, stored=(FIRST,))


def _lists(content: Element) -> None:
    """Give the lists whose items have a mark of their own that mark."""
    for one in every(content, "text:list"):
        style = next((get(paragraph, "text:style-name") for paragraph in every(one, "text:p")), "")
        if style in LISTS:
            put(one, text_style_name=LISTS[style])


def _tables(content: Element) -> None:
    for style in every(content, "style:style"):
        if get(style, "style:name") in ("TableHeaderRowCell", "TableRowCell"):
            cell = only(style, "style:table-cell-properties")
            put(cell, fo_border=f"0.6pt solid #{INK}", fo_padding="4pt")
            if get(style, "style:name") == "TableHeaderRowCell":
                put(cell, fo_background_color=f"#{TINT}")
        elif get(style, "style:family") == "table":
            put(only(style, "style:table-properties"), fo_margin_top="6pt", fo_margin_bottom="6pt")
    rows = element(
        "style:style",
        {"style:name": "Row", "style:family": "table-row"},
        element("style:table-row-properties", {"fo:keep-together": "always"}),
    )
    only(content, "office:automatic-styles").append(rows)
    for row in every(content, "table:table-row"):
        put(row, table_style_name="Row")


def _keep(content: Element) -> None:
    """Keep together what is in a section of `tree.py`, and take the section away."""
    known = only(content, "office:automatic-styles")
    for parent in list(content.iter()):
        for section in parent.findall(qualified("text:section")):
            if get(section, "text:name").startswith(KEPT):
                blocks = list(section)
                for paragraph in (found for block in blocks[:-1] for found in every(block, "text:p")):
                    put(paragraph, text_style_name=_kept(known, get(paragraph, "text:style-name")))
                at = list(parent).index(section)
                parent[at : at + 1] = blocks


def _kept(known: Element, name: str) -> str:
    """Return a style like another that stays with what follows, made when there is none yet."""
    wanted = f"{name}-{KEPT}next"
    styles = {get(style, "style:name"): style for style in known.findall(qualified("style:style"))}
    if wanted not in styles:
        same = {"style:family": "paragraph", "style:parent-style-name": name}
        made = deepcopy(styles[name]) if name in styles else element("style:style", same)
        put(made, style_name=wanted)
        put(child(made, "style:paragraph-properties"), fo_keep_with_next="always")
        known.append(made)
    return wanted


def _languages(content: Element, look: Look) -> None:
    """Give words in another language their territory, whatever their script."""
    for letters in every(content, "style:text-properties"):
        if tag := get(letters, "fo:language"):
            country = look.full(tag).partition("-")[2] or "none"
            put(letters, fo_country=country, style_language_complex=tag, style_country_complex=country)


def _footer(look: Look) -> Element:
    words = element("text:p", {"text:style-name": "Footer"}, text=f"{look.foot} · ")
    number = element("text:page-number", {"text:select-page": "current"}, text="1")
    number.tail = "/"
    words.extend([number, element("text:page-count", text="1")])
    return element("style:footer", None, words)
