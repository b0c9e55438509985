"""What is cut out, hung up or held up: cards and their key, stories, game-books, debate signs, cards to vote with."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from balise.paper import words_of
from balise.printing import TooLongError, pdf, serialised
from balise.sheet import Sheet
from balise.typesetter import isolated
from builders import minimal_module
from printed import bare, printed, sheets_of, unsaid

ARABIC = re.compile("[\u0600-\u06ff]")  # pdftotext repeats its joined letters
LETTERS = ["Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hôtel", "India"]


def with_activities(*activities: dict[str, Any]) -> dict[str, Any]:
    """Return the lessons of a module with these activities, `a0`, `a1` and so on."""
    [lesson] = minimal_module()["lessons"]
    kept = {key: lesson["activities"][0][key] for key in ("duration", "objectives", "facilitator")}
    made = [{**kept, "id": f"a{number}", "title": f"Partie {number}", **one} for number, one in enumerate(activities)]
    return {"lessons": [{**lesson, "activities": made}]}


def sort(cards: list[str], **more: Any) -> dict[str, Any]:
    """Return cards to sort into two categories, by turns."""
    return {
        "type": "card_sort",
        "intro": "Trie.",
        "categories": [{"id": "near", "label": "Tout près"}, {"id": "far", "label": "Très loin"}],
        "cards": [
            {"id": f"c{number}", "text": text, "category": ["near", "far"][number % 2], "why": f"Raison {text}."}
            for number, text in enumerate(cards)
        ],
        **more,
    }


MAP = {
    "type": "services_map",
    "intro": "La carte.",
    "services": ["fr.17", "fr.3018"],
    "situations": [
        {"id": "now", "text": "Un homme suit Lila.", "best": "fr.17", "also": ["fr.119"], "why": "C'est urgent."},
        {"id": "net", "text": "Un compte insulte Noé.", "best": "fr.3018", "why": "C'est en ligne."},
    ],
}
CHAT = {
    "type": "branching_chat",
    "intro": "Une conversation.",
    "learner": {"name": "Lou", "about": "Onze ans."},
    "other": {"name": "Zed", "about": "Un inconnu."},
    "nodes": [
        {
            "id": "start",
            "says": ["Salut.", "Ça va ?"],
            "sign": "Il écrit sans cesse.",
            "replies": [{"text": "Je bloque.", "to": "good"}, {"text": "Oui.", "to": "more"}],
        },
        {"id": "more", "narration": "Le soir tombe.", "replies": [{"text": "J'en parle.", "to": "late"}]},
        {"id": "late", "ending": "not_too_late", "debrief": "Rien n'est perdu."},
        {"id": "good", "ending": "out", "debrief": "Bravo à toi."},
    ],
}
DEBATE = {
    "type": "moving_debate",
    "intro": "On se place.",
    "positions": ["D'accord", "Pas d'accord"],
    "statements": [
        {"id": "one", "text": "Tout se dit.", "bring_out": "Non."},
        {"id": "two", "text": "Rien ne presse.", "bring_out": "Oui."},
    ],
}


def story(paragraph: str) -> dict[str, Any]:
    return {
        "type": "scenario",
        "people": [{"id": "lila", "name": "Lila", "about": "Douze ans."}],
        "story": ["Lila lit.", paragraph],
        "questions": ["Que faire ?"],
        "ways_out": ["En parler."],
        "services": ["fr.3018"],
    }


@pytest.fixture(scope="module", params=["fr", "ar"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sheet]:
    """The sheets of a module with one of each activity, by kind, in French words: Arabic ones come out in pieces."""
    whole = with_activities(sort(LETTERS), CHAT, DEBATE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("balise.local.INTERFACE", tmp_path_factory.mktemp("none"))
        return sheets_of(tmp_path_factory.mktemp("made"), request.param, **whole)


def test_every_card_and_label_bears_the_mark_of_its_set(made: dict[str, Sheet], tmp_path: Path) -> None:
    pages, text = printed(made["cards"], tmp_path)
    assert pages == 2
    for number, card in enumerate(LETTERS, 1):
        assert f"{number}T1{card}" in text or f"T1{number}{card}" in text
    assert bare("Tout près") in text
    assert bare("Très loin") in text
    assert text.count("T1") >= len(LETTERS) + 2
    assert "Raison" not in serialised(made["cards"].data), "the key is for adults"


def test_the_key_says_where_each_number_goes_and_why(made: dict[str, Sheet]) -> None:
    key = made["cards_key"]
    [table] = [block for block in key.data["blocks"] if block["b"] == "table"]
    assert [[words_of(cell) for cell in row] for row in table["rows"][:4]] == [
        ["1 Alpha", "Tout près", "Raison Alpha."],
        ["2 Bravo", "Très loin", "Raison Bravo."],
        ["3 Charlie", "Tout près", "Raison Charlie."],
        ["4 Delta", "Très loin", "Raison Delta."],
    ]
    assert key.path.startswith("teach/")


def test_sets_of_one_module_are_told_apart(tmp_path: Path) -> None:
    key = sheets_of(tmp_path, **with_activities(sort(LETTERS[:4]), MAP))["cards_key"]
    said = words_of(key.data["blocks"])
    assert "Jeu T1 A" in said
    assert "Jeu T1 B" in said
    assert "1 Un homme suit Lila. 17, ou 119 C’est urgent." in said
    assert set(key.facts) == {"service:fr.17", "service:fr.119", "service:fr.3018"}


def test_long_cards_are_larger_and_too_long_a_card_is_named(tmp_path: Path) -> None:
    long = "Un texte qui prend de la place sur sa carte. "
    made = sheets_of(tmp_path, **with_activities(sort([long * 12, *LETTERS[:4]])))
    assert printed(made["cards"], tmp_path)[0] == 3
    made = sheets_of(tmp_path, **with_activities(sort(["Bref.", long * 40, *LETTERS[:3]])))
    with pytest.raises(TooLongError) as raised:
        pdf(made["cards"].template, serialised(made["cards"].data))
    assert raised.value.context == "lessons/lesson/activities/a0/cards/c1/text"


def test_a_game_book_leads_where_the_conversation_does(made: dict[str, Sheet], tmp_path: Path) -> None:
    book = made["game_book"]
    _, text = printed(book, tmp_path)
    assert [word for word in unsaid(book, text) if not ARABIC.search(word)] == []
    moments = [block["blocks"] for block in book.data["blocks"] if block["b"] == "keep"]
    numbered = {words_of(one[0]["c"]): isolated(words_of(one[1:])) for one in moments if one[0]["b"] == "heading"}
    assert list(numbered) == ["1", "2", "3", "4"]
    goes = {name: [to for to in numbered if f"va au {to}" in said] for name, said in numbered.items()}
    assert goes == {"1": ["2", "4"], "2": ["3"], "3": [], "4": []}
    assert "Rien n’est perdu." in numbered["3"]
    assert not any("sans cesse" in said for said in numbered.values()), "signs are looked for, then read at the end"
    assert text.index(bare("Bravo à toi")) < text.index(bare("Il écrit sans cesse")) < text.index(bare("3018"))


def test_a_short_story_is_there_for_two_groups_a_long_one_for_one(tmp_path: Path) -> None:
    long = "Le lendemain, elle raconte tout à sa tante. "
    for times, copies in ((1, 2), (70, 1)):
        card = sheets_of(tmp_path, **with_activities(story(long * times)))["scenario_cards"]
        pages, text = printed(card, tmp_path)
        assert (pages, text.count(bare("Que faire ?")), text.count("3018")) == (1, copies, copies)
    card = sheets_of(tmp_path, **with_activities(story(long * 260)))["scenario_cards"]
    with pytest.raises(TooLongError) as raised:
        pdf(card.template, serialised(card.data))
    assert raised.value.context == "lessons/lesson/activities/a0/story/1"


def test_signs_are_as_large_as_a_copier_allows(made: dict[str, Sheet], tmp_path: Path) -> None:
    sign = made["debate_signs"]
    pages, text = printed(sign, tmp_path)
    assert pages == 2
    assert bare("Pas d’accord") in text
    assert all(left >= 0 and right <= 1191 for left, right in edges(tmp_path / "sheet.pdf")), (
        "nothing runs off the page"
    )
    sizes = {}
    for paper in ("a4", "us-letter"):
        data = {**sign.data, "style": {**sign.data["style"], "paper": paper}}
        (tmp_path / "sign.pdf").write_bytes(pdf(sign.template, serialised(data)))
        with pikepdf.open(tmp_path / "sign.pdf") as document:
            sizes[paper] = [round(float(side)) for side in list(document.pages[0].mediabox)[2:]]  # type: ignore[arg-type]
    assert sizes == {"a4": [1191, 842], "us-letter": [1224, 792]}


def edges(file: Path) -> list[tuple[float, float]]:
    """Return where each word of a PDF begins and ends across its page, in points."""
    found = subprocess.run(["pdftotext", "-bbox", str(file), "-"], check=True, capture_output=True, text=True).stdout
    return [(float(left), float(right)) for left, right in re.findall(r'<word xMin="(.+?)".+?xMax="(.+?)"', found)]


def test_a_position_no_sign_can_show_is_named(tmp_path: Path) -> None:
    long = {**DEBATE, "positions": ["Oui", "Je ne suis vraiment pas du tout d'accord avec cela " * 4]}
    sign = sheets_of(tmp_path, **with_activities(long))["debate_signs"]
    with pytest.raises(TooLongError) as raised:
        pdf(sign.template, serialised(sign.data))
    assert raised.value.context == "lessons/lesson/activities/a0/positions/1"


def test_cards_to_vote_with_differ_in_more_than_their_words(tmp_path: Path) -> None:
    cards = sheets_of(tmp_path, "ar", slug="")["voting_cards"]
    pages, text = printed(cards, tmp_path)
    assert pages == 2
    assert all(letter in text for letter in "ABCD")
    shapes = [card["shape"] for card in cards.data["cards"]]
    assert len(set(shapes)) == len(shapes) == 8
