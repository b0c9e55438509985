"""The words the course does not use: every phrase of every language can be read, and is found where it stands."""

from __future__ import annotations

from itertools import zip_longest
from typing import get_args

import pytest

from balise.course import SHARED, SOURCE_LOCALE
from balise.wording import FOLDER, Family, found_in, wording_of
from balise.wording.names import names
from builders import PROJECT

LOCALES = sorted(path.stem for path in FOLDER.glob("*.yaml") if path.stem != "names")


def samples(written: str) -> set[str]:
    """Return texts that hold a phrase, such that each of its choices stands in one of them."""
    columns = [["mot"] if word == "…" else word.removeprefix("^").split("|") for word in written.split()]
    rows = zip_longest(*columns)
    return {
        " ".join((one or column[0]).replace("*", "") for one, column in zip(row, columns, strict=True)) for row in rows
    }


def test_every_language_of_the_course_has_its_words() -> None:
    own = {path.stem for path in (PROJECT / "modules" / SHARED / "locales").glob("*.po")}
    assert set(LOCALES) == {SOURCE_LOCALE, *own}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_phrase_is_found_in_a_text_that_holds_it(locale: str) -> None:
    missed = [
        (family, text)
        for family in get_args(Family)
        for rule in getattr(wording_of(locale), family)
        for written in rule.avoid
        for text in samples(written)
        if rule not in [found for _, found, _ in found_in(locale, (f"{text.capitalize()}.",), family)]
    ]
    assert missed == []


def test_a_name_of_two_traditions_is_of_both() -> None:
    assert names().traditions["Sarah"] > {"arabic", "hebrew"}
    assert names().genders["Camille"] == {"girls", "boys"}
