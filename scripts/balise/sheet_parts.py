"""What several kinds of sheet show: questions with room to answer, laws, services, where to find help."""

from __future__ import annotations

from collections.abc import Sequence

from balise import paper
from balise.course import SHARED
from balise.groups import SERVICE_GROUPS
from balise.messages import message
from balise.model import Module
from balise.paper import Block, Inline
from balise.registries.law import Law, Penalty
from balise.registries.service import Contact, Service
from balise.typesetter import Typesetter
from balise.views import reader_of

KINDS = {"sms": message("SMS"), "chat": message("tchat"), "app": message("application")}
COLON = message(" : ")
DOT = " · "
ANSWER_LINES = 3
CARE = message(
    "Si quelqu'un t'a fait du mal, ce n'est pas ta faute. Tu peux en parler, même longtemps après, même si tu "
    "avais promis de te taire, même si tu as fait quelque chose que tu regrettes."
)
LOGO = "easy-to-read.svg"


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
    blocks = [paper.para(to.text(one.reference), "small"), *to.md(one.text), *penalties(to, shown)]
    return [paper.note(to.text(one.title), blocks, "law")]


def penalties(to: Typesetter, shown: Sequence[Penalty]) -> list[Block]:
    """Return what a court can decide at most, case by case; nothing where there is no penalty."""
    risks = [[*to.text(case.case), *to.text(COLON), paper.strong(to.text(to.local.penalty(case)))] for case in shown]
    label = paper.para(to.text(message("Ce que risque un adulte, au maximum")), "label")
    return [label, paper.bullets(risks)] if risks else []


def minors(to: Typesetter) -> list[Block]:
    """Return the rule for minors, shown with every penalty."""
    rule = to.local.minors_rule
    to.cite("law", rule.id)
    title = to.text(message("Et quand l'auteur est mineur ?"))
    return [paper.note(title, [*to.md(rule.text), paper.para(to.text(rule.reference), "small")], "law")]


def contact(to: Typesetter, one: Contact, *, noted: bool = True) -> Inline:
    """Return a way to reach a service, a number in bold, with what its note says."""
    kind = KINDS.get(one.kind)
    words: Inline = [*to.text(kind), " "] if kind else []
    value = one.value.removeprefix("https://").removeprefix("http://").rstrip("/")
    words.append(paper.strong(to.number(value)))
    if one.note and noted:
        words += [" (", *to.text(one.note), ")"]
    return words


def contacts(to: Typesetter, service: Service, kinds: Sequence[str] = ()) -> Inline:
    """Return the ways to reach a service, of these kinds or all, on one line."""
    return joined([contact(to, one) for one in service.contacts if not kinds or one.kind in kinds])


def joined(parts: Sequence[Inline], separator: str = DOT) -> Inline:
    """Return short parts on one line, a dot or another mark between them."""
    return [run for number, part in enumerate(parts) for run in ([separator] if number else []) + part]


def ticks(first: Inline, columns: Sequence[Inline], rows: Sequence[Inline]) -> Block:
    """Return a table to tick: what each row says, then a box a column. `first` heads the rows."""
    empty: list[Inline] = [[paper.box()] for _ in columns]
    return paper.table([first, *columns], [[row, *empty] for row in rows], [2.6, *(1 for _ in columns)])


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
        words += [DOT if service.contacts else "", *to.text(service.hours)]
    return words


def help_note(to: Typesetter, module: Module, *, easy: bool = False) -> list[Block]:
    """Return the help box every pupil's sheet ends with; on an `easy` one, names and numbers alone."""
    if easy:
        return [paper.keep([paper.note(to.text(message("Trouver de l'aide")), _easy_help(to, module), "help")])]
    found = [service_line(to, service, module) for service in to.local.services(module.services)]
    blocks: list[Block] = [paper.para(to.text(CARE)), paper.bullets(found)]
    return [paper.keep([paper.note(to.text(message("Trouver de l'aide")), blocks, "help")])]


def short_help(to: Typesetter, module: Module) -> list[Block]:
    """Return the help box of a sheet of questions: a line for each need, with whom to call or write to for it."""
    needs: dict[str, list[Inline]] = {}
    for service in to.local.services(module.services):
        reach = next((one for one in service.contacts if one.kind in ("phone", "sms")), None)
        if reach:
            to.cite("service", service.id)
            needs.setdefault(service.group, []).append(contact(to, reach, noted=False))
    found = [[*to.text(SERVICE_GROUPS[group]), *to.text(COLON), *joined(reached)] for group, reached in needs.items()]
    blocks: list[Block] = [paper.para(to.text(CARE)), paper.bullets(found)]
    return [paper.keep([paper.note(to.text(message("Besoin de parler ?")), blocks, "help")])]


def _easy_help(to: Typesetter, module: Module) -> list[Block]:
    care = message("Quelqu'un t'a fait du mal ? Ce n'est pas ta faute. Tu peux en parler.")
    blocks = [paper.para(to.text(care))]
    for service in to.local.services(module.services):
        to.cite("service", service.id)
        name: Inline = [paper.strong(to.text(service.short)), *to.text(COLON)]
        blocks.append(paper.bullets([[*name, *contacts(to, service, ("phone", "sms", "chat", "web"))]]))
    return blocks


def easy_mark(to: Typesetter, module: Module) -> list[Block]:
    """Return who read an easy-to-read sheet, or that nobody it is for has yet.

    The logo of easy-to-read may be used only then, and is not ours to give: a course brings its own.
    """
    mark = module.review.easy
    if mark is None:
        return [
            paper.para(to.text(message("Texte facile à lire, pas encore relu par des personnes concernées.")), "small")
        ]
    said = paper.para(to.text(message("Texte facile à lire, lu et validé par {who}."), who=mark.by), "small")
    logo = to.local.course.root / "modules" / SHARED / "media" / LOGO
    if not logo.is_file():
        return [said]
    to.picture(LOGO, logo.read_bytes())
    return [paper.picture(LOGO, str(to.local.message(message("Logo européen facile à lire"))), []), said]
