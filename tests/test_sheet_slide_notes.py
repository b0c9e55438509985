"""Printed notes of a deck: three slides a page, each with what is said of it and where it leads."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from balise import paper
from balise.deck_notes import lasts
from balise.paper import words_of
from balise.printing import pdf, serialised
from balise.proof import Publisher
from balise.sheet import Sheet, plan_sheets
from balise.sheets.slide_notes.rows import rows
from balise.slides import Ballot, Slide
from balise.typesetter import Typesetter, isolated
from balise.variants import Paper
from builders import EMPTY_PO, MODULE, SHARED, local_of, minimal_module, po, workspace
from printed import ARABIC, bare, printed

LONG = [f"Étape {number} : laissez du temps, puis redites la question d'une autre façon." for number in range(1, 61)]
STARTS = re.compile(r"à \d+ min ·")


def session(**activity: Any) -> dict[str, Any]:
    """Return the keys of a module that asks nine questions."""
    [lesson] = minimal_module()["lessons"]
    [talk] = lesson["activities"]
    asked = [f"Demande {number} : à qui parler ?" for number in range(1, 10)]
    return {"lessons": [{**lesson, "activities": [{**talk, "prompts": asked, **activity}]}]}


def notes(root: Path, locale: str = "fr", size: Paper = "a4", words: str = EMPTY_PO, **module: Any) -> dict[str, Sheet]:
    """Return the notes of the decks of a small course, by name."""
    catalogs = {f"{SHARED}/locales/ar.po": EMPTY_PO, "modules/tiny/locales/ar.po": words}
    workspace(root, {MODULE: minimal_module(**module), **catalogs})
    local = local_of(root, locale)
    planned = plan_sheets(local, Publisher("", locale, local.settings.edition), size, "tiny")
    return {one.name: one for one in planned if one.kind == "slide_notes"}


def read(sheet: Sheet, folder: Path, *options: str) -> str:
    """Return the words of a sheet, in the order they are read aloud."""
    file = folder / "notes.pdf"
    file.write_bytes(pdf(sheet.template, serialised(sheet.data)))
    command = ["pdftotext", *(options or ["-raw"]), str(file), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def plain(part: object) -> str:
    """Return words without the marks and the spaces of typography."""
    return isolated(words_of(part)).replace("\xa0", " ").replace("\u202f", " ").strip()


def pages(sheet: Sheet, folder: Path) -> list[str]:
    return read(sheet, folder).split("\f")[:-1]


def test_every_delivery_has_notes_for_adults(tmp_path: Path) -> None:
    found = notes(tmp_path)
    assert list(found) == ["t1-notes", "t1-notes-quiz-check"]
    assert found["t1-notes"].path == "teach/print/t1-notes-fr.pdf"
    assert found["t1-notes"].title != found["t1-notes-quiz-check"].title


@pytest.mark.parametrize("size", ["a4", "us-letter"])
def test_there_are_three_slides_a_page(size: Paper, tmp_path: Path) -> None:
    sheet = notes(tmp_path, size=size, **session())["t1-notes"]
    counts = [len(STARTS.findall(page)) for page in pages(sheet, tmp_path)]
    assert sum(counts) == len(sheet.data["slides"]) > 12
    assert set(counts[1:-1]) == {3}
    assert counts[0]
    assert counts[-1]


@pytest.mark.parametrize("name", ["t1-notes", "t1-notes-quiz-check"])
@pytest.mark.parametrize("locale", ["fr", "ar"])
def test_every_word_is_printed_tagged_and_the_same_twice(name: str, locale: str, tmp_path: Path) -> None:
    sheet = notes(tmp_path, locale, **session(facilitator={"steps": LONG}))[name]
    _, text = printed(sheet, tmp_path)
    parts = ("number", "title", "blocks", "notes", "foot")
    words = " ".join(plain(one[part]) for one in sheet.data["slides"] for part in parts).split()
    # Not those in Arabic letters, nor where a colon goes beside them: this reader has its own way.
    lost = [word for word in words if bare(word).strip(":") not in text and not ARABIC.search(word)]
    assert lost == []
    assert pdf(sheet.template, serialised(sheet.data)) == pdf(sheet.template, serialised(sheet.data))


def test_a_slide_is_read_title_then_words_then_notes(tmp_path: Path) -> None:
    sheet = notes(tmp_path, **session(facilitator={"steps": ["Lire la question."]}))["t1-notes"]
    text = " ".join(read(sheet, tmp_path).split())
    first = text.index("Demande 1 :")
    order = [
        text.rindex("Parler", 0, first),
        first,
        text.index("Pour l’adulte", first),
        text.index("Lire la question."),
    ]
    assert order == sorted(order)
    numbers = [one["number"] for one in sheet.data["slides"]]
    assert numbers == [[str(number)] for number in range(1, len(numbers) + 1)]


def test_slides_are_at_the_side_where_reading_begins(tmp_path: Path) -> None:
    translated = po("ar", {"lessons/lesson/activities/talk/prompts/0": ("Demande 1 : à qui parler ?", "RIYADH")})
    for locale, words in (("fr", "Demande"), ("ar", "RIYADH")):
        sheet = notes(tmp_path / locale, locale, words=translated, **session())["t1-notes"]
        boxes = read(sheet, tmp_path, "-bbox")
        [(left, right), *_] = re.findall(
            rf'xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">{words}<', boxes
        )
        middle = 595 / 2
        assert (float(right) < middle) if locale == "fr" else (float(left) > middle)


def test_notes_longer_than_a_page_flow_on_and_the_slide_stays_whole(tmp_path: Path) -> None:
    sheet = notes(tmp_path, **session(facilitator={"steps": LONG}))["t1-notes"]
    found = [" ".join(page.split()) for page in pages(sheet, tmp_path)]
    at = next(place for place, page in enumerate(found) if "Demande 1 :" in page)
    assert STARTS.search(found[at])
    assert "Étape 1 :" in found[at]
    assert "Étape 60 :" not in found[at]
    assert len(STARTS.findall(found[at])) == 1
    assert "Étape 60 :" in found[at + 1]


def test_the_plan_says_on_which_slides_each_activity_is(tmp_path: Path) -> None:
    sheet = notes(tmp_path, **session())["t1-notes"]
    [table] = [one for one in sheet.data["blocks"] if one["b"] == "table"]
    rows_ = [[plain(cell) for cell in row] for row in table["rows"]]
    before, talk, after = rows_
    assert before[0] == "0 min"
    assert before[2].startswith("1–")
    first, last = map(int, talk[2].split("–"))
    assert talk[1] == "Parler"
    assert last - first == 8
    assert after[2] == f"{last + 1}–{len(sheet.data['slides'])}"


def test_the_key_is_in_the_notes_and_never_in_the_picture(tmp_path: Path) -> None:
    sheet = notes(tmp_path)["t1-notes-quiz-check"]
    [vote] = [one for one in sheet.data["slides"] if one["ballots"]]
    assert plain(vote["notes"]).startswith("Bonne réponse : A")
    text = " ".join(read(sheet, tmp_path).split())
    assert text.index("Se taire.") < text.index("Bonne réponse") < text.index("Parler rompt l’isolement.")


def test_a_vote_says_on_which_slide_each_way_goes_on(tmp_path: Path) -> None:
    workspace(tmp_path)
    ballots = (Ballot("A", ["Dire oui"], leads="yes"), Ballot("B", ["Dire non"], leads="no"))
    slides = [
        Slide("vote", "vote", ["Que dire ?"], ballots=ballots, rounds=2, seconds=60),
        Slide("no", "words", ["Non"], seconds=30, start=60, follows="end"),
        Slide("yes", "words", ["Oui"], seconds=30, start=60, follows="end"),
        Slide("end", "end", ["Fin"], seconds=30, start=90),
    ]
    vote, no, yes, _ = rows(Typesetter(local_of(tmp_path)), slides)
    assert [plain(one) for one in vote["notes"]] == ["Comptez les mains 2 fois.", "A : diapo 3 · B : diapo 2"]
    assert [plain(one) for one in no["notes"]] == ["Ensuite : diapo 4"]
    assert yes["notes"] == []
    assert [plain(one["time"]) for one in (vote, no, yes)] == ["à 0 min · 1 min", "à 1 min · 30 s", "à 1 min · 30 s"]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(3, "10 s"), (42, "40 s"), (54, "50 s"), (57, "1 min"), (80, "1 min 30"), (110, "2 min"), (600, "10 min")],
)
def test_a_time_is_said_as_a_watch_shows_it(seconds: int, said: str, tmp_path: Path) -> None:
    workspace(tmp_path)
    assert plain(lasts(Typesetter(local_of(tmp_path)), seconds)) == said


def test_a_slide_whose_picture_is_missing_is_printed_without_it(tmp_path: Path) -> None:
    workspace(tmp_path)
    shown = paper.picture("lost.svg", "Un phare.", [])
    [row] = rows(Typesetter(local_of(tmp_path)), [Slide("a", "words", ["Titre"], [shown, paper.para(["Mots."])])])
    assert [one["b"] for one in row["blocks"]] == ["para"]


def test_a_message_says_who_sends_it(tmp_path: Path) -> None:
    workspace(tmp_path)
    sent = paper.messages([paper.message(["Lynx"], ["Salut"]), paper.message([], ["Ça va ?"])])
    [row] = rows(Typesetter(local_of(tmp_path)), [Slide("a", "words", ["Moment 1"], [sent])])
    assert [plain(one) for one in row["blocks"][0]["items"]] == ["Lynx :  Salut", "Ça va ?"]
