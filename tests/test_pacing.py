"""Sharing minutes among slides."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from balise.pacing import paced
from balise.paper import para
from balise.slides import Look, Slide

LOOKS = st.sampled_from(["words", "question", "vote", "law"])


def slide(look: Look, words: int) -> Slide:
    return Slide("a", look, [], [para([" ".join(["mot"] * words)])])


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
