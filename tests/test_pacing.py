"""Sharing minutes among slides."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from balise.pacing import paced
from balise.paper import para
from balise.slides import Ballot, Look, Slide

LOOKS = st.sampled_from(["words", "question", "vote", "law"])


def slide(look: Look, words: int, name: str = "a", leads: str = "", follows: str = "") -> Slide:
    ballots = tuple(Ballot("", [], leads=one) for one in leads)
    return Slide(name, look, [], [para([" ".join(["mot"] * words)])], ballots=ballots, follows=follows)


@given(
    made=st.lists(st.tuples(LOOKS, st.integers(0, 40)), min_size=1, max_size=60).map(
        lambda found: [slide(look, words) for look, words in found]
    ),
    minutes=st.integers(1, 240),
)
def test_the_seconds_of_slides_are_those_of_their_activity(made: list[Slide], minutes: int) -> None:
    timed = paced(made, minutes)
    assert sum(one.seconds for one in timed) == 60 * minutes
    assert [one.seconds for one in timed if one.seconds < 0] == []


def test_what_takes_longer_to_read_or_waits_for_the_room_has_longer() -> None:
    short, long, asked = (
        one.seconds for one in paced([slide("words", 5), slide("words", 40), slide("question", 5)], 3)
    )
    assert short < long < asked


def test_each_way_of_a_conversation_has_the_whole_time() -> None:
    fork = slide("vote", 10, "a", leads="bd", follows="b")
    made = paced(
        [fork, slide("words", 30, "b"), slide("words", 30, "c", follows="after"), slide("words", 5, "d")], 5, 60
    )
    start = {one.id: one.start for one in made}
    end = {one.id: one.start + one.seconds for one in made}
    assert start["a"] == 60
    assert start["b"] == start["d"] == end["a"]
    assert start["c"] == end["b"]
    assert end["c"] == 60 + 5 * 60
    assert end["d"] < end["c"]


def test_a_conversation_that_comes_back_is_timed_all_the_same() -> None:
    made = paced([slide("vote", 10, "a", leads="bc"), slide("words", 9, "b", follows="a"), slide("words", 9, "c")], 2)
    assert max(one.start + one.seconds for one in made) == 120
