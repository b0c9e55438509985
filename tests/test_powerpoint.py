"""Decks as presentations to edit: read back as PowerPoint would, and rendered by LibreOffice where there is one."""

from __future__ import annotations

import importlib.util
import io
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from balise import paper
from balise.formats import content_of
from balise.paper import words_of
from balise.powerpoint.check import faults
from balise.powerpoint.fit import SIZES
from balise.powerpoint.oxml import EMU
from balise.powerpoint.presentation import TEMPLATE
from balise.powerpoint.voice import voice_of
from balise.proof import Publisher
from balise.screen import SETTERS
from balise.sheet import Sheet, plan_sheets
from builders import EMPTY_PO, MODULE, PROJECT, SHARED, example, local_of, minimal_module, workspace
from printed import bare, every_run

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2"/></svg>'
ALT = "ce que l'image montre"
WORDS = {"fr": "Des mots à lire", "ar": "كلمات للقراءة"}
TAGS = {"fr": "fr-FR", "ar": "ar-EG"}
WIDE, HIGH = 960, 540


def decks_of(root: Path, locale: str, **module: Any) -> dict[str, Sheet]:
    """Return the decks of a small course, by name."""
    catalogs = {f"{SHARED}/locales/ar.po": EMPTY_PO, "modules/tiny/locales/ar.po": EMPTY_PO}
    workspace(root, {MODULE: minimal_module(**module), **catalogs})
    local = local_of(root, locale)
    planned = plan_sheets(local, Publisher("", locale, local.settings.edition), "a4", "tiny")
    return {one.name: one for one in planned if one.kind == "slides"}


def slide(name: str, title: str, *blocks: paper.Block, **marks: Any) -> dict[str, Any]:
    """Return a slide as a kind of sheet plans it."""
    plain = {"look": "words", "foot": [], "notes": [paper.para([f"{title} : à dire"])], "ballots": [], "rounds": 1}
    return {"id": name, "title": [title], "blocks": list(blocks), "follows": "", **plain, **marks}


def everything(words: str) -> list[dict[str, Any]]:
    """Return slides of every look, with every block a slide may hold."""
    one: paper.Inline = [words]
    cards = [{"letter": letter, "words": one, "leads": leads} for letter, leads in (("A", ""), ("B", "help"))]
    bare_letters = [{"letter": letter, "words": [], "leads": ""} for letter in "ABCDEF"]
    talk = [paper.message(["Lina"], one), paper.message(["Sam"], one, mine=True)]
    items = [one, [paper.para(one), paper.bullets([one])]]
    said = [paper.quote([paper.para(one)]), paper.note(one, [paper.para(one)]), paper.keep([paper.para(one)])]
    return [
        slide("title", "T1", paper.para(one, "lead"), look="title"),
        slide("note", "T2", paper.para(every_run(words)), look="note"),
        slide("list", "T3", paper.bullets(items), paper.steps([one, one], 3), look="list"),
        slide("question", "T4", paper.heading(2, one), *said, look="question"),
        slide("vote", "T5", paper.para(one), look="vote", ballots=cards, rounds=2),
        slide("letters", "T6", look="vote", ballots=bare_letters),
        slide("law", "T7", paper.para(one), look="law", foot=["article", " 3"]),
        slide("table", "T8", paper.para(one), paper.table([["un"], ["deux"]], [[one, one]], [2, 1])),
        slide("talk", "T9", paper.messages(talk)),
        slide("picture", "T10", paper.picture("p.svg", ALT, one)),
        slide("help", "T11", paper.para([paper.in_language(["See you"], "en", "ltr")]), look="help"),
        slide("end", "T12", paper.para(one), look="end", follows="title"),
    ]


