"""Mixing: an order fixed by names, never the given one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balise.interactions import mixed

NAMES = st.lists(st.text(min_size=1, max_size=6), unique=True, max_size=8)


@given(names=NAMES, seed=st.text(max_size=6))
def test_nothing_is_lost_or_added(names: list[str], seed: str) -> None:
    assert sorted(mixed(names, names, seed)) == sorted(names)


@given(names=NAMES.filter(lambda names: len(names) > 1), seed=st.text(max_size=6))
def test_the_given_order_is_never_shown(names: list[str], seed: str) -> None:
    assert mixed(names, names, seed) != tuple(names)


@given(names=NAMES, seed=st.text(max_size=6))
def test_the_same_names_give_the_same_order(names: list[str], seed: str) -> None:
    assert mixed(names, names, seed) == mixed(list(names), tuple(names), seed)


def test_the_order_is_fixed_for_ever() -> None:
    assert mixed("ABCDE", "abcde", "first") == ("C", "E", "B", "A", "D")
    assert mixed("ABCDE", "abcde", "second") == ("B", "E", "C", "D", "A")


def test_one_thing_stays_where_it_is() -> None:
    assert mixed(["a"], ["a"], "x") == ("a",)
    assert mixed([], [], "x") == ()


def test_names_and_things_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="argument 2 is longer"):
        mixed(["a", "b"], ["a"], "x")
