"""What several kinds of sheet show: questions with room to answer, laws, services, where to find help."""

from __future__ import annotations

from collections.abc import Sequence

from balise import paper
from balise.messages import message
from balise.model import Module
from balise.paper import Block, Inline
from balise.registries.law import Law, Penalty
from balise.registries.service import Contact, Service
from balise.typesetter import Typesetter
from balise.views import reader_of

KINDS = {"sms": message("SMS"), "chat": message("tchat"), "app": message("application")}
COLON = message(" : ")
ANSWER_LINES = 3


def name_fields(to: Typesetter) -> Block:
    """Return the lines for a first name, a class and a date."""
    return paper.fields([to.text(message("Prénom")), to.text(message("Classe")), to.text(message("Date"))])


def prompts(to: Typesetter, questions: Sequence[str], lines: int = ANSWER_LINES) -> list[Block]:
    """Return questions, each kept with the lines to answer on."""
    blocks = []
    for number, question in enumerate(questions, 1):
        blocks.append(paper.keep([paper.steps([to.inline(question)], number), paper.lines(lines)]))
    return blocks


def key_points(to: Typesetter, points: Sequence[str]) -> list[Block]:
    """Return what to remember, framed; nothing when there is nothing."""
    if not points:
        return []
    return [paper.note(to.text(message("À retenir")), [paper.bullets([to.inline(one) for one in points])], "key")]


def law(to: Typesetter, one: Law, shown: Sequence[Penalty]) -> list[Block]:
    """Return a law: what it says, how it is cited, what a court can decide at most."""
    to.cite("law", one.id)
    blocks = [paper.para(to.text(one.reference), "small"), *to.md(one.text)]
    if shown:
        blocks.append(paper.para(to.text(message("Ce que risque un adulte, au maximum")), "label"))
        risks = [
            [*to.text(case.case), *to.text(COLON), paper.strong(to.text(to.local.penalty(case)))] for case in shown
        ]
        blocks.append(paper.bullets(risks))
    return [paper.note(to.text(one.title), blocks, "law")]


def minors(to: Typesetter) -> list[Block]:
    """Return the rule for minors, shown with every penalty."""
    rule = to.local.minors_rule
    to.cite("law", rule.id)
    title = to.text(message("Et quand l'auteur est mineur ?"))
    return [paper.note(title, [*to.md(rule.text), paper.para(to.text(rule.reference), "small")], "law")]


def contact(to: Typesetter, one: Contact) -> Inline:
    """Return a way to reach a service, a number in bold."""
    kind = KINDS.get(one.kind)
    words: Inline = [*to.text(kind), " "] if kind else []
    value = one.value.removeprefix("https://").removeprefix("http://").rstrip("/")
    words.append(paper.strong(to.number(value)))
    if one.note:
        words += [" (", *to.text(one.note), ")"]
    return words


def contacts(to: Typesetter, service: Service, kinds: Sequence[str] = ()) -> Inline:
    """Return the ways to reach a service, of these kinds or all, on one line."""
    words: Inline = []
    for one in service.contacts:
        if not kinds or one.kind in kinds:
            words += [" · "] if words else []
            words += contact(to, one)
    return words


def service_line(to: Typesetter, service: Service, module: Module | None = None) -> Inline:
    """Return a service: its name, what it is for in the reader's words, how to reach it and when."""
    to.cite("service", service.id)
    purpose = service.purpose_for(reader_of(module)) if module else service.purpose
    words: Inline = [
        paper.strong(to.text(service.short)),
        *to.text(COLON),
        *to.inline(purpose),
        paper.line_break(),
    ]
    words += contacts(to, service)
    if service.hours:
        words += [" · " if service.contacts else "", *to.text(service.hours)]
    return words


def help_note(to: Typesetter, module: Module) -> list[Block]:
    """Return the help box every pupil's sheet ends with."""
    care = message(
        "Si quelqu'un t'a fait du mal, ce n'est pas ta faute. Tu peux en parler, même longtemps après, même si tu "
        "avais promis de te taire, même si tu as fait quelque chose que tu regrettes."
    )
    found = [service_line(to, service, module) for service in to.local.services(module.services)]
    blocks: list[Block] = [paper.para(to.text(care)), paper.bullets(found)]
    return [paper.keep([paper.note(to.text(message("Trouver de l'aide")), blocks, "help")])]
