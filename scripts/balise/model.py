"""The course as authors write it: a module, its lessons, activities, quizzes and items. Frozen and typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, Union

from pydantic import Field

from balise.discovery import drawings, members, required
from balise.fields import (
    ADULTS,
    Ages,
    Day,
    EntryId,
    Jurisdiction,
    Markdown,
    Minutes,
    Name,
    Part,
    Reason,
    SlideId,
    Slug,
    Text,
)
from balise.parts import Activity, Item

if TYPE_CHECKING:
    AnyActivity = Activity
    AnyItem = Item
    Drawing = str
else:

    def _one_of(family: str) -> Any:
        """Make a type that picks the member by its `type` key."""
        types = tuple(required(module, "MEMBER") for module in members(family).values())
        return Annotated[Union[types], Field(discriminator="type")]  # noqa: UP007  built at run time

    AnyActivity = _one_of("activities")
    AnyItem = _one_of("items")
    Drawing = Literal[drawings()]


class Objective(Part):
    """What a learner will be able to do."""

    id: Slug
    """A short name: activities and items point to it."""
    text: Text
    """Starts with a verb that can be observed."""
    frameworks: tuple[EntryId, ...] = ()
    """Ids of the curriculum entries it serves."""


class Lesson(Part):
    """One sitting."""

    id: Slug
    """A short name, unique in the module."""
    title: Text
    """The title learners see."""
    activities: tuple[AnyActivity, ...] = Field(min_length=1)
    """What happens, in order; the minutes add up to the module's duration."""


class Quiz(Part):
    """Items in order."""

    id: Slug
    """A short name, unique in the module."""
    title: Text
    """The title learners see."""
    use: Literal["practice", "assessment"] = "practice"
    """`practice` gives feedback on the page; the key of an `assessment` never reaches a learner's page."""
    intro: Markdown | None = None
    """What learners read first."""
    items: tuple[AnyItem, ...] = Field(min_length=1)
    """The questions."""


class ReviewMark(Part):
    """Somebody read the module and says so."""

    by: Name
    """Who: name and function, with their agreement."""
    on: Day
    """When, as YYYY-MM-DD."""


class Review(Part):
    """Who has read the module; `null` reads “not yet reviewed” on the page."""

    legal: ReviewMark | None
    """A jurist."""
    pedagogical: ReviewMark | None
    """A teacher or prevention professional."""
    easy: ReviewMark | None = None
    """Readers whom easy-to-read texts are for: they read these of the module, and understood them."""


class CutStep(Part):
    """One activity of a cut."""

    activity: Slug
    """Id of an activity of this module."""
    duration: Minutes
    """Minutes it takes in this cut."""


class Cut(Part):
    """A shorter or otherwise arranged delivery of the same module."""

    rewordable: ClassVar[bool] = False

    id: Slug
    """A short name, unique in the module, such as `class-45`."""
    title: Text
    """What it is called, such as “45 minutes, en classe”."""
    setting: Literal["class", "assembly", "staff", "family"]
    """Where it is delivered."""
    duration: Minutes
    """Minutes in all: its steps add up to it."""
    steps: tuple[CutStep, ...] = Field(min_length=2)
    """What happens, in order: an opening first, a closing last."""
    leave_out: tuple[SlideId, ...] = ()
    """Ids of slides left out of its deck, as the deck's address shows them, such as `story--question-3`.

    What comes with a slide goes with it: its vote, its answer.
    """
    keep: tuple[SlideId, ...] = ()
    """Ids of slides its deck keeps, though an activity has less than all its time, such as `map--situation-night`."""
    note: Markdown | None = None
    """What changes for whoever leads it."""


class Allowance(Part):
    """A finding of a check that somebody has looked at and accepts."""

    check: Slug
    """Name of the check, as its report says it, such as `readability`."""
    at: str = ""
    """Where, such as `lessons/main/activities/opening`: ids name list entries, and all that is under it is meant.

    The whole module when left out.
    """
    reason: Reason
    """Why it is right here: shown in the report."""

    def covers(self, check: str, place: str) -> bool:
        """Whether a finding of a check at a place, named as in `at`, is meant."""
        return check == self.check and (not self.at or f"{place}/".startswith(f"{self.at}/"))


