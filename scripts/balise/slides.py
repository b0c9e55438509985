"""What a deck is made of: slides of one idea, each a few blocks of `paper`, with what only the presenter reads.

Every format of a deck (the site's, PowerPoint, printed notes) sets these and nothing else: a new type of activity never
adds a kind of slide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from balise.paper import Block, Inline, words_of

MOST_WORDS = 40
"""What a room can read while somebody speaks."""
SEPARATOR = "--"
CONTINUED = re.compile(r"--c\d+$")
Look = Literal["title", "note", "words", "list", "question", "vote", "law", "help", "end"]
"""How a slide looks: `note` is said before, `question` waits for the room, `vote` counts hands."""
Guard = Literal["", "content-note", "help", "law"]


@dataclass(frozen=True, slots=True)
class Ballot:
    """One thing to vote for: `letter` of a card, or empty. `leads` is the id of the slide it leads to, if any.

    `correct` is `None` where nothing is right or wrong.
    """

    letter: str
    words: Inline
    correct: bool | None = None
    leads: str = ""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. `id` is the same in every language; what goes on from it has `--c2`, `--c3`… after it.

    `core` slides stay when time is short. `speaks` ones ask somebody in the room to speak or write, which needs an
    adult to follow who does: an assembly has none. `guard` ones are in every deck. `foot` says a source or a date.
    """

    id: str
    look: Look
    title: Inline
    blocks: list[Block] = field(default_factory=list)
    foot: Inline = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    ballots: tuple[Ballot, ...] = ()
    rounds: int = 1
    """How many times hands are counted: twice where people may change their minds."""
    activity: str = ""
    core: bool = True
    speaks: bool = False
    guard: Guard = ""
    seconds: int = 0
    start: int = 0
    """The second of the deck it begins at, along the longest way to it."""
    follows: str = ""
    """Id of the slide that comes next, where it is not the next one."""

    @property
    def words(self) -> int:
        """How many words the room reads; the foot is not to be read aloud."""
        shown = [self.title, self.blocks, *(one.words for one in self.ballots)]
        return sum(len(words_of(part).split()) for part in shown)


def slide_id(*parts: str) -> str:
    """Return the id of a slide, such as `chat--node-2--vote`."""
    return SEPARATOR.join(part for part in parts if part)


def continued(first: Slide, number: int) -> Slide:
    """Return a slide as the `number`-th part of the first one."""
    return replace(first, id=f"{first.id}{SEPARATOR}c{number}") if number > 1 else first


def as_one(name: str, slides: Sequence[Slide]) -> list[Slide]:
    """Return slides as the parts of one, called `name` however many a language needs."""
    return [continued(replace(slide, id=name), number) for number, slide in enumerate(slides, 1)]


def is_part(name: str, of: str) -> bool:
    """Say whether a slide is the one called `of`, or comes with it: its vote, its answer, what goes on from it."""
    base = base_of(name)
    return base == of or base.startswith(f"{of}{SEPARATOR}")


def base_of(name: str) -> str:
    """Return the id of the first part of a slide: another language may cut its words elsewhere."""
    return CONTINUED.sub("", name) if name[-1:].isdigit() else name


def numbered_titles(slides: Sequence[Slide]) -> list[Inline]:
    """Return the title of each slide, with a number from the second time it comes.

    A list of slides, an outline or a reader of the screen names slides by their titles alone: each must be told apart.
    """
    taken: set[str] = set()
    made = []
    for slide in slides:
        title, number = slide.title, 1
        while words_of(title) in taken:
            number += 1
            title = [*slide.title, f" ({number})"]
        taken.add(words_of(title))
        made.append(title)
    return made
