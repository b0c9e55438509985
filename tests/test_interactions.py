"""Mixing: an order fixed by what is said, whatever the order given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balise.interactions import mixed

NAMES = st.lists(st.text(min_size=1, max_size=6), unique=True, max_size=8)


@given(names=NAMES, seed=st.text(max_size=6))
def test_nothing_is_lost_or_added(names: list[str], seed: str) -> None:
    assert sorted(mixed(names, names, seed)) == sorted(names)


@given(names=NAMES, seed=st.text(max_size=6))
def test_the_given_order_takes_no_part(names: list[str], seed: str) -> None:
    """Authors write the right answer where they like: its place must not be seen."""
    assert (
        mixed(names, names, seed) == mixed(names[::-1], names[::-1], seed) == mixed(sorted(names), sorted(names), seed)
    )


def test_no_place_is_better_than_another() -> None:
    """Over many items, the first word given is shown in every place."""
    places = {mixed(["key", "b", "c"], ["key", "b", "c"], str(seed)).index("key") for seed in range(20)}
    assert places == {0, 1, 2}


def test_the_order_is_fixed_for_ever() -> None:
    assert mixed("ABCDE", "abcde", "first") == ("C", "E", "B", "A", "D")
    assert mixed("ABCDE", "abcde", "second") == ("B", "E", "C", "D", "A")


def test_one_thing_stays_where_it_is() -> None:
    assert mixed(["a"], ["a"], "x") == ("a",)
    assert mixed([], [], "x") == ()


def test_texts_and_things_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="argument 2 is longer"):
        mixed(["a", "b"], ["a"], "x")
