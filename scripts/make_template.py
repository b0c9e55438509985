"""Writes the template of PowerPoint decks: `python scripts/make_template.py`. The same program, the same bytes.

Everything is in points, for a slide of 960 × 540. A layout has real placeholders with all four coordinates, so that a
deck can be restyled in PowerPoint by changing its slide master alone. Colours are those of the site's light theme.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from balise.office.xml import packed
from template_parts import CONTENT, NOTES, RELS, SPACES, package, theme

TARGET = Path(__file__).parent / "balise" / "powerpoint" / "template.pptx"
EMU = 12700
LEVELS = 5
INK, ON_DARK = "tx1", "bg1"
SMALLEST = 24
"""Points of what a room reads."""
FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
FACES = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
DRAWN = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Says that a shape is there to be seen only."""


class Box(NamedTuple):
    """A rectangle: from the start of the slide, from its top, wide, high."""

    x: float
    y: float
    wide: float
    high: float


class Place(NamedTuple):
    """A placeholder: `kind` and `index` are PowerPoint's, `size` in points, `colour` of the theme."""

    kind: str
    index: int
    name: str
    box: Box
    size: int
    colour: str = INK
    anchor: str = "t"
    bold: bool = False
    end: bool = False
    """Whether its words are at the end of the line."""


class Layout(NamedTuple):
    """A layout of slides: its background and what is drawn on it, as colours of the theme."""

    name: str
    kind: str
    ground: str
    places: tuple[Place, ...]
    marks: tuple[tuple[Box, str], ...] = ()


TITLE = Place("title", 0, "Title", Box(48, 20, 864, 96), 36, "tx2", "b", bold=True)
BODY = Place("body", 1, "Text", Box(48, 146, 864, 324), 40)
FOOT = Place("ftr", 11, "Footer", Box(48, 478, 752, 48), 16, anchor="ctr")
NUMBER = Place("sldNum", 12, "Slide Number", Box(824, 478, 88, 48), 16, anchor="ctr", end=True)
RULE = (Box(50, 122, 96, 6), "accent2")
EDGE = Box(0, 0, 16, 540)
LAYOUTS = (
    Layout(
        "title",
        "title",
        "tx2",
        (
            Place("ctrTitle", 0, "Title", Box(80, 84, 800, 200), 48, ON_DARK, "b", bold=True),
            Place("subTitle", 1, "Subtitle", Box(80, 322, 800, 120), 28, ON_DARK),
            FOOT._replace(box=Box(80, 478, 720, 48), colour=ON_DARK),
            NUMBER._replace(colour=ON_DARK),
        ),
        ((Box(82, 298, 120, 8), "accent2"),),
    ),
    Layout("words", "obj", "bg2", (TITLE, BODY, FOOT, NUMBER), (RULE,)),
    Layout(
        "question",
        "obj",
        "accent1 10",
        (TITLE, BODY._replace(size=44, anchor="ctr", colour="tx2"), FOOT, NUMBER),
        ((EDGE, "accent1"), RULE),
    ),
    Layout("vote", "obj", "accent1 10", (TITLE, BODY._replace(size=36), FOOT, NUMBER), ((EDGE, "accent1"), RULE)),
    Layout(
        "law",
        "obj",
        "bg1",
        (TITLE._replace(colour=ON_DARK, anchor="ctr"), BODY, FOOT._replace(size=18, colour="tx2"), NUMBER),
        ((Box(0, 0, 960, 124), "accent1"), (Box(0, 124, 960, 6), "accent2")),
    ),
    Layout(
        "help",
        "obj",
        "accent3 10",
        (TITLE._replace(colour="accent3"), BODY, FOOT._replace(size=18), NUMBER),
        ((EDGE, "accent3"), (RULE[0], "accent3")),
    ),
    Layout("note", "obj", "accent2 20", (TITLE, BODY, FOOT, NUMBER), ((EDGE, "accent2"), RULE)),
    Layout(
        "picture",
        "obj",
        "bg2",
        (TITLE, BODY._replace(box=Box(48, 424, 864, 46), size=24, anchor="ctr"), FOOT, NUMBER),
        (RULE,),
    ),
    Layout("bare", "titleOnly", "bg2", (TITLE, FOOT, NUMBER), (RULE,)),
)


def xfrm(box: Box) -> str:
    """Return where a shape is."""
    x, y, wide, high = (round(one * EMU) for one in box)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'


def fill(colour: str) -> str:
    """Return a fill with a colour of the theme, or with its tint: `accent1 10` is a tenth of it on white."""
    name, _, part = colour.partition(" ")
    tint = f'<a:lumMod val="{part}000"/><a:lumOff val="{100 - int(part)}000"/>' if part else ""
    return f'<a:solidFill><a:schemeClr val="{name}">{tint}</a:schemeClr></a:solidFill>'


