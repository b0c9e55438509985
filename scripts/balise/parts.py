"""What activities and items are built from; each type extends one of these bases in its own folder."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field

from balise.fields import ADULTS, Markdown, Minutes, Name, Part, PictureFile, Slug, Text
from balise.interactions import Interaction
from balise.messages import Message


class LikelyAnswer(Part):
    """What a learner may well say, and a good way to respond."""

    rewordable: ClassVar[bool] = False

    learner: Text
    """What a learner may say, in their words."""
    respond: Markdown
    """What to answer, and why."""


class FacilitatorNotes(Part):
    """How to lead one activity. Shown to facilitators only."""

    rewordable: ClassVar[bool] = False

    purpose: Markdown | None = None
    """Why this activity is here, in a sentence or two."""
    steps: tuple[Markdown, ...] = Field(min_length=1)
    """What to do, step by step."""
    say: tuple[Markdown, ...] = ()
    """Words that can be said as they are."""
    likely_answers: tuple[LikelyAnswer, ...] = ()
    """Answers to expect and how to respond."""
    watch_for: tuple[Markdown, ...] = ()
    """Signs of distress, drift or disclosure to notice."""
    adaptations: tuple[Markdown, ...] = ()
    """Special needs, second-language learners, no equipment, short of time."""


class Picture(Part):
    """A picture shown before an activity: a file of the module's `media/` folder."""

    file: PictureFile
    """The name of a file of the module's `media/` folder: `.svg`, `.png` or `.jpg`."""
    alt: Text = Field(examples=["Trois portes ouvertes, de la plus proche à la plus lointaine."])
    """What it shows and tells, for whoever cannot see it; 250 characters at most."""
    caption: Text | None = None
    """Words under it; never the same as `alt`."""
    credit: Name = Field(examples=["Équipe Balise, CC BY-SA 4.0"])
    """Who made it, and under which licence."""


class Activity(Part):
    """One thing learners do in a lesson."""

    refers: ClassVar[dict[str, str]] = {}
    """Fields holding registry ids, by field name, with the registry they point into."""

    id: Slug
    """A short name, unique in the module: never change it once translated."""
    title: Text
    """The title learners see."""
    duration: Minutes
    """Minutes, setting up included."""
    grouping: Literal["class", "groups", "pairs", "alone"] = "class"
    """How learners work: class, groups, pairs or alone."""
    objectives: tuple[Slug, ...] = ()
    """Ids of the learning objectives it serves."""
    sensitive: Markdown | None = None
    """What is difficult in it, said before learners meet it; leave out when nothing is."""
    picture: Picture | None = None
    """What learners see before they begin: only where it teaches something."""
    phase: Literal["opening", "core", "closing"] = "core"
    """`opening`: rules, content note and way out; `closing`: everyone leaves calm, knowing where help is."""
    assembly: bool = Field(default=False, strict=True)
    """`true` when it can be led in an amphitheatre: nobody has to speak of themselves, no small groups."""
    facilitator: Annotated[FacilitatorNotes, ADULTS]
    """How to lead it."""

    def pages(self) -> tuple[tuple[Message, Self], ...]:
        """Return what each of its pages holds, with what it is called; nothing where one page does for all of it.

        Addresses are shared by all languages: what is cut must not depend on how long a text is in one of them.
        """
        return ()


class Item(Part):
    """One question of a quiz."""

    id: Slug
    """A short name, unique in the quiz: never change it once translated."""
    objective: Slug
    """Id of the learning objective it assesses."""
    stem: Markdown
    """The question."""
    hint: Markdown | None = None
    """A nudge offered before answering."""
    rationale: Annotated[Markdown, ADULTS]
    """For the facilitator: why the key is right, what each wrong answer reveals."""

    def lower(self) -> Interaction:
        """Return the interaction every output speaks.

        Raises:
            NotImplementedError: when a type forgot it; a contract test walks every type.
        """
        raise NotImplementedError


class Option(Part):
    """One option of a choice."""

    id: Slug
    """A short name, unique in the item."""
    text: Markdown
    """What is proposed."""
    correct: bool = Field(default=False, strict=True)
    """`true` on the key."""
    feedback: Markdown
    """Said to the learner who chose it: what it gets right, what it misses."""


class Labelled(Part):
    """A named place things are sorted into."""

    id: Slug
    """A short name, unique here."""
    label: Text
    """What learners read."""


class Card(Part):
    """A card with the place it belongs to."""

    id: Slug
    """A short name, unique here."""
    text: Markdown
    """What the card says."""
    category: Slug
    """Id of the category it belongs to."""
    why: Markdown
    """Why it belongs there."""
