"""Sheets as documents to edit: every word, real styles, the language and the direction of each."""

from __future__ import annotations

import io
import re
from copy import deepcopy
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from balise import paper
from balise.formats import content_of
from balise.office.tree import BLOCKS, RUNS
from balise.office.xml import SPACES, Element, every, get, parse, unpacked
from balise.proof import Publisher
from balise.sheet import Sheet, forms, plan_sheets
from builders import local_of
from printed import bare, every_run, sheets_of

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2"/></svg>'
ALT, TOGETHER = "ce que l'image montre", "ensemble"
STYLED = ("text:style-name", "table:style-name", "draw:style-name", "style:parent-style-name", "style:list-style-name")
WORDS = {"fr": "Des mots à lire", "ar": "كلمات للقراءة"}


def everything(words: str) -> list[paper.Block]:
    """Return one of every block, with one of every run."""
    one: paper.Inline = [words]
    runs = [*every_run(words), paper.box()]
    return [
        paper.heading(2, one),
        *(paper.para(runs, role) for role in ("", "lead", "small", "label")),
        paper.bullets([one, [paper.para(one), paper.bullets([one])]]),
        paper.steps([one, one], 3),
        paper.quote([paper.para(one)]),
        paper.note(one, [paper.bullets([one])], "help"),
        paper.note([], [paper.para(one)]),
        paper.lines(2),
        paper.fields([one, one]),
        paper.options(["A", "B"], [one, one]),
        paper.options(["A", "B"], [one, one], several=True),
        paper.checks([one]),
        paper.table([one, one], [[one, [paper.box()]]], [2, 1]),
        paper.keep([paper.para([f"{words} {TOGETHER}"]), paper.lines(1)]),
        paper.page(),
        paper.picture("p.svg", ALT, one),
        paper.messages([paper.message(one, one), paper.message([], one, mine=True)]),
    ]


@pytest.fixture(scope="module", params=["fr", "ar"])
def sheets(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sheet]:
    """A worksheet of every block, in each format."""
    locale = request.param
    sheet = sheets_of(tmp_path_factory.mktemp(locale), locale)["worksheet"]
    sheet.data["blocks"] = everything(WORDS[locale])
    sheet.data["pictures"] = {"p.svg": {"format": "svg", "bytes": SVG}}
    return {one.form: one for one in forms(sheet)}


@pytest.fixture(scope="module")
def docx(sheets: dict[str, Sheet]) -> dict[str, Element]:
    return parts(content_of(sheets["docx"]))


@pytest.fixture(scope="module")
def odt(sheets: dict[str, Sheet]) -> dict[str, Element]:
    return parts(content_of(sheets["odt"]))


def parts(content: bytes) -> dict[str, Element]:
    """Return the XML files of a document, parsed."""
    return {name: parse(part) for name, part in unpacked(content).items() if name.endswith(".xml")}


def found(root: Element, path: str) -> list[Element]:
    return root.findall(path, SPACES)


def values(root: Element, *names: str) -> set[str]:
    """Return all values of these attributes anywhere under a node."""
    return {get(node, name) for node in root.iter() for name in names} - {""}


def named(root: Element, path: str, name: str) -> set[str]:
    """Return the values of an attribute of the nodes of a path."""
    return {get(node, name) for node in found(root, path)}


def text_of(node: Element) -> str:
    return "".join(node.itertext())


def test_every_block_and_run_can_be_edited() -> None:
    assert set(BLOCKS) == set(paper.BLOCKS)
    assert set(RUNS) == set(paper.RUNS)
    kinds = {block["b"] for block in everything("un")}
    assert kinds == set(paper.BLOCKS)


def test_a_document_says_every_word_in_order(
    sheets: dict[str, Sheet], docx: dict[str, Element], odt: dict[str, Element]
) -> None:
    wanted = bare(paper.words_of(sheets["pdf"].data["blocks"]))
    for body in map(deepcopy, (docx["word/document.xml"], odt["content.xml"])):
        for drawn in (*found(body, ".//draw:frame/.."), *found(body, ".//w:drawing/..")):
            drawn.clear()
        said = bare(text_of(body).replace("☐", ""))
        assert wanted in said
        assert said.index(bare(sheets["pdf"].title)) < said.index(wanted)
        assert bare(paper.words_of(sheets["pdf"].data["proof"]["lines"][0])) in said[said.index(wanted) :]


def test_docx_has_styles_that_are_all_defined_and_no_tab(docx: dict[str, Element]) -> None:
    body, styles = docx["word/document.xml"], docx["word/styles.xml"]
    used = {one for kind in ("pStyle", "rStyle", "tblStyle") for one in named(body, f".//w:{kind}", "w:val")}
    assert used <= named(styles, "w:style", "w:styleId")
    assert {"Heading1", "Heading2", "AnswerLine", "Option", "Tick", "Field", "Quote", "Message", "Gap"} <= used
    outlined = [get(one, "w:styleId") for one in found(styles, "w:style") if found(one, "w:pPr/w:outlineLvl")]
    assert outlined == [f"Heading{level}" for level in range(1, 5)]
    lists = named(body, ".//w:numId", "w:val") | named(styles, ".//w:numId", "w:val")
    assert lists <= named(docx["word/numbering.xml"], "w:num", "w:numId")
    assert found(body, ".//w:tab") == []


