"""Services: helplines, reporting channels, places of help, and the institutions behind them."""

from __future__ import annotations

from typing import ClassVar, Literal

from balise.entry import Entry
from balise.fields import Markdown, Name, Part, Text

Reader = Literal["child", "pupil", "adult"]
"""Whom a page speaks to."""


class Contact(Part):
    """One way to reach a service."""

    rewordable: ClassVar[bool] = False

    kind: Literal["phone", "sms", "web", "chat", "app", "email"]
    """phone, sms, web, chat, app or email."""
    value: Name
    """The number, address or name of the application."""
    note: Text | None = None
    """When it differs: “from abroad”, “afternoons only”."""


class Service(Entry):
    """A helpline, reporting channel or place of help."""

    scheme: ClassVar[str] = "service"
    files: ClassVar[str] = "services/*.yaml"

    short: Text
    """How it is called in a sentence: “3018”."""
    name: Text
    """Its full name."""
    status: Literal["open", "institution", "closed", "unverified"] = "open"
    """Only an `open` service is offered to readers."""
    group: Literal["danger", "talk", "images", "report", "rights", "exit", "abroad", "institution"]
    """Where the services page shows it."""
    contacts: tuple[Contact, ...] = ()
    """How to reach it."""
    purpose: Markdown
    """What it is for."""
    for_children: Markdown | None = None
    """What it is for, said to children under 12: nothing they should not have to read."""
    for_adults: Markdown | None = None
    """What it is for, said to adults, where `purpose` speaks to a pupil as “tu”."""
    operator: Text
    """Who runs it."""
    audience: Text
    """Who may use it."""
    hours: Text | None = None
    """When it answers."""
    languages: Text | None = None
    """Languages spoken, as far as known."""
    free: Text | None = None
    """Whether it is free of charge."""
    anonymous: Text | None = None
    """Whether one can stay anonymous."""
    next: Markdown | None = None
    """What happens next."""
    not_for: Markdown | None = None
    """What it is not for, and where to go instead."""
    note: Markdown | None = None
    """What changed and what older leaflets get wrong (facilitators)."""

    def purpose_for(self, reader: Reader) -> str:
        """Return what it is for, in the words of a reader."""
        own = {"child": self.for_children, "adult": self.for_adults, "pupil": None}[reader]
        return own or self.purpose

    @property
    def label(self) -> str:
        return self.short


MEMBER = Service