class Module(Part):
    """A unit of the course: one folder of `modules/`, one learner page and one facilitator page."""

    code: Annotated[Slug, Field(max_length=12)]
    """A neutral code used in the address and tab title of the learner page, such as `b2`: says nothing of the topic."""
    title: Text
    """The title on the page."""
    summary: Text
    """Two sentences for the catalogue."""
    cover: Drawing = "lighthouse"
    """The drawing on its card and its pages: a file of `scripts/balise/templates/art/`."""
    topics: tuple[EntryId, ...] = Field(min_length=1)
    """What it is about: ids of glossary terms."""
    age_bands: tuple[EntryId, ...] = Field(min_length=1)
    """Ids of age bands."""
    ages: Ages
    """Ages it is written for, such as `13-18`."""
    settings: tuple[Literal["class", "assembly", "staff", "family"], ...] = Field(min_length=1)
    """Where it may be delivered."""
    audience: Literal["pupils", "staff", "families"] = "pupils"
    """Who takes part: pupils are spoken to as “tu”, adults as “vous”."""
    jurisdiction: Jurisdiction
    """Whose law and services it uses, such as `fr`."""
    duration: Minutes
    """Minutes of one whole delivery: the activities add up to it."""
    content_note: Markdown
    """What is difficult in it, said neutrally before it begins, and how to step out."""
    prior_knowledge: Annotated[tuple[Text, ...], ADULTS] = ()
    """What learners should know before."""
    objectives: tuple[Objective, ...] = Field(min_length=1)
    """What learners will be able to do."""
    vocabulary: tuple[EntryId, ...] = ()
    """Ids of glossary terms."""
    preparation: Annotated[tuple[Markdown, ...], ADULTS] = ()
    """What the facilitator does before."""
    materials: Annotated[tuple[Text, ...], ADULTS] = ()
    """What is needed in the room."""
    ground_rules: tuple[Text, ...] = ()
    """Rules agreed with the group at the start."""
    services: tuple[EntryId, ...] = Field(min_length=1)
    """Ids of the services in the help box, most urgent first."""
    lessons: tuple[Lesson, ...] = Field(min_length=1)
    """The sittings."""
    cuts: Annotated[tuple[Cut, ...], ADULTS] = ()
    """Other durations and settings the same module can be delivered in."""
    quizzes: tuple[Quiz, ...] = ()
    """The quizzes; at least one `practice`."""
    follow_up: Annotated[tuple[Markdown, ...], ADULTS] = ()
    """What to do in the days after."""
    family_note: Annotated[tuple[Markdown, ...], ADULTS] = ()
    """A short letter to families."""
    authors: tuple[Name, ...] = Field(min_length=1)
    """Who wrote it."""
    licence: Name
    """Licence of the content, such as `CC BY-SA 4.0`."""
    review: Review
    """Who has reviewed it."""
    allow: tuple[Allowance, ...] = ()
    """Findings of checks that are accepted here, each with its reason."""

    @property
    def to_adults(self) -> bool:
        """Whether its pages speak to adults."""
        return self.audience != "pupils"

    def activities(self) -> Iterator[tuple[tuple[str | int, ...], Activity]]:
        """Yield every activity with its path in the YAML."""
        for row, lesson in enumerate(self.lessons):
            for column, activity in enumerate(lesson.activities):
                yield ("lessons", row, "activities", column), activity

    def items(self) -> Iterator[tuple[tuple[str | int, ...], Quiz, Item]]:
        """Yield every item with its path in the YAML and its quiz."""
        for row, quiz in enumerate(self.quizzes):
            for column, item in enumerate(quiz.items):
                yield ("quizzes", row, "items", column), quiz, item
