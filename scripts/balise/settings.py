"""What belongs to the course as a whole: its settings, and the facts its entries may rest on."""

from __future__ import annotations

from typing import ClassVar

from balise.entry import Confidence
from balise.fields import Contact, Day, EntryId, HttpsUrl, Name, Part, Text


class Settings(Part):
    """`modules/_shared/course.yaml`: what belongs to the course as a whole."""

    rewordable: ClassVar[bool] = False

    title: Text
    """The name of the site."""
    summary: Text
    """One sentence about it."""
    edition: Day
    """The date of this edition of the registries."""
    minors_rule: EntryId
    """Id of the law shown with every penalty a minor may incur."""
    emergency: tuple[EntryId, ...]
    """Ids of the services shown first wherever help is offered."""
    contact: Contact | None = None
    """Where readers say what is wrong with the site: an e-mail or web address of whoever publishes it."""
    exit: HttpsUrl = "https://{locale}.wikipedia.org/"
    """Where “leave this page” leads: an ordinary site, over https. `{locale}` becomes the page's language."""


class Evidence(Part):
    """One fact of the evidence ledger."""

    id: Name
    confidence: Confidence


class EvidenceFile(Part):
    """`modules/_shared/evidence.yaml`: the facts entries may rest on, and how sure each is."""

    facts: tuple[Evidence, ...]
