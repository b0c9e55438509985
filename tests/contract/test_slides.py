"""Every activity type and every question type in a deck: short slides, notes on each, and nothing that is adults'."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from balise.decks import Deck, Planner, plan_decks
from balise.deliveries import deliveries
from balise.discovery import members
from balise.outlines import Wordless
from balise.paper import words_of
from balise.slides import MOST_WORDS, Slide, base_of, numbered_titles
from builders import MODULE, edited, example, local_of, minimal_module, workspace
from decked import bases, noted, said, shown
from pages import words

ACTIVITIES = sorted(members("activities"))
ON_PAPER = {"hearing": ["Trois jours, c'est long."], "plan": ["une tante"], "scenario": ["Qui peut aider"]}
"""What learners have on their sheet or page, and slides have no room for."""
ITEMS = sorted(members("items"))
LONG = "Un mot puis un autre, et encore un. " * 30


def decks_with(root: Path, locale: str = "fr", **changes: Any) -> dict[str, Deck]:
    """Return the decks of the tiny course, changed, by the name of their delivery."""
    module = minimal_module()
    for path, value in changes.items():
        module = edited(module, path.replace("__", "/"), value)
    local = local_of(workspace(root, {MODULE: module}), locale)
    return {deck.delivery.name: deck for deck in plan_decks(local, "tiny")}


def deck_of(root: Path, activity: dict[str, Any], locale: str = "fr", **changes: Any) -> Deck:
    """Return the deck of the tiny course with one activity."""
    return decks_with(root, locale, lessons__0__activities__0=activity, **changes)[""]


@pytest.mark.parametrize("name", ACTIVITIES)
def test_its_slides_are_short_titled_noted_and_told_apart(name: str, tmp_path: Path) -> None:
    deck = deck_of(tmp_path, example("activities", name)["activity"])
    ids = [slide.id for slide in deck.slides]
    assert [one for one in ids if one.startswith("act--")] != []
    assert sorted(ids) == sorted(set(ids))
    assert [slide.id for slide in deck.slides if slide.words > MOST_WORDS] == []
    assert [slide.id for slide in deck.slides if not said(slide.title)] == []
    assert [slide.id for slide in deck.slides if not said(slide.notes)] == []
    titles = [words_of(title) for title in numbered_titles(deck.slides)]
    assert sorted(titles) == sorted(set(titles))


@pytest.mark.parametrize("name", ACTIVITIES)
def test_the_room_reads_what_learners_do_and_no_note(name: str, tmp_path: Path) -> None:
    data = example("activities", name)
    deck = deck_of(tmp_path, data["activity"])
    assert [text for text in data["learner_sees"] if words(text) not in shown(deck.slides)] == ON_PAPER.get(name, [])
    assert [text for text in data["facilitator_only"] if words(text) in shown(deck.slides)] == []
    assert [text for text in data["facilitator_only"] if words(text) not in noted(deck.slides)] == []


@pytest.mark.parametrize("name", ACTIVITIES)
def test_its_slides_last_as_long_as_it_does(name: str, tmp_path: Path) -> None:
    deck = deck_of(tmp_path, example("activities", name)["activity"])
    assert max(slide.start + slide.seconds for slide in deck.slides) == 60 * 10


@pytest.mark.parametrize("name", ACTIVITIES)
def test_its_slides_are_called_the_same_however_long_a_language_is(name: str, tmp_path: Path) -> None:
    activity = example("activities", name)["activity"]
    short = deck_of(tmp_path / "short", activity)
    long = deck_of(tmp_path / "long", stretched(activity))
    assert bases(long) == bases(short)
    assert len(long.slides) > len(short.slides)
    assert [(slide.id, slide.words) for slide in long.slides if slide.words > MOST_WORDS] == []


@pytest.mark.parametrize("name", ACTIVITIES)
def test_what_a_cut_may_name_is_known_without_reading_a_word(name: str, tmp_path: Path) -> None:
    activity = stretched(example("activities", name)["activity"])
    local = local_of(workspace(tmp_path, {MODULE: edited(minimal_module(), "lessons/0/activities/0", activity)}))
    whole = next(deliveries(local.modules["tiny"]))
    found = [Planner(local, "tiny").deck(whole).slides, Planner(local, "tiny", Wordless).outline(whole)]
    deck, outline = ([named(slide) for slide in slides if slide.activity] for slides in found)
    assert list(dict.fromkeys(deck)) == outline
    assert ways(found[0]) == ways(found[1])


def named(slide: Slide) -> tuple[str, str, bool, bool]:
    return base_of(slide.id), slide.guard, slide.core, slide.speaks


def ways(slides: Sequence[Slide]) -> set[str]:
    """Return where votes lead, and what goes on elsewhere than to the next slide."""
    led = {base_of(one.leads) for slide in slides for one in slide.ballots if one.leads}
    return led | {base_of(slide.follows) for slide in slides if slide.follows}


KEPT = {"id", "type", "to", "category", "best", "quiz", "grouping", "ending"}


def stretched(data: Any) -> Any:
    """Return an activity each of whose texts is very long."""
    if isinstance(data, dict):
        short = (*KEPT, "laws", "services", "also", "objectives", "facilitator", "name", "label", "positions", "title")
        return {key: value if key in short else stretched(value) for key, value in data.items()}
    if isinstance(data, list):
        return [stretched(one) for one in data]
    return f"{LONG}{data}" if isinstance(data, str) else data


ALOUD = {
    "discussion": "prompts",
    "exit_ticket": "questions",
    "law_brief": "questions",
    "moving_debate": "statements",
    "plan": "slots",
    "scenario": "questions",
}
"""The field of each type that makes somebody in the room speak, write or move."""


@pytest.mark.parametrize("name", ACTIVITIES)
def test_an_assembly_is_asked_nothing_aloud(name: str, tmp_path: Path) -> None:
    activity = example("activities", name)["activity"]
    asked = [
        one if isinstance(one, str) else one.get("text", one.get("label")) for one in activity.get(ALOUD.get(name), [])
    ]
    in_class = shown(deck_of(tmp_path / "class", activity).slides)
    in_hall = shown(deck_of(tmp_path / "hall", activity, settings=["assembly"]).slides)
    assert [text for text in asked if words(text) not in in_class] == []
    assert [text for text in asked if words(text) in in_hall] == []
    assert bool(asked) == (in_class != in_hall)


@pytest.mark.parametrize("name", ACTIVITIES)
def test_what_is_not_translated_is_marked_as_french(name: str, tmp_path: Path) -> None:
    deck = deck_of(tmp_path, example("activities", name)["activity"], "en")
    intro = next(slide for slide in deck.slides if slide.id.startswith("act--"))
    assert [run for run in intro.title if run["lang"] != "fr" or run["dir"] != "ltr"] == []
    assert said(intro.title) != ""


@pytest.mark.parametrize("name", ITEMS)
def test_a_question_is_asked_then_answered(name: str, tmp_path: Path) -> None:
    item = example("items", name)["item"]
    deck = decks_with(tmp_path, quizzes__0__items__0=item)["quiz-check"]
    asked = [slide for slide in deck.slides if slide.id.startswith("q--") and "--answer" not in slide.id]
    answered = [slide for slide in deck.slides if "--answer" in slide.id]
    assert said(minimal_stem(item)) in shown(asked)
    assert [slide.id for slide in deck.slides if slide.words > MOST_WORDS or not slide.notes] == []
    assert all(words(item["rationale"]).replace("*", "") in said(slide.notes) for slide in answered)
    assert words(item["rationale"]).replace("*", "") not in shown(deck.slides)
    assert bool(answered) == bool(example("items", name)["key"])


def minimal_stem(item: dict[str, Any]) -> str:
    return words(item["stem"]).replace("*", "")


@pytest.mark.parametrize("name", ITEMS)
def test_an_assembly_writes_nothing_of_its_own(name: str, tmp_path: Path) -> None:
    item = example("items", name)["item"]
    deck = decks_with(tmp_path, settings=["assembly"], quizzes__0__items__0=item)["quiz-check"]
    assert (minimal_stem(item) in shown(deck.slides)) == (name != "reflection")


def test_slides_of_the_same_title_are_told_apart() -> None:
    slides = [
        Slide(str(place), "words", [title]) for place, title in enumerate(["Lou", "Lou", "Lou (2)", "Max", "Lou"])
    ]
    titles = [words_of(title) for title in numbered_titles(slides)]
    assert titles == ["Lou", "Lou (2)", "Lou (2) (2)", "Max", "Lou (3)"]


def test_an_assessment_shows_nothing_of_its_questions(tmp_path: Path) -> None:
    activity = example("activities", "quiz")["activity"]
    decks = decks_with(tmp_path, lessons__0__activities__0=activity, quizzes__0__use="assessment")
    (deck,) = decks.values()
    told = shown(deck.slides) + noted(deck.slides)
    assert "Ce questionnaire se remplit sur papier." in told
    assert [text for text in ("Que faire ?", "En parler.", "Oui.", "Parler rompt l'isolement.") if text in told] == []


def test_the_key_of_a_vote_is_known_to_the_deck_and_not_said_with_it(tmp_path: Path) -> None:
    deck = decks_with(tmp_path)["quiz-check"]
    vote = next(slide for slide in deck.slides if slide.look == "vote")
    assert [(one.letter, said(one.words), one.correct) for one in vote.ballots] == [
        ("A", "En parler.", True),
        ("B", "Attendre.", False),
        ("C", "Se taire.", False),
    ]
    assert [said(slide.title) for slide in deck.slides if slide.id.startswith("q--first--answer")] == [
        "Question 1 : réponse A"
    ]


def test_cards_are_voted_for_by_category_then_placed(tmp_path: Path) -> None:
    activity = example("activities", "card_sort")["activity"]
    deck = deck_of(tmp_path, activity)
    card = activity["cards"][0]
    vote = next(slide for slide in deck.slides if slide.id == f"act--card--{card['id']}--vote")
    labels = {one["id"]: one["label"] for one in activity["categories"]}
    assert [said(one.words) for one in vote.ballots] == list(labels.values())
    assert [said(one.words) for one in vote.ballots if one.correct] == [labels[card["category"]]]
    answer = deck.slides[deck.slides.index(vote) + 1]
    assert labels[card["category"]] in said(answer.title)
    assert words(card["why"]) in said(answer.blocks)


def test_a_debate_is_voted_for_twice_without_a_right_side(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, example("activities", "moving_debate")["activity"])
    votes = [slide for slide in deck.slides if slide.look == "vote"]
    assert {slide.rounds for slide in votes} == {2}
    assert {one.correct for slide in votes for one in slide.ballots} == {None}


def test_the_service_of_a_situation_is_cited_and_reached(tmp_path: Path) -> None:
    """A printed deck must be recalled when a number on it changes, those of its help slides or not."""
    activity = example("activities", "services_map")["activity"]
    deck = deck_of(tmp_path, activity, services=["fr.17"])
    for situation in activity["situations"]:
        (answer,) = (one for one in deck.slides if one.id == f"act--situation--{situation['id']}--answer")
        for service in (situation["best"], *situation.get("also", ())):
            assert f"service:{service}" in deck.facts
            assert service.rpartition(".")[2] in said(answer.blocks)
