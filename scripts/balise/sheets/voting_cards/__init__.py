"""Cards to hold up as an answer: four letters, then true, false, not sure, pass. Each has its own shape as well."""

from __future__ import annotations

from collections.abc import Iterator

from balise.messages import message
from balise.plan import Audience
from balise.sheet import Desk, Draft

ORDER = "35"
LABEL = message("Cartes à découper")
AUDIENCE: Audience = "pupil"
LETTERS = (("A", "circle", "solid"), ("B", "square", "stripes"), ("C", "triangle", "dots"), ("D", "star", "grid"))
"""The letters of quizzes, the same in every language, each with a shape and a pattern of its own."""
ANSWERS = (
    (message("Vrai"), "tick"),
    (message("Faux"), "cross"),
    (message("Je ne sais pas"), "ring"),
    (message("Je passe mon tour"), "bar"),
)


def course_drafts(desk: Desk) -> Iterator[Draft]:
    """Yield the cards, the same for every module."""
    to = desk.setter()
    cards: list[dict[str, object]] = [
        {"c": [letter], "shape": shape, "pattern": pattern} for letter, shape, pattern in LETTERS
    ]
    cards += [{"c": to.text(words), "shape": shape, "pattern": ""} for words, shape in ANSWERS]
    title = message("Cartes pour voter")
    yield Draft("voting-cards", title, to, extra={"cards": cards})
