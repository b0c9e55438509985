"""Which service for which situation."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import Field

from balise.fields import EntryId, Markdown, Part, Slug
from balise.messages import Message, message
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


MANY = 7
"""How many situations a page holds below the map, at most: with more, they have a page of their own."""


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

    def pages(self) -> tuple[tuple[Message, Self], ...]:
        """Return the map, then the situations, where together they would be too long a page."""
        if len(self.situations) <= MANY:
            return ()
        shown = self.model_copy(update={"situations": (), "key_points": ()})
        placed = self.model_copy(update={"intro": "", "picture": None, "services": ()})
        return ((message("les services"), shown), (message("les situations"), placed))


MEMBER = ServicesMap
