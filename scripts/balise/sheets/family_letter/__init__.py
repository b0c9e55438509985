"""The letter to families: what the session is about, how to listen, whom to call. One page, unless printed large."""

from __future__ import annotations

from collections.abc import Iterator

from balise import paper
from balise.messages import Message, message
from balise.model import Module
from balise.near import near_note
from balise.paper import Block, Inline
from balise.plan import Audience
from balise.registries.service import Contact, Service
from balise.sheet import Desk, Draft
from balise.sheet_parts import COLON, contact
from balise.typesetter import Typesetter

ORDER = "60"
LABEL = message("Lettre aux familles")
AUDIENCE: Audience = "site"
NEAR = True
VARIANTS = ("large", "dyslexia", "ink")
EDITABLE = True
CALLED = ("phone", "sms")
SUBJECT = message("Objet : séance de prévention « {title} »")


def module_drafts(desk: Desk, slug: str, module: Module) -> Iterator[Draft]:  # noqa: ARG001  the slug is for others
    """Yield the letter of a module that has words for families."""
    if not module.family_note:
        return
    to = desk.setter(module, adults=True)
    blocks: list[Block] = [
        _fields(to, message("Établissement"), message("Lieu et date")),
        *(block for words in module.family_note for block in to.md(words)),
        *_learnt(to, module),
        *_help(to, module),
        *near_note(to, module.jurisdiction),
        _fields(to, message("Contact dans l'établissement"), message("Signature")),
    ]
    subject = desk.local.phrase(SUBJECT, title=module.title)
    yield Draft("family-letter", subject, to, blocks)


def _fields(to: Typesetter, *labels: Message) -> Block:
    return paper.fields([to.text(label) for label in labels])


def _learnt(to: Typesetter, module: Module) -> list[Block]:
    """Return what the session is for; families who come to one know it from the letter."""
    if module.to_adults:
        return []
    goals = [to.text(one.text) for one in module.objectives]
    return [paper.para(to.text(message("Ce que les élèves y apprennent")), "label"), paper.bullets(goals)]


def _help(to: Typesetter, module: Module) -> list[Block]:
    """Return the services of the module that can be called, in the words for adults."""
    found = [
        _service(to, service, number)
        for service in to.local.services(module.services)
        for number in [one for one in service.contacts if one.kind in CALLED][:1]
    ]
    return [paper.keep([paper.note(to.text(message("À qui demander conseil")), [paper.bullets(found)], "help")])]


def _service(to: Typesetter, service: Service, number: Contact) -> Inline:
    """Return one line: the number, what it is for, when it answers."""
    to.cite("service", service.id)
    name = [] if number.value == service.short else [*to.text(service.short), " "]
    words = [*name, *contact(to, number), *to.text(COLON), *to.inline(service.purpose_for("adult"))]
    return [*words, " (", *to.text(service.hours), ")"] if service.hours else words
