"""A quiz has sheets of its own, in two orders."""

from __future__ import annotations

from typing import cast

from balise import paper
from balise.activities.quiz import QuizActivity
from balise.messages import message
from balise.model import Module
from balise.paper import Block
from balise.typesetter import Typesetter
from balise.views import ActivityView, QuizView

ANSWERS = message("Questionnaire « {title} » : les réponses sont sur la fiche de corrigé.")


def handout(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return nothing for the worksheet."""
    return []


def guide(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return which quiz it is; its answers are on a sheet of their own, kept by adults."""
    activity, quiz = cast(QuizActivity, view.activity), cast(QuizView, view.quiz).quiz
    intro = to.md(activity.intro) if activity.intro else []
    return [*intro, paper.para(to.text(ANSWERS, title=quiz.title))]
