"""The notes of a slide, on a page of their own that has its picture above them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.parts.slide import NotesSlidePart

from balise.powerpoint.text import Para, write
from balise.powerpoint.voice import Voice

PAGE = f"""<p:notes {nsdecls("a", "p", "r")}><p:cSld><p:spTree>
<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>
<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image 1"/>
<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>
<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>
<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes 2"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>
<p:nvPr><p:ph type="body" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/>
<p:txBody><a:bodyPr/><a:lstStyle/></p:txBody></p:sp>
</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>""".replace("\n", "")


def put(slide: Any, number: int, found: Sequence[Para], voice: Voice) -> None:
    """Write the notes of the `number`-th slide. python-pptx's own way reads all slides again for each."""
    element = parse_xml(PAGE)
    write(element.find(f".//{qn('p:txBody')}"), found, voice)
    package = slide.part.package
    name = PackURI(f"/ppt/notesSlides/notesSlide{number}.xml")
    page = NotesSlidePart(name, CONTENT_TYPE.PML_NOTES_SLIDE, package, element)
    page.relate_to(package.presentation_part.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
    page.relate_to(slide.part, RELATIONSHIP_TYPE.SLIDE)
    slide.part.relate_to(page, RELATIONSHIP_TYPE.NOTES_SLIDE)
