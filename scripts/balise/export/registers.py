"""The pages that show the registries, and the help page: each fact with how sure it is, its source and its dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from balise import paper
from balise.briefing import titled
from balise.entry import Confidence, Entry
from balise.export.page import Page, PageSetter
from balise.export.setter import anchored
from balise.groups import SERVICE_GROUPS
from balise.local import LocalCourse
from balise.messages import message
from balise.outputs import help_page, registry_pages, reviews
from balise.paper import Block, Inline
from balise.registries.framework import Framework
from balise.registries.law import Law
from balise.registries.service import Service
from balise.registries.source import Reference
from balise.registries.term import Term
from balise.registries.tool import Tool
from balise.sheet_parts import COLON, contact, contacts, joined, minors, penalties

INTROS = {
    "law": message(
        "Les peines indiquées sont les plus lourdes qu'un tribunal puisse prononcer contre un adulte. Cette page "
        "informe ; elle ne remplace pas le conseil d'un professionnel du droit."
    ),
    "services": message("Chaque service : à quoi il sert, ce qui se passe ensuite, et ce pour quoi il n'est pas fait."),
    "sources": message("Sur quoi repose ce cours, et ce que valent ces documents aujourd'hui."),
    "frameworks": message("Les programmes et référentiels auxquels les objectifs des modules sont rattachés."),
    "tools": message(
        "Des outils de la police ou de l'industrie, expliqués. Aucun n'est un moyen de demander de l'aide."
    ),
    "protocol": message("Recevoir la parole d'un élève : ce qu'il faut faire, ce qu'il ne faut jamais faire."),
}
HELP = message(
    "Tu peux demander de l'aide à n'importe quel moment, même si tu te demandes si c'est grave, même si tu as fait "
    "quelque chose que tu regrettes. Si quelqu'un t'a fait du mal, ce n'est pas ta faute."
)
SURE = {
    Confidence.HIGH: message("Fiabilité : haute"),
    Confidence.MEDIUM: message("Fiabilité : moyenne"),
    Confidence.LOW: message("Fiabilité : faible, à vérifier"),
}
LAW_STATES = {"not_in_force": message("Pas en vigueur"), "historical": message("Texte historique")}
SERVICE_STATES = {
    "closed": message("Fermé : ne plus utiliser"),
    "institution": message("Institution : ne prend pas d'appels du public"),
    "unverified": message("Non vérifié : ne pas proposer"),
}
TOOL_STATES = {
    "in_use": message("utilisé aujourd'hui"),
    "historical": message("historique"),
    "unverified": message("état actuel non vérifié"),
}


def registry_pages_of(local: LocalCourse) -> Iterator[Page]:
    """Yield the help page, then a page a registry."""
    yield _help(local)
    for shown in registry_pages.PAGES:
        to = PageSetter(local, audience=shown.audience)
        title = local.message(shown.title)
        blocks = [paper.para(to.text(INTROS[shown.name]), "lead")] if shown.name in INTROS else []
        for label, entries in registry_pages.grouped(local, shown):
            blocks += [paper.heading(2, to.text(label))] if label else []
            blocks += [block for one in entries for block in _entry(to, one, 3 if label else 2)]
        yield Page(f"{shown.name}.md", title, to, blocks)


def _entry(to: PageSetter, one: Entry, level: int) -> list[Block]:
    """Return an entry under its name, with how it is known."""
    if isinstance(one, (Law, Service)):
        to.cite(one.scheme, one.id)
    title = one.title if isinstance(one, Law) else _called(one)
    heading = anchored(paper.heading(level, to.text(title)), one.anchor)
    return [heading, *SHOWN.get(type(one), _plain)(to, one), *_known(to, one)]


def _called(one: Entry) -> str:
    return f"{one.short} – {one.name}" if isinstance(one, Service) and one.name != one.short else one.label


def _law(to: PageSetter, one: Law) -> list[Block]:
    said: list[Inline] = [to.text(one.reference)]
    if one.in_force_since:
        said.append([*to.text(message("en vigueur depuis le")), " ", *to.day(one.in_force_since)])
    said += [[paper.strong(to.text(LAW_STATES[one.status]))]] if one.status in LAW_STATES else []
    rule = minors(to) if one.penalties and one.applies_to_minors else []
    return [paper.para(joined(said)), *to.md(one.text), *penalties(to, one.penalties), *rule, *_md(to, one.note)]


def _service(to: PageSetter, one: Service, *, full: bool = True) -> list[Block]:
    facts = [(message("Quand"), one.hours), (message("Gratuit"), one.free), (message("Anonyme"), one.anonymous)]
    facts += [(message("Langues"), one.languages)] if full else []
    facts += [(message("Pour qui"), one.audience), (message("Qui répond"), one.operator)] if full else []
    rows = [[paper.strong([*to.text(label), *to.text(COLON)]), *to.text(said)] for label, said in facts if said]
    state = SERVICE_STATES.get(one.status)
    return [
        *([paper.para([paper.strong(to.text(state))])] if state else []),
        *_replaced(to, one),
        *to.md(one.purpose),
        *([paper.bullets([contact(to, way) for way in one.contacts])] if one.status == "open" and one.contacts else []),
        *([paper.bullets(rows)] if rows else []),
        *titled(to, message("Ce qui se passe ensuite"), _md(to, one.next)),
        *titled(to, message("Ce n'est pas pour"), _md(to, one.not_for)),
        *(_md(to, one.note) if full else []),
    ]


def _replaced(to: PageSetter, one: Service) -> list[Block]:
    if not one.superseded_by:
        return []
    link = to.links.resolve(f"service:{one.superseded_by}")
    return [paper.para([*to.text(message("Remplacé par :")), " ", *to.led(to.text(link.label), link)])]


def _term(to: PageSetter, one: Term) -> list[Block]:
    avoid = titled(to, message("Mots à éviter"), [paper.bullets([to.text(words) for words in one.avoid])])
    return [*to.md(one.definition), *(avoid if one.avoid else [])]


def _reference(to: PageSetter, one: Reference) -> list[Block]:
    year = [", ", *to.number(str(one.year))] if one.year else []
    return [paper.para([*to.text(one.author), *year]), *to.md(one.text)]


def _framework(to: PageSetter, one: Framework) -> list[Block]:
    return [paper.para(to.text(one.reference)), *to.md(one.text)]


def _tool(to: PageSetter, one: Tool) -> list[Block]:
    known = joined([to.text(one.operator), to.text(TOOL_STATES[one.status])])
    return [paper.para(known), *to.md(one.text), *_md(to, one.note)]


def _plain(to: PageSetter, one: Entry) -> list[Block]:
    return to.md(getattr(one, "text", ""))


SHOWN: dict[type[Entry], Callable[..., list[Block]]] = {
    Law: _law,
    Service: _service,
    Term: _term,
    Reference: _reference,
    Framework: _framework,
    Tool: _tool,
}


def _md(to: PageSetter, words: str | None) -> list[Block]:
    return to.md(words) if words else []


def _known(to: PageSetter, one: Entry) -> list[Block]:
    """Return how sure an entry is, how it is known, when it was checked, and where it can be."""
    if one.how_known == "definition":
        return []
    known = to.text(reviews.KNOWN[one.how_known])
    if one.text_as_of:
        known = [*known, " (", *to.text(message("version du")), " ", *to.day(one.text_as_of), ")"]
    said: list[Inline] = [to.text(SURE[one.confidence]), known]
    said += [[*to.text(message("vérifié le")), " ", *to.day(one.verified_on)]] if one.verified_on else []
    said += [[*to.text(message("à revérifier avant le")), " ", *to.day(one.review_by)]] if one.review_by else []
    said += [[paper.link(to.text(message("source")), address)] for address in one.source]
    return [paper.para([paper.emphasis(joined(said))])]


def _help(local: LocalCourse) -> Page:
    """Return where to find help, most urgent first."""
    to = PageSetter(local, audience="pupil")
    urgent = [[*contacts(to, one, ("phone", "sms")), " ", *to.text(one.name)] for one in local.emergency]
    blocks = [
        paper.para(to.text(HELP), "lead"),
        paper.heading(2, to.text(message("Si tu es en danger maintenant"))),
        paper.bullets(urgent),
    ]
    for one in local.emergency:
        to.cite("service", one.id)
    for name, services in help_page.offered(local):
        blocks.append(anchored(paper.heading(2, to.text(SERVICE_GROUPS[name])), f"g-{name}"))
        for service in services:
            to.cite("service", service.id)
            heading = paper.heading(3, to.text(_called(service)))
            blocks += [anchored(heading, service.anchor), *_service(to, service, full=False)]
    return Page("help.md", local.message(message("Trouver de l'aide")), to, blocks)
