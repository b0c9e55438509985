"""What goes home or stays in a pocket: the letter, the certificate, the exit slips and the pupil's own plan."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from balise.paper import words_of
from balise.printing import TooLongError, pdf, serialised
from builders import minimal_module
from printed import bare, printed, sheets_of, unsaid

QUESTIONS = ["Un mot que je retiens :", "Une question que j'ai encore :"]


def with_activity(**activity: Any) -> dict[str, Any]:
    """Return the lessons of a module whose only activity is this one."""
    [lesson] = minimal_module()["lessons"]
    [talk] = lesson["activities"]
    kept = {key: talk[key] for key in ("id", "duration", "facilitator")}
    return {"lessons": [{**lesson, "activities": [{**kept, "title": "Avant de partir", **activity}]}]}


@pytest.mark.parametrize("locale", ["fr", "ar"])
def test_the_letter_fits_one_page_and_says_all_its_words(locale: str, tmp_path: Path) -> None:
    note = ["Chères familles, une séance commence."] + ["Écoutez, sans interroger, et appelez. " * 12] * 3
    letter = sheets_of(tmp_path, locale, family_note=note)["family_letter"]
    pages, text = printed(letter, tmp_path)
    assert pages == 1
    assert unsaid(letter, text) == []
    assert letter.facts == ("service:fr.17", "service:fr.3018")


def test_a_letter_printed_large_takes_the_pages_it_needs(tmp_path: Path) -> None:
    letter = sheets_of(tmp_path, family_note=["Écoutez, sans interroger, et appelez. " * 12] * 6)["family_letter-large"]
    pages, text = printed(letter, tmp_path)
    assert pages > 1
    assert unsaid(letter, text) == []


def test_no_letter_without_words_for_families(tmp_path: Path) -> None:
    assert "family_letter" not in sheets_of(tmp_path, family_note=[])


def test_a_certificate_never_names_the_subject(tmp_path: Path) -> None:
    certificate = sheets_of(tmp_path, title="Un sujet lourd", summary="On parle de chantage.")["certificate"]
    pages, text = printed(certificate, tmp_path)
    assert pages == 1
    assert bare("a suivi la séance T1 du parcours « Cours »") in text
    assert "lourd" not in serialised(certificate.data)
    assert "chantage" not in serialised(certificate.data)


def test_four_slips_without_a_name_each_with_whom_to_call(tmp_path: Path) -> None:
    questions = [{"id": f"q{number}", "text": one} for number, one in enumerate(QUESTIONS)]
    asked = with_activity(type="exit_ticket", intro="Ce papier est sans nom.", questions=questions)
    slips = sheets_of(tmp_path, **asked)["exit_ticket"]
    pages, text = printed(slips, tmp_path)
    assert pages == 1
    said = [*QUESTIONS, "Ce papier est sans nom.", "Danger immédiat : 17", "Parler à quelqu'un : 3018"]
    assert {text.count(bare(one).replace("'", "’")) for one in said} == {4}
    assert "Prénom" not in text


def test_words_too_long_for_a_slip_are_named(tmp_path: Path) -> None:
    questions = [{"id": "q", "text": QUESTIONS[0]}]
    asked = with_activity(type="exit_ticket", intro="Ce papier est sans nom. " * 90, questions=questions)
    slips = sheets_of(tmp_path, **asked)["exit_ticket"]
    with pytest.raises(TooLongError) as raised:
        pdf(slips.template, serialised(slips.data))
    assert raised.value.context == "lessons/lesson/activities/talk/intro"


def test_a_plan_has_a_line_for_each_idea_and_none_for_a_name(tmp_path: Path) -> None:
    slots = [{"id": "who", "label": "Un adulte", "hint": "Au collège, par exemple."}, {"id": "how", "label": "Un mot"}]
    asked = with_activity(type="plan", intro="Cette feuille est à toi.", slots=slots, closing="Garde-la.")
    plan = sheets_of(tmp_path, **asked)["own_plan"]
    _, text = printed(plan, tmp_path)
    assert unsaid(plan, text) == []
    blocks = plan.data["blocks"]
    assert not any(one["b"] == "fields" for one in blocks)
    ruled = [words_of(one) for one in blocks if one["b"] == "keep" and any(b["b"] == "lines" for b in one["blocks"])]
    assert [one.split()[:2] for one in ruled] == [["Un", "adulte"], ["Un", "mot"]]
