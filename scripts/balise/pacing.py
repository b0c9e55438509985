"""Shares the minutes of an activity among its slides: longer to read, or waiting for the room, takes longer.

Where ways part, as in a conversation the room steers, each is given the whole time: a class goes along one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from balise.slides import Slide

WORDS_A_SECOND = 2.2
"""How fast a text is read aloud to a class."""
SETTLE = 8
"""Seconds before anybody speaks of a new slide."""
WAITS = {"question": 90, "vote": 60}
"""Seconds the room takes to answer."""


def weight(slide: Slide) -> float:
    """Return how long a slide would stay, in seconds, where there is time for everything."""
    return SETTLE + slide.words / WORDS_A_SECOND + WAITS.get(slide.look, 0)


def paced(
    slides: Sequence[Slide], minutes: int, begins: int = 0, weigh: Callable[[Slide], float] = weight
) -> list[Slide]:
    """Return the slides with their seconds, which add up to `minutes` along the longest way, and when each starts.

    `begins` is the second of the deck the first one starts at.
    """
    weights = [weigh(slide) for slide in slides]
    before = _before(slides, weights)
    whole = max((one + own for one, own in zip(before, weights, strict=True)), default=1)
    made = []
    for slide, passed, own in zip(slides, before, weights, strict=True):
        start, end = (round(60 * minutes * part / whole) for part in (passed, passed + own))
        made.append(replace(slide, start=begins + start, seconds=end - start))
    return made


def _before(slides: Sequence[Slide], weights: Sequence[float]) -> list[float]:
    """Return what comes before each slide, along the longest way to it. A way that comes back is not followed twice."""
    ways = _ways(slides)
    order = _in_order(ways)
    rank = {place: number for number, place in enumerate(order)}
    found = [0.0] * len(slides)
    for place in order:
        for other in ways[place]:
            if rank[other] > rank[place]:
                found[other] = max(found[other], found[place] + weights[place])
    return found


def _ways(slides: Sequence[Slide]) -> list[list[int]]:
    """Return the places that can come after each slide: what votes lead to, what follows, or the next one."""
    places = {slide.id: place for place, slide in enumerate(slides)}
    ways = []
    for place, slide in enumerate(slides):
        led = [places[one.leads] for one in slide.ballots if one.leads in places]
        after = [places[slide.follows]] if slide.follows in places else []
        on = [] if slide.follows or led or place + 1 == len(slides) else [place + 1]
        ways.append([*led, *after, *on])
    return ways


def _in_order(ways: Sequence[Sequence[int]]) -> list[int]:
    """Return places so that each comes before those it leads to, but for ways back."""
    seen: set[int] = set()
    done: list[int] = []
    for start in range(len(ways)):
        waiting = [(start, iter(ways[start]))] if start not in seen else []
        seen.add(start)
        while waiting:
            _, others = waiting[-1]
            other = next((one for one in others if one not in seen), None)
            if other is None:
                done.append(waiting.pop()[0])
            else:
                seen.add(other)
                waiting.append((other, iter(ways[other])))
    return done[::-1]
