"""The real course, planned once for the tests of its sheets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from balise.course import Course
from balise.i18n import states
from balise.local import LocalCourse
from balise.proof import Publisher
from balise.sheet import Sheet, is_ready, plan_sheets
from builders import PROJECT, course_of

BASE = "https://balise.example/"
EVERY = ("fr", "en", "ar", "uk", "es")


@pytest.fixture(scope="session")
def course() -> Course:
    course = course_of(PROJECT)
    return replace(course, states=states(course))


@pytest.fixture(scope="session")
def sheets(course: Course) -> dict[str, list[Sheet]]:
    """Return every sheet of the course, by locale."""
    planned = {}
    for locale in EVERY:
        local = LocalCourse(course, locale)
        publisher = Publisher(BASE, locale, course.settings.edition)
        slugs = ["", *(slug for slug in local.modules if is_ready(local, slug))]
        planned[locale] = [one for slug in slugs for one in plan_sheets(local, publisher, "a4", slug)]
    return planned
