"""A quiz in a room: questions voted for and answered. An assessment is taken on paper, and nothing of it is shown."""

from __future__ import annotations

from typing import cast

from balise import paper
from balise.activities.quiz import QuizActivity
from balise.interaction_slides import quiz_slides
from balise.messages import message
from balise.slides import Slide
from balise.stage import Stage
from balise.views import ActivityView, QuizView

ON_PAPER = message("Ce questionnaire se remplit sur papier.")


def slides(view: ActivityView, on: Stage) -> list[Slide]:
    """Return what is expected, then the questions of a practice quiz."""
    activity, quiz = cast(QuizActivity, view.activity), cast(QuizView, view.quiz)
    expected = on.words("expected", [activity.intro]) if activity.intro else []
    if quiz.quiz.use == "assessment":
        return [*expected, on.slide("paper", "words", [paper.para(on.to.text(ON_PAPER), "lead")])]
    return [*expected, *quiz_slides(quiz, on)]
