"""Gives the facilitator's notes of an activity to its slides: each note where it is of use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from balise import paper
from balise.briefing import minutes, titled
from balise.messages import message
from balise.paper import Block, Inline
from balise.parts import Activity, LikelyAnswer
from balise.slides import Slide
from balise.typesetter import Typesetter

GOES_ON = message("Suite de « {title} ».")
MINUTE = 60
STEP, COARSE = 10, 30
"""Seconds a time is rounded to: under a minute, and above."""


@dataclass(frozen=True, slots=True)
class ActivityNotes:
    """The notes of an activity, set: how to lead it, what learners may answer, and what a slide without any says."""

    lead: list[Block]
    answers: list[Block]
    goes_on: list[Block]


def notes_of(to: Typesetter, activity: Activity) -> ActivityNotes:
    """Set the notes of an activity."""
    answers = _answers(to, activity.facilitator.likely_answers)
    return ActivityNotes(_lead(to, activity), answers, goes_on(to, activity.title))


def noted(slides: Sequence[Slide], notes: ActivityNotes) -> list[Slide]:
    """Return slides with their notes: steps and words to say on the first, likely answers where the room is asked.

    What to watch for is on the first too: it must be known before. A slide's own notes come first.
    """
    asked = next((place for place, slide in enumerate(slides) if slide.look in ("question", "vote")), len(slides) - 1)
    made = []
    for place, slide in enumerate(slides):
        added = [*(notes.lead if place == 0 else []), *(notes.answers if place == asked else [])]
        made.append(replace(slide, notes=[*slide.notes, *added]) if added else slide)
    return filled(made, notes.goes_on)


def goes_on(to: Typesetter, title: str) -> list[Block]:
    """Return what is said beside a slide that goes on."""
    return [paper.para(to.text(GOES_ON, title=title))]


def lasts(to: Typesetter, seconds: int) -> Inline:
    """Return how long a slide stays, as somebody with a watch needs it: “40 s”, “1 min 30”, “3 min”."""
    if seconds < MINUTE - STEP // 2:
        return to.text(message("{n} s"), n=max(STEP, round(seconds / STEP) * STEP))
    whole, rest = divmod(round(seconds / COARSE) * COARSE, MINUTE)
    return to.text(message("{n} min {s}"), n=whole, s=rest) if rest else minutes(to, whole)


def filled(slides: Sequence[Slide], notes: list[Block]) -> list[Slide]:
    """Return slides none of which is without notes: a presenter must not wonder whether some are missing."""
    return [slide if slide.notes else replace(slide, notes=notes) for slide in slides]


def _lead(to: Typesetter, activity: Activity) -> list[Block]:
    notes = activity.facilitator
    return [
        *(to.md(notes.purpose) if notes.purpose else []),
        *_titled(to, message("Étapes"), notes.steps, paper.steps),
        *_titled(to, message("À dire"), notes.say, paper.bullets),
        *_titled(to, message("À surveiller"), notes.watch_for, paper.bullets),
    ]


def _titled(to: Typesetter, label: str, texts: Sequence[str], listed: Callable[..., Block]) -> list[Block]:
    return titled(to, label, [listed([to.md(one) for one in texts])]) if texts else []


def _answers(to: Typesetter, answers: Sequence[LikelyAnswer]) -> list[Block]:
    said = [(one.learner, one.respond) for one in answers]
    return answered(to, message("Réponses probables des élèves"), said)


def answered(to: Typesetter, label: str, said: Sequence[tuple[str, str]]) -> list[Block]:
    """Return what the room may say, each with what to answer, under a label; nothing when there is nothing."""
    # What is said is a sentence with its own full stop.
    told = [[paper.para([paper.strong(to.text(words))]), *to.md(answer)] for words, answer in said]
    return titled(to, label, [paper.bullets(told)]) if told else []
