"""The real course: what its modules promise, and what may never be in it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from balise.checking import run_checks
from balise.course import Course, Document
from balise.diagnostics import Report
from balise.i18n import status
from balise.markup import plain
from balise.read import read_course
from balise.registries.law import Law
from balise.registries.service import Service
from balise.registries.tool import Tool

PROJECT = Path(__file__).parent.parent
EDITION = date(2026, 11, 22)
SLUGS = ["help-and-exit", "intimate-images", "online-grooming", "reporting-channels"]
NOT_WORDS = ("child pornography", "pédopornograph", "prostituée mineure", "enfant prostitué", "child prostitute")


@pytest.fixture(scope="session")
def course() -> Course:
    course, report = read_course(PROJECT)
    assert course is not None, report
    return course


def module_texts(document: Document) -> list[str]:
    texts = [passage.text for passage in document.passages()]
    for locale in document.catalogs:
        texts += [passage.text for _, passage in document.translated(locale)]
    return texts


def test_the_course_has_nothing_to_correct_on_the_day_of_its_edition(course: Course) -> None:
    report = Report()
    run_checks(course, report, EDITION)
    assert [(found.code, found.message) for found in report] == []


def test_every_sentence_is_translated_into_english(course: Course) -> None:
    assert [
        (s.document, s.fuzzy, s.missing) for s in status(course) if s.locale == "en" and s.translated < s.total
    ] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_a_module_has_a_story_to_steer_or_think_through_and_other_activities(slug: str, course: Course) -> None:
    module = course.modules[slug].module
    assert module is not None
    kinds = {getattr(activity, "type", "") for _, activity in module.activities()}
    assert kinds & {"branching_chat", "scenario"}
    assert len(kinds - {"branching_chat", "scenario"}) >= 2


@pytest.mark.parametrize("slug", SLUGS)
def test_a_module_has_a_practice_quiz_of_eight_items_over_four_types(slug: str, course: Course) -> None:
    module = course.modules[slug].module
    assert module is not None
    practice = max((quiz for quiz in module.quizzes if quiz.use == "practice"), key=lambda quiz: len(quiz.items))
    assert len(practice.items) >= 8
    assert len({getattr(item, "type", "") for item in practice.items}) >= 4


@pytest.mark.parametrize("slug", SLUGS)
def test_an_activity_tells_its_facilitator_what_pupils_may_say_or_what_to_watch(slug: str, course: Course) -> None:
    module = course.modules[slug].module
    assert module is not None
    silent = [
        activity.id
        for _, activity in module.activities()
        if not (
            activity.facilitator.likely_answers or activity.facilitator.watch_for or activity.facilitator.adaptations
        )
    ]
    assert silent == []


@pytest.mark.parametrize("slug", SLUGS)
def test_a_module_holds_no_figure_of_how_often_and_no_hurtful_word(slug: str, course: Course) -> None:
    for text in module_texts(course.modules[slug]):
        words = plain(text)
        assert not re.search(r"\d\s*%|\d\s+(?:millions?|milliards?|million|billion)\b", words), words
        assert not [word for word in NOT_WORDS if word in words.lower()], words


def test_the_closed_number_is_known_and_never_offered(course: Course) -> None:
    closed = course.registry.entries["service"]["fr.3020"]
    assert isinstance(closed, Service)
    assert (closed.status, closed.superseded_by) == ("closed", "fr.3018")
    assert [text for slug in SLUGS for text in module_texts(course.modules[slug]) if "3020" in plain(text)] == []


def test_laws_that_moved_say_what_they_are_today(course: Course) -> None:
    laws = {law.id: law for law in course.registry.of(Law)}
    assert {name: laws[name].status for name in ("fr.law.2023-566", "fr.law.under-15-ban", "fr.cp.225-10-1")} == {
        "fr.law.2023-566": "not_in_force",
        "fr.law.under-15-ban": "not_in_force",
        "fr.cp.225-10-1": "historical",
    }
    client_of_a_minor = {penalty.id: (penalty.years, penalty.fine) for penalty in laws["fr.cp.225-12-1"].penalties}
    assert client_of_a_minor["base"] == (5, 75_000)
    assert client_of_a_minor["under-15"] == (10, 150_000)
    shared = {penalty.id: (penalty.years, penalty.fine) for penalty in laws["fr.cp.226-2-1"].penalties}
    assert shared == {"base": (2, 60_000)}


def test_laws_on_adults_alone_do_not_carry_the_rule_for_minors(course: Course) -> None:
    laws = {law.id: law for law in course.registry.of(Law)}
    adults = ("fr.cp.227-22-1", "fr.cp.227-22-2", "fr.cp.227-23-1")
    assert [name for name in adults if laws[name].applies_to_minors] == []


def test_every_tool_of_the_older_documents_has_its_state_and_is_not_a_way_to_get_help(course: Course) -> None:
    tools = {tool.id for tool in course.registry.of(Tool)}
    wanted = {"photodna", "project-vic", "vics", "f1-fingerprint", "spotlight", "memex", "cofee", "guardian-app"}
    assert wanted | {"project-intercept", "victim-reachout"} <= tools
    hotline = course.registry.entries["service"]["us.trafficking-hotline"]
    assert isinstance(hotline, Service)
    assert "1-888-373-7888" in {contact.value for contact in hotline.contacts}
    assert "Polaris" not in hotline.operator
