"""Shares the minutes of an activity among its slides: longer to read, or waiting for the room, takes longer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from balise.slides import Slide

WORDS_A_SECOND = 2.2
"""How fast a text is read aloud to a class."""
SETTLE = 8
"""Seconds before anybody speaks of a new slide."""
WAITS = {"question": 90, "vote": 60}
"""Seconds the room takes to answer."""


def paced(slides: Sequence[Slide], minutes: int) -> list[Slide]:
    """Return the slides with seconds that add up to `minutes`."""
    weights = [_weight(slide) for slide in slides]
    whole = sum(weights)
    made, passed, given = [], 0.0, 0
    for slide, weight in zip(slides, weights, strict=True):
        passed += weight
        until = round(60 * minutes * passed / whole)
        made.append(replace(slide, seconds=until - given))
        given = until
    return made


def _weight(slide: Slide) -> float:
    return SETTLE + slide.words / WORDS_A_SECOND + WAITS.get(slide.look, 0)
