"""A last word before leaving: two or three short questions, without a name."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from balise.fields import Markdown, Part, Slug, Text
from balise.parts import Activity


class ExitQuestion(Part):
    """One line of the ticket."""

    id: Slug
    """A short name, unique here."""
    text: Text
    """What is asked; never what happened to somebody."""


class ExitTicket(Activity):
    """What learners leave with and what they leave behind, on a slip without a name."""

    type: Literal["exit_ticket"]
    intro: Markdown
    """What the ticket is for, who reads it, and that it bears no name."""
    questions: tuple[ExitQuestion, ...] = Field(min_length=1, max_length=4)
    """The lines."""
    closing: Markdown | None = None
    """The last words of the session."""


MEMBER = ExitTicket
