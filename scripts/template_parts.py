"""Parts of the template that say nothing of layout: the theme, the page of notes, and what ties files together."""

from __future__ import annotations

CONTENT, RELS = "[Content_Types].xml", "_rels/.rels"
_OPEN = "http://schemas.openxmlformats.org"
_OFFICE = f"{_OPEN}/officeDocument/2006/relationships"
_PACKAGE = f"{_OPEN}/package/2006"
SPACES = f'xmlns:a="{_OPEN}/drawingml/2006/main" xmlns:r="{_OFFICE}" xmlns:p="{_OPEN}/presentationml/2006/main"'
FACE, ARABIC = "Arial", "Tahoma"
"""What Windows and macOS have. Elsewhere Arial has a twin with the same widths, but one without Arabic letters."""
COLOURS = {
    "dk1": "1C2A31",
    "lt1": "FFFFFF",
    "dk2": "17475B",
    "lt2": "FBF7EF",
    "accent1": "17475B",
    "accent2": "FFC247",
    "accent3": "1D5F3E",
    "accent4": "8C2B1E",
    "accent5": "12506A",
    "accent6": "6F7B80",
    "hlink": "12506A",
    "folHlink": "3F4C52",
}
"""The site's: ink, card, sea, paper, sea, beam, good, warn, link and edge."""


def theme() -> str:
    """Return the theme: colours, typefaces, and the plainest of effects."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS.items())
    face = f'<a:latin typeface="{FACE}"/><a:ea typeface=""/><a:cs typeface="{ARABIC}"/>'
    line = '<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>'
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    return (
        f'<a:theme {SPACES} name="Balise"><a:themeElements><a:clrScheme name="Balise">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Balise"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Balise"><a:fillStyleLst>{solid * 3}</a:fillStyleLst><a:lnStyleLst>'
        f"{line * 3}</a:lnStyleLst><a:effectStyleLst>"
        f"{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst><a:bgFillStyleLst>{solid * 3}"
        "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _holder(number: int, kind: str, index: int, box: tuple[int, int, int, int], inner: str) -> str:
    x, y, wide, high = box
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Notes {kind}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}" idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/>'
        f'<a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"{inner}</p:sp>"
    )


_WORDS = (
    '<p:txBody><a:bodyPr wrap="square" rtlCol="0"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
    '<a:p><a:r><a:rPr lang="fr-FR"/><a:t>Notes</a:t></a:r></a:p></p:txBody>'
)
_LEVELS = "".join(
    f'<a:lvl{level}pPr marL="{(level - 1) * 228600}" algn="l" rtl="0"><a:spcBef><a:spcPts val="300"/></a:spcBef>'
    '<a:defRPr sz="1400" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
    f'<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{level}pPr>'
    for level in range(1, 10)
)
NOTES = (
    f'<p:notesMaster {SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/>'
    '</p:bgPr></p:bg><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    + _holder(2, "sldImg", 2, (685800, 457200, 5486400, 3086100), "")
    + _holder(3, "body", 3, (685800, 3733800, 5486400, 4953000), _WORDS)
    + '</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
    f"<p:notesStyle>{_LEVELS}</p:notesStyle></p:notesMaster>"
)


def _rels(*targets: tuple[str, str]) -> str:
    """Return the relations of a part: kinds and targets, numbered from 1."""
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{kind if "://" in kind else f"{_OFFICE}/{kind}"}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _types(layouts: int) -> str:
    vnd = "application/vnd.openxmlformats-officedocument"
    main = f"{vnd}.presentationml"
    parts = {
        "ppt/presentation.xml": f"{main}.presentation.main",
        "ppt/slideMasters/slideMaster1.xml": f"{main}.slideMaster",
        **{f"ppt/slideLayouts/slideLayout{n}.xml": f"{main}.slideLayout" for n in range(1, layouts + 1)},
        "ppt/notesMasters/notesMaster1.xml": f"{main}.notesMaster",
        "ppt/theme/theme1.xml": f"{vnd}.theme",
        "ppt/theme/theme2.xml": f"{vnd}.theme",
        "ppt/presProps.xml": f"{main}.presProps",
        "ppt/tableStyles.xml": f"{main}.tableStyles",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties",
    }
    listed = "".join(f'<Override PartName="/{name}" ContentType="{kind}+xml"/>' for name, kind in parts.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def package(layouts: int) -> dict[str, str]:
    """Return what ties the parts together."""
    master = [("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in range(1, layouts + 1)]
    above = _rels(("slideMaster", "../slideMasters/slideMaster1.xml"))
    deck = [
        ("slideMaster", "slideMasters/slideMaster1.xml"),
        ("notesMaster", "notesMasters/notesMaster1.xml"),
        ("theme", "theme/theme1.xml"),
        ("presProps", "presProps.xml"),
        ("tableStyles", "tableStyles.xml"),
    ]
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    return {
        CONTENT: _types(layouts),
        RELS: _rels(("officeDocument", "ppt/presentation.xml"), (core, "docProps/core.xml")),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"/>',
        "ppt/presentation.xml": (
            f'<p:presentation {SPACES} saveSubsetFonts="1"><p:sldMasterIdLst>'
            '<p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
            '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
            '<p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
        ),
        "ppt/_rels/presentation.xml.rels": _rels(*deck),
        "ppt/presProps.xml": f"<p:presentationPr {SPACES}/>",
        "ppt/tableStyles.xml": f'<a:tblStyleLst {SPACES} def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"/>',
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _rels(*master, ("theme", "../theme/theme1.xml")),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _rels(("theme", "../theme/theme2.xml")),
        **{f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels": above for n in range(1, layouts + 1)},
    }