def test_docx_tells_languages_directions_headers_and_pictures(
    sheets: dict[str, Sheet], docx: dict[str, Element]
) -> None:
    body, data = docx["word/document.xml"], sheets["pdf"].data
    [own] = found(docx["word/styles.xml"], "w:docDefaults//w:lang")
    assert get(own, "w:val") == get(own, "w:bidi") == {"fr": "fr-FR", "ar": "ar-EG"}[data["lang"]]
    english = next(run for run in found(body, ".//w:r") if text_of(run) == "See you")
    assert named(english, "w:rPr/w:lang", "w:val") == {"en-GB"}
    rtl = data["dir"] == "rtl"
    assert {bool(found(one, "w:pPr/w:bidi")) for one in found(body, ".//w:p") if text_of(one)} == {rtl}
    assert {bool(found(one, "w:tblPr/w:bidiVisual")) for one in found(body, ".//w:tbl")} == {rtl}
    titled = [bool(found(one, "w:tr[1]/w:trPr/w:tblHeader")) for one in found(body, ".//w:tbl")]
    assert titled == [True, False, True]  # a note without a title has no header
    assert ALT in {node.get("descr") for node in found(body, ".//wp:docPr")}
    footer = docx["word/footer1.xml"]
    assert bare(paper.words_of(data["foot"][0])) in bare(text_of(footer))
    assert {one.strip() for one in named(footer, ".//w:fldSimple", "w:instr")} == {"PAGE", "NUMPAGES"}


def test_what_belongs_together_stays_with_what_follows(docx: dict[str, Element], odt: dict[str, Element]) -> None:
    [together] = [one for one in found(docx["word/document.xml"], ".//w:p") if text_of(one).endswith(TOGETHER)]
    assert found(together, "w:pPr/w:keepNext")
    [said] = [one for one in found(odt["content.xml"], ".//text:p") if text_of(one).endswith(TOGETHER)]
    [style] = [one for one in odt_styles(odt) if get(one, "style:name") == get(said, "text:style-name")]
    assert named(style, "style:paragraph-properties", "fo:keep-with-next") == {"always"}


def odt_styles(odt: dict[str, Element]) -> list[Element]:
    return [one for part in odt.values() for one in every(part, "style:style", "text:list-style")]


def test_odt_has_styles_that_are_all_defined_and_no_tab(odt: dict[str, Element]) -> None:
    content = odt["content.xml"]
    used = {one for part in (content, odt["styles.xml"]) for one in values(part, *STYLED)}
    assert used <= {get(style, "style:name") for style in odt_styles(odt)}
    assert {"AnswerLine", "Options", "Ticks", "Field", "Quote", "MessageSent", "Gap"} <= used
    assert named(content, ".//text:h", "text:outline-level") == {"1", "2"}
    assert found(content, ".//text:tab") == []


def test_odt_tells_languages_directions_headers_and_pictures(sheets: dict[str, Sheet], odt: dict[str, Element]) -> None:
    content, styles, language = odt["content.xml"], odt["styles.xml"], sheets["pdf"].data["lang"]
    [letters] = found(styles, ".//style:default-style/style:text-properties")
    assert get(letters, "fo:language") == get(letters, "style:language-complex") == language
    assert "en" in named(content, ".//style:text-properties", "fo:language")
    assert values(styles, "style:writing-mode") == {{"fr": "lr-tb", "ar": "rl-tb"}[language]}
    titled = [bool(found(one, "table:table-header-rows")) for one in found(content, ".//table:table")]
    assert titled == [True, False, True]
    assert ALT in {text_of(one) for one in found(content, ".//draw:frame/svg:title")}


def test_odt_begins_with_its_type_and_lists_its_parts(sheets: dict[str, Sheet]) -> None:
    with ZipFile(io.BytesIO(content_of(sheets["odt"]))) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        listed = set(re.findall(r'full-path="([^"]+)"', archive.read("META-INF/manifest.xml").decode()))
        assert set(archive.namelist()) - {"mimetype", "META-INF/manifest.xml"} <= listed


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_the_same_sheet_is_the_same_bytes_without_a_date(sheets: dict[str, Sheet], form: str) -> None:
    made = content_of(sheets[form])
    assert made == content_of(sheets[form])
    with ZipFile(io.BytesIO(made)) as archive:
        whole = b"".join(archive.read(name) for name in archive.namelist())
    assert re.findall(rb"20\d\d-\d\d-\d\dT", whole) == []


def test_documents_are_beside_the_standard_sheet_only(tmp_path: Path) -> None:
    planned = sheets_of(tmp_path, family_note=["Chères familles."])
    local = local_of(tmp_path)
    all_ = plan_sheets(local, Publisher("", "fr", local.settings.edition), "a4", "tiny")
    edited = [one.path for one in all_ if len(list(forms(one))) > 1]
    assert edited == [
        "print/t1-worksheet-fr.pdf",
        "print/t1-check-a-fr.pdf",
        "print/t1-family-letter-fr.pdf",
        "teach/print/t1-checklist-fr.pdf",
    ]
    paths = [one.path for one in forms(planned["family_letter"])]
    assert paths == [f"print/t1-family-letter-fr.{form}" for form in ("pdf", "docx", "odt")]
    assert len(list(forms(planned["family_letter-large"]))) == 1
