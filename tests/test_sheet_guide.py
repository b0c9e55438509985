"""The facilitator's guide and the plan of the session on one page."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from balise.paper import words_of
from balise.printing import TooLongError, pdf, serialised
from balise.sheet import Sheet
from builders import minimal_module
from printed import bare, printed, sheets_of, unsaid

LED = {
    "purpose": "Mettre des mots.",
    "steps": ["Lire les cartes.", "Faire trier."],
    "say": ["« Vous n'avez pas à enquêter. »"],
    "likely_answers": [{"learner": "C'est exagéré.", "respond": "Revenez aux cartes."}],
}
SORT = {
    "id": "sort",
    "type": "card_sort",
    "title": "Trier",
    "duration": 12,
    "objectives": ["find-help"],
    "intro": "Place chaque carte.",
    "categories": [{"id": "sign", "label": "Signe"}, {"id": "usual", "label": "Ordinaire"}],
    "cards": [
        {"id": "a", "text": "Bien joué !", "category": "usual", "why": "Rien n'est caché."},
        {"id": "b", "text": "Ne le dis pas.", "category": "sign", "why": "Le secret isole."},
        {"id": "c", "text": "Vite !", "category": "sign", "why": "L'urgence presse."},
        {"id": "d", "text": "À demain.", "category": "usual", "why": "On peut dire non."},
    ],
    "facilitator": LED,
}
CHECK = {"id": "quiz", "type": "quiz", "title": "Répondre", "duration": 8, "quiz": "check", "facilitator": LED}


def session(**overrides: Any) -> dict[str, Any]:
    """Return a module that sorts cards for twelve minutes, then takes its quiz."""
    [lesson] = minimal_module()["lessons"]
    return {"lessons": [{**lesson, "activities": [SORT, CHECK]}], "duration": 20, **overrides}


def headings(sheet: Sheet) -> list[tuple[int, str]]:
    """Return the level and words of the headings of a sheet, in order."""
    blocks: list[Any] = []
    for one in sheet.data["blocks"]:
        blocks += one["blocks"] if one["b"] == "keep" else [one]
    return [(one["level"], words_of(one["c"])) for one in blocks if one["b"] == "heading"]


@pytest.mark.parametrize("locale", ["fr", "ar"])
def test_the_guide_prints_every_word_for_facilitators_alone(locale: str, tmp_path: Path) -> None:
    guide = sheets_of(tmp_path, locale, **session())["guide"]
    assert guide.path == f"teach/print/t1-guide-{locale}.pdf"
    _, text = printed(guide, tmp_path)
    assert unsaid(guide, text) == []


def test_the_guide_follows_the_session_minute_by_minute(tmp_path: Path) -> None:
    found = headings(sheets_of(tmp_path, **session())["guide"])
    sections = [words for level, words in found if level == 2]
    assert sections[0] == "En bref"
    assert sections[-4:] == ["Si un élève se confie", "0–12 min · Trier", "12–20 min · Répondre", "Références"]
    levels = [1, *(level for level, _ in found)]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_guide_says_where_each_card_goes_and_why(tmp_path: Path) -> None:
    guide = sheets_of(tmp_path, **session())["guide"]
    [sorted_cards] = [one for one in guide.data["blocks"] if one["b"] == "table" and len(one["head"]) == 3]
    rows = [tuple(words_of(cell).strip() for cell in row) for row in sorted_cards["rows"]]
    assert rows[0] == ("Ne le dis pas.", "Signe", "Le secret isole.")
    assert [place for _, place, _ in rows] == ["Signe", "Signe", "Ordinaire", "Ordinaire"]


def test_the_guide_holds_no_answer_of_a_quiz(tmp_path: Path) -> None:
    guide = serialised(sheets_of(tmp_path, **session())["guide"].data)
    assert "Vérifier" in guide
    [item] = minimal_module()["quizzes"][0]["items"]
    hidden = [item["rationale"], *(one["feedback"] for one in item["options"])]
    assert [words for words in hidden if words.replace("'", "’") in guide] == []


def test_the_plan_shrinks_to_one_page_and_keeps_its_lists(tmp_path: Path) -> None:
    after = ["Dans la semaine :\n\n- revoyez la classe ;\n- relevez la boîte.", *(["Prenez des nouvelles. " * 12] * 12)]
    plan = sheets_of(tmp_path, **session(follow_up=after))["lesson_plan"]
    pages, text = printed(plan, tmp_path)
    assert pages == 1
    # An item of a list is a line of its own: its words are not run into the next.
    assert bare("semaine : revoyez la classe ; relevez la boîte.") in text
    assert bare("0–12 Trier classe entière Mettre des mots.") in text


def test_a_plan_that_cannot_fit_names_what_is_too_long(tmp_path: Path) -> None:
    plan = sheets_of(tmp_path, **session(follow_up=["Prenez des nouvelles. " * 60] * 10))["lesson_plan"]
    with pytest.raises(TooLongError) as raised:
        pdf(plan.template, serialised(plan.data))
    assert raised.value.context == "follow_up/0"
