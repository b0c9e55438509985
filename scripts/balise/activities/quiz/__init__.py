"""One of the module's quizzes, taken in the lesson."""

from __future__ import annotations

from typing import Literal

from balise.fields import Markdown, Slug
from balise.parts import Activity


class QuizActivity(Activity):
    """Points to a quiz of the module."""

    type: Literal["quiz"]
    intro: Markdown | None = None
    """What is expected, and that it is not a trap."""
    quiz: Slug
    """Id of the quiz."""


MEMBER = QuizActivity
