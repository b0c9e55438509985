"""The decks of the real course, in every language: what no room may find out too late."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from balise.course import Course
from balise.decks import Deck, plan_decks
from balise.interactions import Choice
from balise.local import LocalCourse
from balise.model import Module
from balise.paper import words_of
from balise.read import read_course
from balise.registries.service import Service
from balise.slides import MOST_WORDS, base_of, numbered_titles
from decked import bases, next_of, noted, said, shown, ways_of

PROJECT = Path(__file__).parent.parent
LOCALES = ("ar", "en", "es", "fr", "uk")
Decks = dict[str, dict[str, Deck]]
SHOWS_HANDS = 60
"""Slides a class goes through at most between two endings: more is a circle."""


@pytest.fixture(scope="module")
def course() -> Course:
    found, _ = read_course(PROJECT)
    assert found
    return found


@pytest.fixture(scope="module")
def decks(course: Course) -> Decks:
    """Every deck of the course, by locale then by the name of its files."""
    found: Decks = {}
    for locale in LOCALES:
        local = LocalCourse(replace(course, sheets=(locale,)), locale)
        found[locale] = {deck.name: deck for slug in local.modules for deck in plan_decks(local, slug)}
    return found


def every(decks: Decks) -> Iterator[Deck]:
    return (deck for named in decks.values() for deck in named.values())


def test_every_slide_can_be_read_while_somebody_speaks(decks: Decks) -> None:
    assert [
        (deck.name, one.id, one.words) for deck in every(decks) for one in deck.slides if one.words > MOST_WORDS
    ] == []


def test_every_slide_has_a_title_of_its_own_and_notes(decks: Decks) -> None:
    for deck in every(decks):
        assert [one.id for one in deck.slides if not said(one.title) or not said(one.notes)] == []
        titles = [words_of(title) for title in numbered_titles(deck.slides)]
        assert len(titles) == len(set(titles))
        ids = [one.id for one in deck.slides]
        assert len(ids) == len(set(ids))


def test_no_note_ends_a_sentence_twice(decks: Decks) -> None:
    twice = re.compile(r"[.!?؟…]\s*»?\s*:(?!\w)")
    assert [(deck.name, found[0]) for deck in every(decks) for found in twice.finditer(noted(deck.slides))] == []


def test_a_deck_lasts_as_long_as_its_delivery(decks: Decks) -> None:
    assert [
        deck.name
        for deck in every(decks)
        if max(one.start + one.seconds for one in deck.slides) != 60 * deck.delivery.duration
    ] == []


def test_the_same_slides_are_in_every_language(decks: Decks) -> None:
    french = {name: bases(deck) for name, deck in decks["fr"].items()}
    for locale, named in decks.items():
        assert {name: bases(deck) for name, deck in named.items()} == french, locale


def test_every_deck_says_how_to_step_out_then_where_help_is(decks: Decks) -> None:
    for deck in every(decks):
        guards = [one.guard for one in deck.slides]
        assert base_of(deck.slides[1].id) == "content-note"
        assert guards[-1] == "help"
        assert base_of(deck.slides[-1].id) == "help"
        numbers = said(deck.slides[-1].blocks)
        assert "17" in numbers or "112" in numbers, deck.name


def test_the_help_slide_that_stays_has_every_number(course: Course, decks: Decks) -> None:
    """It is on the screen while the room empties: a second part of it would be all that is left to read."""
    for deck in every(decks):
        services = [one for one in course.registry.of(Service) if one.id in deck.module.services]
        numbers = [
            one.contacts[0].value for one in services if one.contacts and one.contacts[0].kind in ("phone", "sms")
        ]
        assert len(numbers) >= 2
        stays = said(deck.slides[-1].blocks)
        assert [number for number in numbers if number not in stays] == [], deck.name


def test_a_penalty_is_shown_with_its_date_and_followed_by_the_rule_for_minors(decks: Decks) -> None:
    seen = 0
    for deck in every(decks):
        for place, slide in enumerate(deck.slides):
            if base_of(slide.id).endswith("--penalty"):
                seen += 1
                after = [base_of(one.id) for one in deck.slides[place:] if one.activity == slide.activity]
                assert f"{slide.activity}--minors" in after, (deck.name, slide.id)
                assert "2026" in said(slide.foot).replace("٢٠٢٦", "2026"), (deck.name, slide.id)
    assert seen > 100


def test_a_shorter_delivery_shows_nothing_more(decks: Decks) -> None:
    for deck in every(decks):
        whole = next(one for one in every({"": decks["fr"]}) if one.slug == deck.slug and not one.delivery.name)
        if deck.delivery.quiz is None:
            assert set(bases(deck)) - set(bases(whole)) == set(), deck.name


def test_an_assembly_is_asked_nothing_aloud(decks: Decks) -> None:
    halls = [deck for deck in every(decks) if deck.delivery.setting == "assembly"]
    assert len(halls) >= 2 * len(LOCALES)
    assert [(deck.name, one.id) for deck in halls for one in deck.slides if one.speaks] == []


def test_every_way_leads_to_a_slide(decks: Decks) -> None:
    led = 0
    for deck in every(decks):
        known = {one.id for one in deck.slides}
        ways = [way for one in deck.slides for way in (one.follows, *(ballot.leads for ballot in one.ballots)) if way]
        led += len(ways)
        assert [way for way in ways if way not in known] == [], deck.name
    assert led > 1000


def test_a_conversation_ends_past_itself_whatever_the_class_votes(decks: Decks) -> None:
    for deck in every(decks):
        first = {}
        for place, slide in enumerate(deck.slides):
            if slide.ballots and any(one.leads for one in slide.ballots):
                first.setdefault(slide.activity, place)
                assert all(one.leads for one in slide.ballots), (deck.name, slide.id)
        for activity, place in first.items():
            assert_every_way_ends(deck, activity, place)


def assert_every_way_ends(deck: Deck, activity: str, start: int) -> None:
    """From each slide that can be reached something leads on, and going on without a vote gets out."""
    last = max(place for place, one in enumerate(deck.slides) if one.activity == activity)
    inside = [place for place, one in enumerate(deck.slides) if one.activity == activity and place >= start]
    reached, waiting = set(), [start]
    while waiting:
        place = waiting.pop()
        if place in reached or place > last:
            continue
        reached.add(place)
        waiting += ways_of(deck.slides, place)
        steps, here = 0, place
        while here <= last:
            here, steps = next_of(deck.slides, here), steps + 1
            assert steps < SHOWS_HANDS, (deck.name, deck.slides[place].id)
        assert here == last + 1, (deck.name, deck.slides[place].id)
        if deck.slides[place].look == "end":
            assert_it_is_over(deck, place, last)
    assert set(inside) - reached == set(), (deck.name, [deck.slides[one].id for one in set(inside) - reached])


def assert_it_is_over(deck: Deck, place: int, last: int) -> None:
    """After an ending the deck goes past the whole conversation, not to another of its moments."""
    while place <= last:
        assert not deck.slides[place].ballots, (deck.name, deck.slides[place].id)
        place = next_of(deck.slides, place)


def assessments(module: Module) -> Iterator[str]:
    """Yield what would give the key of an assessment away."""
    for quiz in module.quizzes:
        if quiz.use == "assessment":
            yield from (item.rationale for item in quiz.items)
            yield from (item.stem for item in quiz.items)


def test_nothing_of_an_assessment_is_in_a_deck(decks: Decks) -> None:
    practised = {
        item.stem
        for deck in every(decks)
        for quiz in deck.module.quizzes
        if quiz.use == "practice"
        for item in quiz.items
    }
    for deck in decks["fr"].values():
        told = f"{shown(deck.slides)} {noted(deck.slides)}"
        kept = [text for text in assessments(deck.module) if text not in practised]
        assert [text for text in kept if text.replace("*", "") in told] == [], deck.name


def test_no_hand_is_counted_on_a_question_about_oneself(decks: Decks) -> None:
    asked = [
        (deck, item.id)
        for deck in decks["fr"].values()
        if deck.delivery.quiz
        for item in deck.delivery.quiz.items
        if isinstance(item.lower(), Choice) and not item.lower().scored
    ]
    assert asked
    for deck, name in asked:
        own = [one for one in deck.slides if one.id.startswith(f"q--{name}")]
        assert [one.id for one in own if one.ballots] == []
        assert "Personne ne lève la main." in shown(own)
