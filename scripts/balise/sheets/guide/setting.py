"""The sections of a guide around its activities: before the session, after it, and what it rests on."""

from __future__ import annotations

from balise import paper
from balise.briefing import labelled, minutes, readers, settings, titled
from balise.cards import laws_cited, services_cited
from balise.entry import Entry
from balise.groups import GROUPINGS
from balise.local import LocalCourse
from balise.messages import Message, message
from balise.model import Lesson, Module
from balise.near import near_note
from balise.paper import Block, Inline
from balise.registries.framework import Framework
from balise.registries.law import Law
from balise.registries.protocol import ProtocolStep
from balise.registries.service import Service
from balise.registries.term import Term
from balise.sheet_parts import COLON, contacts
from balise.typesetter import Typesetter
from balise.views import activity_views, cut_steps

HEAD = (message("À partir de"), message("Durée"), message("Activité"), message("En"))


def section(to: Typesetter, title: Message, blocks: list[Block]) -> list[Block]:
    """Return blocks under a heading; nothing when there are none."""
    return [paper.heading(2, to.text(title)), *blocks] if blocks else []


def brief(to: Typesetter, module: Module) -> list[Block]:
    """Return for whom a module is, what it takes, and what it is for."""
    facts = [
        labelled(to, message("Pour qui"), readers(to, module)),
        labelled(to, message("Durée"), minutes(to, module.duration)),
        labelled(to, message("Cadre"), settings(to, module)),
    ]
    blocks: list[Block] = [paper.para(to.text(module.summary), "lead"), paper.bullets(facts)]
    for label, items in ((message("Matériel"), module.materials), (message("À savoir avant"), module.prior_knowledge)):
        blocks += titled(to, label, [paper.bullets([to.text(one) for one in items])] if items else [])
    return section(to, message("En bref"), [*blocks, *_objectives(to, module)])


def _objectives(to: Typesetter, module: Module) -> list[Block]:
    known = to.local.registry.pick
    rows = [
        [
            to.text(one.text),
            [run for entry in known(Framework, one.frameworks) for run in (*to.text(entry.title), ". ")],
        ]
        for one in module.objectives
    ]
    head = [to.text(message("À la fin, l'élève sait")), to.text(message("Programmes et référentiels"))]
    return titled(to, message("Objectifs"), [paper.table(head, rows)])


def timetable(local: LocalCourse, to: Typesetter, module: Module) -> list[Block]:
    """Return the minutes of each lesson."""
    blocks = [block for lesson in module.lessons for block in _lesson(local, to, module, lesson)]
    return section(to, message("Déroulé minuté"), blocks)


def _lesson(local: LocalCourse, to: Typesetter, module: Module, lesson: Lesson) -> list[Block]:
    rows = [
        [
            minutes(to, view.start),
            minutes(to, view.activity.duration),
            to.text(view.activity.title),
            to.text(GROUPINGS[view.activity.grouping]),
        ]
        for view in activity_views(local, module, lesson)
    ]
    return titled(to, lesson.title, [paper.table([to.text(one) for one in HEAD], rows, (1.2, 1, 4, 1.8))])


def cuts(to: Typesetter, module: Module) -> list[Block]:
    """Return the other ways to deliver a module, minute by minute."""
    blocks: list[Block] = []
    for cut in module.cuts:
        rows = [
            [minutes(to, start), minutes(to, lasts), to.text(activity.title)]
            for start, lasts, activity in cut_steps(module, cut)
        ]
        table = paper.table([to.text(one) for one in HEAD[:3]], rows, (1.2, 1, 5.8))
        blocks += titled(to, cut.title, [table, *(to.md(cut.note) if cut.note else [])])
    return section(to, message("Plus court, ou autrement"), blocks)


def before(to: Typesetter, module: Module) -> list[Block]:
    """Return what to read out first, what to prepare, and the rules of the group."""
    note = paper.keep(
        [paper.note(to.text(message("À lire aux élèves avant de commencer")), to.md(module.content_note))]
    )
    ready = titled(to, message("À préparer"), [paper.bullets([to.md(one) for one in module.preparation])])
    rules = titled(to, message("Règles du groupe"), [paper.bullets([to.text(one) for one in module.ground_rules])])
    return section(
        to,
        message("Avant la séance"),
        [note, *(ready if module.preparation else []), *(rules if module.ground_rules else [])],
    )


def disclosure(to: Typesetter, module: Module) -> list[Block]:
    """Return every rule for receiving what a pupil confides, and who is near."""
    steps = [
        paper.keep([paper.heading(3, to.text(one.title)), *to.md(one.text)])
        for one in to.local.registry.of(ProtocolStep)
    ]
    return section(to, message("Si un élève se confie"), [*near_note(to, module.jurisdiction, adults=True), *steps])


def after(to: Typesetter, module: Module) -> list[Block]:
    """Return what to do in the days after."""
    items = [to.md(one) for one in module.follow_up]
    return section(to, message("Après la séance"), [paper.bullets(items)] if items else [])


def references(local: LocalCourse, to: Typesetter, slug: str, module: Module) -> list[Block]:
    """Return the words, laws and services a module uses, with the day each was verified."""
    terms = [_pair(to, to.text(one.term), to.inline(one.definition)) for one in _terms(local, module)]
    laws = [_law(to, one) for one in laws_cited(local, slug)]
    services = [_service(to, one) for one in services_cited(local, slug)]
    listed = (
        (message("Vocabulaire"), terms),
        (message("Textes cités"), laws),
        (message("Services cités"), services),
    )
    blocks = [block for label, items in listed if items for block in titled(to, label, [paper.bullets(items)])]
    return section(to, message("Références"), blocks)


def _terms(local: LocalCourse, module: Module) -> tuple[Term, ...]:
    return local.registry.pick(Term, module.vocabulary)


def _law(to: Typesetter, law: Law) -> Inline:
    return [*_pair(to, to.text(law.reference), to.text(law.title)), *_dated(to, "law", law)]


def _pair(to: Typesetter, name: Inline, words: Inline) -> Inline:
    return [paper.strong(name), *to.text(COLON), *words]


def _service(to: Typesetter, service: Service) -> Inline:
    """Return a service and how to reach it; one known by its number is not said twice."""
    known = bool(service.contacts) and service.contacts[0].value == service.short
    name = [] if known else [paper.strong(to.text(service.short)), *(to.text(COLON) if service.contacts else [])]
    return [*name, *contacts(to, service), *_dated(to, "service", service)]


def _dated(to: Typesetter, scheme: str, entry: Entry) -> Inline:
    """Return when an entry was verified, and note that the sheet shows it."""
    to.cite(scheme, entry.id)
    if not entry.verified_on:
        return []
    return [" (", *to.text(message("vérifié le")), " ", *to.day(entry.verified_on), ")"]
