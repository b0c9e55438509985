"""Makes the slides of one activity: cuts its texts to what a room can read, and numbers what goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from string import ascii_uppercase as LETTERS  # noqa: N812  what voting cards are called
from typing import Any

from balise import paper
from balise.messages import message
from balise.paper import Block, Inline, words_of
from balise.runs import parts_of
from balise.sentences import merged, pieces, shared
from balise.slides import MOST_WORDS, Ballot, Look, Slide, as_one, continued, slide_id
from balise.typesetter import Typesetter

LEAST = 15
"""Words left for a text under the longest of titles."""
ASKED = 2
"""Questions that stay when time is short."""
REMEMBER = message("À retenir")
VOTE = message("Votez")


class Stage:
    """Makes slides that belong to an activity, or to the deck itself when `activity` is empty."""

    def __init__(self, to: Typesetter, activity: str, title: str) -> None:
        self.to = to
        self.activity = activity
        self.title = to.text(title)
        self.count = to.count

    def slide(self, name: str, look: Look, blocks: list[Block], title: Inline | None = None, **marks: Any) -> Slide:
        """Return one slide; `marks` are fields of `Slide`."""
        shown = self.title if title is None else title
        return Slide(slide_id(self.activity, name), look, shown, blocks, activity=self.activity, **marks)

    def room(self, title: Inline | None = None) -> int:
        """Return how many words fit under a title."""
        shown = self.title if title is None else title
        return max(LEAST, MOST_WORDS - len(words_of(shown).split()))

    def words(
        self, name: str, texts: Sequence[str], title: Inline | None = None, look: Look = "words", **marks: Any
    ) -> list[Slide]:
        """Return Markdown texts, each on slides of its own."""
        found = []
        for number, group in enumerate(pieces(texts, self.room(title), self.count), 1):
            slide = self.slide(name, look, self.to.md(merged(group)), title, **marks)
            found.append(continued(slide, number))
        return found

    def each(
        self, name: str, texts: Sequence[str], title: Inline | None = None, core: int | None = None, **marks: Any
    ) -> list[Slide]:
        """Return texts numbered one by one. When time is short the first `core` stay, all of them when left out."""
        return [
            slide
            for number, text in enumerate(texts, 1)
            for slide in self.words(f"{name}-{number}", [text], title, core=core is None or number <= core, **marks)
        ]

    def points(
        self, name: str, items: Sequence[str], title: Inline | None = None, look: Look = "list", **marks: Any
    ) -> list[Slide]:
        """Return a list, as many items a slide as fit; an item too long for one has slides of its own."""
        runs = [self.to.inline(merged(group)) for group in pieces(items, self.room(title), self.count)]
        return self.listed(name, runs, title, look, **marks)

    def listed(
        self, name: str, items: Sequence[Inline], title: Inline | None = None, look: Look = "list", **marks: Any
    ) -> list[Slide]:
        """Return items already set as a list, as many a slide as fit."""
        room = self.room(title)
        runs = [part for item in items for part in parts_of(item, room)]
        groups = shared(runs, [len(words_of(one).split()) for one in runs], room)
        made = [self.slide(name, look, [paper.bullets(group)], title, **marks) for group in groups]
        return [continued(slide, number) for number, slide in enumerate(made, 1)]

    def remember(self, points: Sequence[str]) -> list[Slide]:
        """Return what to remember; nothing when there is nothing."""
        return self.points("points", points, self.to.text(REMEMBER)) if points else []

    def asks(self, name: str, questions: Sequence[str], **marks: Any) -> list[Slide]:
        """Return questions to the room, a slide each: a stop. When time is short the first two stay."""
        found = []
        for number, question in enumerate(questions, 1):
            marked = {"core": number <= ASKED, "speaks": True, **marks}
            found += self.words(f"{name}-{number}", [question], look="question", **marked)
        return found

    def vote(
        self, name: str, stem: str, ballots: Sequence[Ballot], title: Inline | None = None, **marks: Any
    ) -> list[Slide]:
        """Return a question and its vote: together where they fit, one after the other where they do not.

        Ballots too long for one slide are read first; then letters alone are voted for.
        """
        listed = sum(len(words_of(one.words).split()) + 1 for one in ballots)
        room, kept = self.room(title), {key: marks[key] for key in ("core", "speaks") if key in marks}
        if self.count(stem) + listed <= room:
            return [
                self.slide(slide_id(name, "vote"), "vote", self.to.md(stem), title, ballots=tuple(ballots), **marks)
            ]
        parts = self.words("", [stem], title, "question", **kept) if stem else []
        blocks: list[Block] = []
        if listed > room:
            told: list[Inline] = [[paper.strong([one.letter]), "\u2003", *one.words] for one in ballots]
            parts += self.listed("", told, title, **kept)
            ballots = [replace(one, words=[]) for one in ballots]
            blocks = [paper.para(self.to.text(VOTE))]
        parts.append(self.slide("", "vote", blocks, title, ballots=tuple(ballots), **marks))
        return as_one(slide_id(self.activity, name, "vote"), parts)


def letters(number: int) -> str:
    """Return the letter of a card, from 0."""
    return LETTERS[number]