@pytest.fixture(scope="module", params=["fr", "ar"])
def sheet(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sheet:
    """A deck of every look and every block."""
    found = decks_of(tmp_path_factory.mktemp(request.param), request.param)["t1-slides"]
    pictures = {"p.svg": {"format": "svg", "bytes": SVG}}
    return replace(found, data={**found.data, "slides": everything(WORDS[request.param]), "pictures": pictures})


@pytest.fixture(scope="module")
def deck(sheet: Sheet) -> Any:
    return opened(content_of(sheet))


def opened(content: bytes) -> Any:
    return Presentation(io.BytesIO(content))


def named(deck: Any, sheet: Sheet, name: str) -> Any:
    """Return a slide by its id."""
    place = next(place for place, one in enumerate(sheet.data["slides"]) if one["id"] == name)
    return deck.slides[place]


def text_of(part: Any) -> str:
    return "".join(node.text or "" for node in part._element.iter(qn("a:t")))


def of_kind(made: Any, kind: str) -> list[Any]:
    return [one for one in made.shapes if getattr(one, f"has_{kind}", False)]


def test_every_block_of_a_slide_is_in_the_deck_of_these_tests() -> None:
    assert {block["b"] for one in everything("un") for block in one["blocks"]} == set(SETTERS)


def test_a_slide_says_its_title_first_then_every_word_in_order(sheet: Sheet, deck: Any) -> None:
    for made, planned in zip(deck.slides, sheet.data["slides"], strict=True):
        assert made.shapes[0] == made.shapes.title
        assert made.shapes.title.text_frame.text == words_of(planned["title"])
        if planned["id"] == "table":
            continue  # its columns are turned in Arabic: another test looks at it
        said = bare(text_of(made))
        for part in (
            planned["title"],
            planned["blocks"],
            *(one["words"] for one in planned["ballots"]),
            planned["foot"],
        ):
            words = bare(words_of(part))
            assert words in said, planned["id"]
            said = said[said.index(words) + len(words) :]


def test_looks_have_layouts_and_no_placeholder_is_left_empty(sheet: Sheet, deck: Any) -> None:
    names = {one["id"]: made.slide_layout.name for one, made in zip(sheet.data["slides"], deck.slides, strict=True)}
    called = sheet.data["labels"]["layouts"]
    layouts = {"list": "words", "letters": "vote", "table": "words", "talk": "bare", "end": "help"}
    assert names == {name: called[layouts.get(name, name)] for name in names}
    for made in deck.slides:
        assert all(one.text_frame.text.strip() for one in made.placeholders)


def test_lists_are_lists(sheet: Sheet, deck: Any) -> None:
    paragraphs = named(deck, sheet, "list").placeholders[1]._element.findall(f".//{qn('a:p')}")
    marks = [
        next((node.get("char") or node.get("startAt") for node in one.iter(qn("a:buChar"), qn("a:buAutoNum"))), "")
        for one in paragraphs
    ]
    assert marks == ["•", "•", "•", "3", "4"]
    starts = [int(one.find(qn("a:pPr")).get("marL")) for one in paragraphs]
    assert starts[0] == starts[1] < starts[2]


def test_every_run_says_its_language_and_every_paragraph_its_direction(sheet: Sheet, deck: Any) -> None:
    spoken = {
        (run.find(qn("a:t")).text, run.find(qn("a:rPr")).get("lang"))
        for made in deck.slides
        for part in (made, made.notes_slide)
        for run in part._element.iter(qn("a:r"))
    }
    own, tag = WORDS[sheet.data["lang"]], TAGS[sheet.data["lang"]]
    assert {(words, tag) for words in (own, "T1", "T1 : à dire")} | {("See you", "en-GB")} <= spoken
    assert len({words for words, _ in spoken}) == len(spoken)
    rtl = sheet.data["dir"] == "rtl"
    sides = {
        words_of(one["title"]): made.placeholders[1]._element.find(f".//{qn('a:pPr')}").attrib
        for one, made in zip(sheet.data["slides"], deck.slides, strict=True)
        if one["id"] in ("law", "help")
    }
    assert sides["T7"] == ({"algn": "r", "rtl": "1"} if rtl else {})
    assert sides["T11"] == ({"algn": "l", "rtl": "0"} if rtl else {})  # all of it in English
    edge = named(deck, sheet, "vote").slide_layout.shapes[0]
    assert edge.left == (deck.slide_width - edge.width if rtl else 0)


def test_tables_are_tables_that_begin_where_reading_does(sheet: Sheet, deck: Any) -> None:
    made = named(deck, sheet, "table")
    [found] = of_kind(made, "table")
    head = [cell.text for cell in found.table.rows[0].cells]
    wide = [column.width for column in found.table.columns]
    turn = -1 if sheet.data["dir"] == "rtl" else 1
    assert head[::turn] == ["un", "deux"]
    assert wide[::turn][0] > wide[::turn][1]
    assert found.table.first_row
    assert found._element.xpath(".//p:cNvPr")[0].get("descr") == "un; deux"
    body = made.placeholders[1]
    assert body.top + body.height <= found.top


def test_messages_are_shapes_ours_on_the_other_side(sheet: Sheet, deck: Any) -> None:
    theirs, ours = [one for one in named(deck, sheet, "talk").shapes if "Lina" in text_of(one) or "Sam" in text_of(one)]
    assert theirs.top + theirs.height <= ours.top
    assert (theirs.left < ours.left) == (sheet.data["dir"] == "ltr")


def test_a_picture_is_a_file_that_words_describe(sheet: Sheet, deck: Any) -> None:
    [found] = [one for one in named(deck, sheet, "picture").shapes if one.shape_type == 13]
    assert found.image.content_type == "image/png"
    assert found._element.xpath(".//p:cNvPr")[0].get("descr") == ALT
    assert abs(found.width - 2 * found.height) <= EMU * 2  # not stretched


def test_a_vote_leads_where_it_says_and_leaves_the_tally_to_the_hand(sheet: Sheet, deck: Any) -> None:
    vote = named(deck, sheet, "vote")
    led = [one.click_action.target_slide for one in vote.shapes if one.has_text_frame and one.click_action.hyperlink]
    assert [one.shapes.title.text_frame.text for one in led if one] == ["T11"]
    [tally] = of_kind(vote, "table")
    rows = [[cell.text for cell in row.cells] for row in tally.table.rows]
    turned = [row[::-1] if sheet.data["dir"] == "rtl" else row for row in rows]
    assert [row[0] for row in turned] == ["", "A", "B"]
    assert all(turned[0][1:])  # before and after
    assert [row[1:] for row in turned[1:]] == [["", ""], ["", ""]]
    onward = [one for one in named(deck, sheet, "end").shapes if one.has_text_frame and one.click_action.target_slide]
    assert [one.click_action.target_slide.shapes.title.text_frame.text for one in onward] == ["T1"]


def test_cards_stand_beside_their_rows(sheet: Sheet, deck: Any) -> None:
    vote = named(deck, sheet, "vote")
    [tally] = of_kind(vote, "table")
    cards = [one for one in vote.shapes if not one.is_placeholder and one.has_text_frame]
    top = tally.top + tally.table.rows[0].height
    for card, row in zip(cards, list(tally.table.rows)[1:], strict=True):
        assert top <= card.top
        assert card.top + card.height <= top + row.height + EMU
        top += row.height
    assert not {card.left for card in cards} & {tally.left}


def test_links_and_feet_are_kept(sheet: Sheet, deck: Any) -> None:
    note = named(deck, sheet, "note")
    links = [note.part.rels[node.get(qn("r:id"))].target_ref for node in note._element.iter(qn("a:hlinkClick"))]
    assert links == ["https://example.org/"]
    assert "article 3" in text_of(named(deck, sheet, "law"))
    assert words_of(sheet.data["foot"][0]).strip() in text_of(named(deck, sheet, "help"))


def test_nothing_is_too_small_to_read_from_the_back(deck: Any) -> None:
    for made in deck.slides:
        for one in made.shapes:
            if one.is_placeholder and one.placeholder_format.idx > 1:
                continue  # the foot and the number
            if not getattr(one, "has_table", False):
                sizes = [int(node.get("sz")) // 100 for node in one._element.iter() if node.get("sz", "").isdigit()]
                assert min(sizes, default=SIZES[0]) >= SIZES[-1]


def test_words_that_are_many_are_smaller_and_pairs_stand_on_one_line(sheet: Sheet) -> None:
    pair: paper.Inline = [WORDS["fr"], paper.line_break(), WORDS["fr"]]
    few, many, pairs = (
        opened(content_of(replace(sheet, data={**sheet.data, "slides": [slide("a", "T", *blocks)]})))
        for blocks in ([paper.para(["mot"])], [paper.para(["mot " * 90])], [paper.bullets([pair] * 7)])
    )
    sizes = [
        {node.get("sz") for node in made.slides[0].placeholders[1]._element.iter(qn("a:defRPr"))}
        for made in (few, many)
    ]
    assert sizes[0] == set()
    assert all(int(size) < 4000 for size in sizes[1])
    assert sizes[1]
    assert list(pairs.slides[0]._element.iter(qn("a:br"))) == []


def test_a_deck_to_edit_keeps_facts_notes_and_answers(tmp_path: Path) -> None:
    decks = decks_of(tmp_path, "fr")
    assert [one.path for one in decks.values()] == [
        "teach/print/t1-slides-fr.pptx",
        "teach/print/t1-slides-quiz-check-fr.pptx",
    ]
    quiz = decks["t1-slides-quiz-check"]
    assert "service:fr.3018" in quiz.facts
    made = opened(content_of(quiz))
    assert made.core_properties.title == "Une séance · Vérifier"
    vote = next(one for one in made.slides if of_kind(one, "table"))
    notes = vote.notes_slide.notes_text_frame.text
    assert re.search(r"Temps prévu\s: \d+:\d\d\b.* à \d+:\d\d\.", notes)
    assert re.search(r"Bonne réponse\s: A\b", notes)
    assert "Bonne réponse" not in text_of(vote)
    assert "correct" not in str(quiz.data["slides"])
    ends = [one.notes_slide.notes_text_frame.text for one in made.slides]
    assert re.findall(r"à (\d+:\d\d)", ends[-1]) == ["2:00"]


def test_slides_end_in_time_though_a_room_takes_one_way_through_a_conversation(tmp_path: Path) -> None:
    chat = example("activities", "branching_chat")["activity"]
    [lesson] = minimal_module()["lessons"]
    deck = decks_of(tmp_path, "fr", lessons=[{**lesson, "activities": [chat]}])["t1-slides"]
    notes = [words_of(one["notes"]) for one in deck.data["slides"]]
    ends = [match.groups() for one in notes for match in re.finditer(r"à (\d+):(\d\d)\.", one)]
    assert len(ends) == len(notes)
    assert max(60 * int(minutes) + int(seconds) for minutes, seconds in ends) == 60 * chat["duration"]


def test_the_same_deck_is_the_same_bytes_dated_by_its_edition(sheet: Sheet) -> None:
    content = content_of(sheet)
    assert content == content_of(sheet)
    core = opened(content).core_properties
    assert core.created == core.modified == datetime.fromisoformat(sheet.data["dated"])
    assert (core.title, core.language, core.author) == (
        sheet.data["title"],
        TAGS[sheet.data["lang"]],
        sheet.data["author"],
    )
    with ZipFile(io.BytesIO(content)) as archive:
        assert {one.date_time[0] for one in archive.infolist()} == {1980}
        assert archive.testzip() is None


def test_the_template_is_the_one_that_the_program_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PROJECT / "scripts"))
    spec = importlib.util.spec_from_file_location("make_template", PROJECT / "scripts" / "make_template.py")
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    assert TEMPLATE.read_bytes() == made.template()


