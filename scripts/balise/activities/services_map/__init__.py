"""Which service for which situation."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from balise.fields import EntryId, Markdown, Part, Slug
from balise.parts import Activity


class Situation(Part):
    """A situation and the services that fit it."""

    id: Slug
    """A short name, unique here."""
    text: Markdown
    """What happens to a fictional person."""
    best: EntryId
    """Id of the service to turn to first."""
    also: tuple[EntryId, ...] = ()
    """Ids of other services that fit."""
    why: Markdown
    """Why these, and what happens next."""


class ServicesMap(Activity):
    """Services shown from the registry, and situations to place on the map."""

    refers: ClassVar[dict[str, str]] = {"services": "service"}

    type: Literal["services_map"]
    intro: Markdown
    """What the map is for."""
    services: tuple[EntryId, ...] = Field(min_length=2)
    """Ids of the services on the map, in order of urgency."""
    situations: tuple[Situation, ...] = Field(min_length=2)
    """Situations to place."""
    key_points: tuple[Markdown, ...] = ()
    """What to end on."""


MEMBER = ServicesMap
