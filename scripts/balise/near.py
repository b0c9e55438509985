"""What a local edition adds on paper and on slides: the contacts of a place, each with the day it was checked."""

from __future__ import annotations

from balise import paper
from balise.local import LocalCourse
from balise.messages import message
from balise.model import Module
from balise.paper import Block, Inline
from balise.place import LocalEdition, Slot
from balise.registries.service import Contact
from balise.sheet_parts import COLON, DOT, contact, joined
from balise.slides import Slide
from balise.stage import Stage
from balise.typesetter import Typesetter

NEAR = message("Près d'ici")
EXAMPLE = message("Exemple : lieu inventé")
VERIFIED = message("vérifié le {day}")
CHECKED = message("Contacts d'ici vérifiés le {day}")


def near_note(to: Typesetter, jurisdiction: str, *, adults: bool = False) -> list[Block]:
    """Return the box of a place's contacts; nothing in the national edition."""
    edition = to.local.near(jurisdiction)
    if edition is None:
        return []
    lines = [_line(to, slot) for slot in edition.slots(adults=adults)]
    blocks: list[Block] = [paper.para([paper.strong(to.text(EXAMPLE))])] if edition.example else []
    return [paper.keep([paper.note(near_title(to, edition), [*blocks, paper.bullets(lines)], "help")])]


def near_title(to: Typesetter, edition: LocalEdition) -> Inline:
    return [*to.text(NEAR), *to.text(COLON), *to.text(edition.title)]


def near_lines(to: Typesetter, edition: LocalEdition) -> list[Inline]:
    """Return a place's contacts for pupils, a line each, without the day: `near_checked` says it for all."""
    lines = [_called(to, slot) for slot in edition.slots(adults=False)]
    return [[paper.strong(to.text(EXAMPLE))], *lines] if edition.example else lines


def near_checked(to: Typesetter, edition: LocalEdition) -> Inline:
    """Return the oldest day one of a place's contacts was checked."""
    days = [slot.one.verified_on for slot in edition.slots()]
    return to.text(CHECKED, day=to.local.date(min(days))) if days else []


def near_slides(local: LocalCourse, module: Module, edition: LocalEdition, start: int) -> list[Slide]:
    """Return the contacts of a place on slides: they come before the national numbers, which stay on the screen.

    They begin when these do, at the second `start`, and take no time of their own: a deck with them is the national
    deck, second for second.
    """
    to = Typesetter(local, adults=module.to_adults)
    on = Stage(to, "", NEAR)
    lines = [_short(to, slot) for slot in edition.slots(adults=module.to_adults)]
    presenter = Typesetter(local, adults=True)
    notes: list[Block] = [paper.para(presenter.text(message("Montrez où c'est, et comment y aller.")))]
    told = [to.text(EXAMPLE) if edition.example else [], near_checked(to, edition)]
    foot = joined([part for part in told if part])
    return on.listed("local-help", lines, near_title(to, edition), look="help", foot=foot, notes=notes, start=start)


def _short(to: Typesetter, slot: Slot) -> Inline:
    """Return a name and the first way to reach it: what a room can read."""
    reach = [*to.text(COLON), *_way(to, slot.one.contacts[0], noted=False)] if slot.one.contacts else []
    return [paper.strong(to.text(slot.one.name)), *reach]


def _called(to: Typesetter, slot: Slot) -> Inline:
    """Return a contact on one line: what it is, how to reach it, where and when."""
    one = slot.one
    label = [*to.text(slot.label), *to.text(COLON)] if slot.label else []
    more = [to.text(words) for words in (one.address, one.hours) if words]
    ways = [_way(to, way) for way in one.contacts]
    return [*label, *joined([[paper.strong(to.text(one.name))], *ways, *more])]


def _way(to: Typesetter, one: Contact, *, noted: bool = True) -> Inline:
    """Return a way to reach somebody; a number is never cut at the end of a line."""
    return contact(to, one.model_copy(update={"value": one.value.replace(" ", "\u00a0")}), noted=noted)


def _line(to: Typesetter, slot: Slot) -> Inline:
    return [*_called(to, slot), DOT, *to.text(VERIFIED, day=to.local.date(slot.one.verified_on))]