def break_title(made: Any) -> None:
    made.shapes.title.text_frame.text = ""


def break_order(made: Any) -> None:
    tree = made.shapes._spTree
    tree.append(made.shapes.title._element)


def break_notes(made: Any) -> None:
    made.notes_slide.notes_text_frame.text = " "


def break_alternative(made: Any) -> None:
    del of_kind(made, "table")[0]._element.xpath(".//p:cNvPr")[0].attrib["descr"]


def break_language(made: Any) -> None:
    del next(made._element.iter(qn("a:rPr"))).attrib["lang"]


def break_placeholder(made: Any) -> None:
    made.placeholders[1].text_frame.text = ""


def break_uniqueness(made: Any) -> None:
    run = made.shapes.title.text_frame.paragraphs[0].runs[0]
    run.text = "T1"


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (break_title, "no title"),
        (break_order, "read first"),
        (break_notes, "no notes"),
        (break_alternative, "nothing says"),
        (break_language, "no language"),
        (break_placeholder, "empty placeholder"),
        (break_uniqueness, "another slide's"),
    ],
)
def test_a_deck_that_lacks_something_is_refused(sheet: Sheet, broken: Any, said: str) -> None:
    made, voice = opened(content_of(sheet)), voice_of(sheet.data)
    assert list(faults(made, voice)) == []
    broken(named(made, sheet, "vote"))
    assert [fault for fault in faults(made, voice) if said in fault and fault.startswith(("slide 5", "slide 1:"))]


