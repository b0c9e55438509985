"""A debate on foot in a room: each statement is voted for twice, before and after it is spoken of."""

from __future__ import annotations

from typing import cast

from balise.activities.moving_debate import MovingDebate, Statement
from balise.markup import escaped
from balise.messages import message
from balise.slides import Ballot, Slide, slide_id
from balise.stage import Stage, letters
from balise.views import ActivityView

FIRST = 2
"""Statements that stay when time is short."""
STATEMENT = message("Affirmation {n}")


def slides(view: ActivityView, on: Stage) -> list[Slide]:
    """Return the rule, the statements, then what to remember."""
    activity = cast(MovingDebate, view.activity)
    statements = enumerate(activity.statements, 1)
    return [
        *on.words("intro", [activity.intro]),
        *(slide for number, one in statements for slide in _statement(activity, one, number, on)),
        *on.remember(activity.key_points),
    ]


def _statement(activity: MovingDebate, one: Statement, number: int, on: Stage) -> list[Slide]:
    """Return a statement. Where one stands shows what one thinks, so somebody must be able to follow whoever minds."""
    to = on.to
    ballots = [Ballot(letters(place), to.text(words)) for place, words in enumerate(activity.positions)]
    marks = {"core": number <= FIRST, "speaks": True, "rounds": 2, "notes": to.md(one.bring_out)}
    return on.vote(slide_id("statement", one.id), escaped(one.text), ballots, to.text(STATEMENT, n=number), **marks)
