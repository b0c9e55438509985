"""A mock hearing: roles, arguments, a decision the class explains."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from balise.fields import Markdown, Part, Slug, Text
from balise.parts import Activity


class Role(Part):
    """One seat of the hearing. Nobody plays a person harmed, nor somebody who harmed."""

    id: Slug
    """A short name, unique here."""
    name: Text
    """Who speaks, such as “L'association de parents”."""
    brief: Markdown
    """What this role stands for."""
    arguments: tuple[Markdown, ...] = Field(min_length=1)
    """What it can say, to start from."""


class HearingStep(Part):
    """One part of the hearing."""

    id: Slug
    """A short name, unique here."""
    text: Text
    """What happens, and for how long."""


class Hearing(Activity):
    """A question heard from several sides."""

    type: Literal["hearing"]
    question: Markdown
    """What is to be decided."""
    facts: tuple[Markdown, ...] = ()
    """What everybody knows before it opens."""
    roles: tuple[Role, ...] = Field(min_length=2)
    """The seats."""
    procedure: tuple[HearingStep, ...] = Field(min_length=1)
    """How it goes."""
    key_points: tuple[Markdown, ...] = ()
    """What to end on."""


MEMBER = Hearing