def test_an_arabic_paragraph_without_a_direction_is_refused(tmp_path: Path) -> None:
    sheet = decks_of(tmp_path, "ar")["t1-slides"]
    made = opened(content_of(sheet))
    for node in made.slides[0].shapes.title._element.iter(qn("a:pPr")):
        node.attrib.clear()
    assert [fault for fault in faults(made, voice_of(sheet.data)) if "no direction" in fault]


impress = pytest.mark.skipif(
    not shutil.which("soffice") or not list(Path("/usr/lib/libreoffice/program").glob("libsdlo.so")),
    reason="LibreOffice Impress is not installed: it is only another program to open decks with",
)


@impress
@pytest.mark.parametrize("locale", ["fr", "ar"])
def test_libreoffice_loses_nothing_and_nothing_overflows(locale: str, tmp_path: Path) -> None:
    """Every slide is a page; its words are all there, inside the page, above the foot."""
    found = decks_of(tmp_path / "course", locale)["t1-slides"]
    data = {**found.data, "pictures": {"p.svg": {"format": "svg", "bytes": SVG}}}
    long = paper.para(["Une phrase assez longue pour remplir la diapositive, " * 5])
    data["slides"] = [*everything(WORDS[locale]), slide("long", "T13", long)]
    file = tmp_path / "deck.pptx"
    file.write_bytes(content_of(replace(found, data=data)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    boxes = subprocess.run(["pdftotext", "-bbox", str(file.with_suffix(".pdf")), "-"], check=True, capture_output=True)
    pages = boxes.stdout.decode().split("<page ")[1:]
    assert len(pages) == len(data["slides"])
    place = r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
    for page, planned in zip(pages, data["slides"], strict=True):
        words = re.findall(place, page)
        text = bare("".join(word[-1] for word in words))
        latin = [
            bare(one) for one in re.findall(r"[A-Za-zÀ-ÿ0-9]{2,}", words_of([planned["title"], planned["blocks"]]))
        ]
        assert [one for one in latin if one not in text] == []
        assert bool(re.search("[\u0600-\u06ff]", text)) == (locale == "ar")
        for start, top, end, bottom in (map(float, word[:4]) for word in words):
            assert 0 <= start < end <= WIDE
            assert 0 <= top < bottom <= HIGH
            assert bottom - top < SIZES[-1] * 1.1 or bottom <= 476 or planned["follows"], planned["id"]