def levels(place: Place) -> str:
    """Return the style of the paragraphs of a placeholder, level by level."""
    side = "r" if place.end else "l"
    many = LEVELS if place.kind == "body" else 1
    sizes = [max(place.size - 4 * level, min(place.size, SMALLEST)) for level in range(many)]
    return "".join(
        f'<a:lvl{level}pPr marL="{(level - 1) * 28 * EMU}" indent="0" algn="{side}"><a:buNone/>'
        f'<a:defRPr sz="{size * 100}" b="{int(place.bold)}">{fill(place.colour)}{FACES}</a:defRPr></a:lvl{level}pPr>'
        for level, size in enumerate(sizes, 1)
    )


def said(place: Place) -> str:
    """Return what a placeholder says in the layout, where it is never projected."""
    if place.kind == "sldNum":
        return f'<a:fld id="{FIELD}" type="slidenum"><a:rPr lang="fr-FR"/><a:t>1</a:t></a:fld>'
    return f'<a:r><a:rPr lang="fr-FR"/><a:t>{place.name}</a:t></a:r>'


def shape(number: int, place: Place) -> str:
    """Return a placeholder."""
    index = f' idx="{place.index}"' if place.index else ""
    size = ' sz="quarter"' if place.kind in ("ftr", "sldNum") else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{place.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{place.kind}"{size}{index}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{xfrm(place.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" '
        f'anchor="{place.anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle>{levels(place)}</a:lstStyle>'
        f"<a:p>{said(place)}</a:p></p:txBody></p:sp>"
    )


def mark(number: int, box: Box, colour: str) -> str:
    """Return something drawn, that says nothing."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Decoration {number}">{DRAWN}</p:cNvPr>'
        f'<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{xfrm(box)}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(colour)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )


def tree(name: str, ground: str, places: tuple[Place, ...], marks: tuple[tuple[Box, str], ...] = ()) -> str:
    """Return the background and the shapes of a layout or of the master; what is drawn lies under the words."""
    drawn = [mark(number, *one) for number, one in enumerate(marks, 2)]
    shapes = [shape(number, one) for number, one in enumerate(places, 2 + len(marks))]
    return (
        f'<p:cSld name="{name}"><p:bg><p:bgPr>{fill(ground)}<a:effectLst/></p:bgPr></p:bg><p:spTree>'
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        f"{''.join([*drawn, *shapes])}</p:spTree></p:cSld>"
    )


def layout(one: Layout) -> str:
    """Return the file of a layout."""
    return (
        f'<p:sldLayout {SPACES} type="{one.kind}" preserve="1" userDrawn="1">'
        f"{tree(one.name, one.ground, one.places, one.marks)}"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def master() -> str:
    """Return the slide master: what every layout is drawn from."""
    listed = "".join(f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n + 1}"/>' for n in range(len(LAYOUTS)))
    return (
        f"<p:sldMaster {SPACES}>{tree('Balise', 'bg2', (TITLE, BODY, FOOT, NUMBER))}"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
        'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
        f"<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst>"
        f"<p:txStyles><p:titleStyle>{styled(1, 36, 0)}</p:titleStyle><p:bodyStyle>{styled(9, 32, 8)}</p:bodyStyle>"
        f"<p:otherStyle>{styled(9, 18, 0)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def styled(many: int, size: int, before: int) -> str:
    """Return the styles of levels, which placeholders begin from."""
    return "".join(
        f'<a:lvl{level}pPr marL="{(level - 1) * 28 * EMU}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" '
        f'latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts '
        f'val="{before * 100}"/></a:spcBef><a:buNone/><a:defRPr sz="{size * 100}" kern="1200">{fill(INK)}'
        f"{FACES}</a:defRPr>"
        f"</a:lvl{level}pPr>"
        for level in range(1, many + 1)
    )


def template() -> bytes:
    """Return the template."""
    parts = {f"ppt/slideLayouts/slideLayout{n}.xml": layout(one) for n, one in enumerate(LAYOUTS, 1)}
    parts["ppt/slideMasters/slideMaster1.xml"] = master()
    parts["ppt/notesMasters/notesMaster1.xml"] = NOTES
    parts["ppt/theme/theme1.xml"] = parts["ppt/theme/theme2.xml"] = theme()
    parts |= package(len(LAYOUTS))
    files = {name: f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}' for name, text in parts.items()}
    first = {name: files.pop(name) for name in (CONTENT, RELS)}
    return packed({name: text.encode() for name, text in {**first, **files}.items()})


if __name__ == "__main__":
    TARGET.write_bytes(template())
    print(TARGET)
