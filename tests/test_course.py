"""The real course: what its modules promise, and what may never be in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from balise.activities.branching_chat import BranchingChat
from balise.activities.scenario import Scenario
from balise.checking import run_checks
from balise.course import Course, Document
from balise.i18n import states
from balise.markup import plain
from balise.model import Module
from balise.read import read_course
from balise.registries.framework import Framework
from balise.registries.law import Law
from balise.registries.service import Service
from balise.registries.tool import Tool

PROJECT = Path(__file__).parent.parent
EDITION = date(2026, 11, 22)
PLAN = {  # slug: ages, minutes
    "behind-the-screen": ("9-12", 50),
    "online-grooming": ("12-15", 55),
    "intimate-images": ("13-18", 55),
    "sextortion": ("13-18", 50),
    "group-harassment": ("11-15", 55),
    "reporting-channels": ("12-18", 50),
    "recruitment-and-exploitation": ("14-18", 55),
    "help-and-exit": ("14-18", 55),
    "buying-is-an-offence": ("15-18", 55),
    "platforms-and-responsibility": ("15-18", 110),
    "how-investigators-work": ("13-18", 50),
    "law-beyond-borders": ("15-18", 55),
    "staff-disclosure": ("18-99", 90),
    "family-evening": ("18-99", 60),
    "prosecutor-visit": ("13-18", 90),
}
SLUGS = sorted(PLAN)
NOT_WORDS = ("child pornography", "pédopornograph", "prostituée mineure", "enfant prostitué", "child prostitute")


@pytest.fixture(scope="session")
def course() -> Course:
    course, report = read_course(PROJECT)
    assert course is not None, report
    return course


def module_texts(document: Document, locales: tuple[str, ...]) -> list[str]:
    texts = [passage.text for passage in document.passages()]
    for locale in locales:
        texts += [passage.text for _, passage in document.translated(locale)]
    return texts


def test_the_course_has_nothing_to_correct_on_the_day_of_its_edition(course: Course) -> None:
    assert [(found.code, found.message) for found in run_checks(course, EDITION)] == []


def test_every_sentence_is_translated_into_english(course: Course) -> None:
    assert [
        (s.document, s.fuzzy, s.missing)
        for own in states(course).values()
        for s in own
        if s.locale == "en" and s.translated < s.total
    ] == []


def module_of(course: Course, slug: str) -> Module:
    module = course.modules[slug].module
    assert module is not None
    return module


def types_of(parts: Iterable[Any]) -> list[str]:
    return [part.type for part in parts]


def test_the_course_has_the_modules_of_its_plan(course: Course) -> None:
    found = {slug: module_of(course, slug) for slug in course.modules}
    assert {slug: (module.ages, module.duration) for slug, module in found.items()} == PLAN
    assert {slug: module.audience for slug, module in found.items() if module.audience != "pupils"} == {
        "staff-disclosure": "staff",
        "family-evening": "families",
    }


@pytest.mark.parametrize("slug", SLUGS)
def test_a_module_has_stories_other_activities_and_a_last_word(slug: str, course: Course) -> None:
    kinds = types_of(activity for _, activity in module_of(course, slug).activities())
    assert "branching_chat" in kinds or kinds.count("scenario") >= 2
    assert len(set(kinds)) >= 4
    assert kinds[-1] == "exit_ticket"


@pytest.mark.parametrize("slug", [slug for slug in SLUGS if slug not in ("staff-disclosure", "family-evening")])
def test_a_pupils_module_serves_the_four_curricula_and_writes_to_families(slug: str, course: Course) -> None:
    module = module_of(course, slug)
    served = {name for objective in module.objectives for name in objective.frameworks}
    families = {entry.framework for entry in course.registry.of(Framework) if entry.id in served}
    assert {"EVARS", "EMC", "UNESCO"} <= families
    assert families & {"CRCN", "DigComp"}
    assert module.family_note
    assert module.ground_rules


@pytest.mark.parametrize("slug", SLUGS)
def test_a_module_has_a_practice_quiz_and_another_to_assess(slug: str, course: Course) -> None:
    module = module_of(course, slug)
    practice = max((quiz for quiz in module.quizzes if quiz.use == "practice"), key=lambda quiz: len(quiz.items))
    (form,) = (quiz for quiz in module.quizzes if quiz.use == "assessment")
    assert len(practice.items) >= 10
    assert len(set(types_of(practice.items))) >= 6
    assert len(form.items) >= 5
    assert {item.stem for item in practice.items}.isdisjoint(item.stem for item in form.items)
    assert {objective.id for objective in module.objectives} == {
        item.objective for quiz in module.quizzes for item in quiz.items
    }


@pytest.mark.parametrize("slug", SLUGS)
def test_every_activity_tells_its_facilitator_what_may_be_said_and_how_to_adapt(slug: str, course: Course) -> None:
    notes = {activity.id: activity.facilitator for _, activity in module_of(course, slug).activities()}
    assert [name for name, one in notes.items() if not (one.purpose and one.likely_answers and one.adaptations)] == []


def test_a_visitor_has_every_length_in_class_and_two_in_an_amphitheatre(course: Course) -> None:
    cuts = module_of(course, "prosecutor-visit").cuts
    assert [cut.duration for cut in cuts if cut.setting == "class"] == [30, 45, 55, 90]
    assert [cut.duration for cut in cuts if cut.setting == "assembly"] == [30, 55]


@pytest.mark.parametrize("slug", [slug for slug in SLUGS if slug not in ("staff-disclosure", "family-evening")])
def test_a_class_has_a_short_session_that_tells_one_story_without_hurry(slug: str, course: Course) -> None:
    module = module_of(course, slug)
    cuts = {cut.duration: cut for cut in module.cuts if cut.setting == "class"}
    assert {45, 55} <= cuts.keys() if module.duration == 110 else {30, 45} <= cuts.keys()
    full = {activity.id: activity for _, activity in module.activities()}
    told = [step for step in cuts[min(cuts)].steps if isinstance(full[step.activity], Scenario | BranchingChat)]
    assert any(step.duration >= full[step.activity].duration * 0.6 for step in told), told


@pytest.mark.parametrize("slug", SLUGS)
def test_a_module_holds_no_figure_of_how_often_and_no_hurtful_word(slug: str, course: Course) -> None:
    for text in module_texts(course.modules[slug], course.locales[1:]):
        words = plain(text)
        assert not re.search(r"\d\s*%|\d\s+(?:millions?|milliards?|million|billion)\b", words), words
        assert not [word for word in NOT_WORDS if word in words.lower()], words


def test_the_closed_number_is_known_and_never_offered(course: Course) -> None:
    closed = course.registry.entries["service"]["fr.3020"]
    assert isinstance(closed, Service)
    assert (closed.status, closed.superseded_by) == ("closed", "fr.3018")
    assert [
        text
        for slug in SLUGS
        for text in module_texts(course.modules[slug], course.locales[1:])
        if "3020" in plain(text)
    ] == []


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


def test_the_local_editions_that_come_with_the_course_are_examples(course: Course) -> None:
    editions = course.local_editions
    assert len(editions) >= 2
    assert all(edition.example for edition in editions.values())
    assert any(edition.logo for edition in editions.values())
