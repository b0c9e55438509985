"""Pages that show the registries: law, services, glossary, sources, curricula, tools, disclosure protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from balise.entry import Entry
from balise.groups import LAW_GROUPS, SERVICE_GROUPS
from balise.local import LocalCourse
from balise.markup import plain
from balise.messages import Message, message
from balise.plan import Artifact, Audience, SearchEntry, Section
from balise.registries.framework import Framework
from balise.registries.law import Law
from balise.registries.protocol import ProtocolStep
from balise.registries.service import Service
from balise.registries.source import Reference
from balise.registries.term import Term
from balise.registries.tool import Tool



def plan(local: LocalCourse) -> Iterator[Artifact]:
    """Yield one page a registry."""
    yield _grouped(local, "law", Law, message("La loi"), LAW_GROUPS, lambda law: law.text)
    yield _grouped(local, "services", Service, message("Les services"), SERVICE_GROUPS, lambda service: service.purpose)
    yield _flat(local, "glossary", Term, message("Glossaire"), lambda term: term.definition)
    yield _flat(local, "sources", Reference, message("Sources"), lambda source: source.text)
    yield _flat(local, "frameworks", Framework, message("Programmes scolaires"), lambda entry: entry.text)
    yield _flat(local, "tools", Tool, message("Outils d'enquête"), lambda tool: tool.text)
    yield _flat(local, "protocol", ProtocolStep, message("Si un élève se confie"), lambda step: step.text, "facilitator")


def _grouped(
    local: LocalCourse, name: str, kind: type[Entry], title: Message, titles: dict[str, Message], text: Callable[..., str]
) -> Artifact:
    entries = local.registry.of(kind)
    order = list(dict.fromkeys(titles))
    groups = {key: [entry for entry in entries if getattr(entry, "group", "") == key] for key in order}
    shown = [(key, local.message(titles[key]), found) for key, found in groups.items() if found]
    sections = tuple(Section(f"g-{key}", label) for key, label, _ in shown)
    return _page(local, name, title, {"groups": shown}, sections, _search(entries, text))


def _flat(
    local: LocalCourse, name: str, kind: type[Entry], title: Message, text: Callable[..., str], audience: Audience = "site"
) -> Artifact:
    entries = local.registry.of(kind)
    if kind is Term:
        entries = tuple(sorted(entries, key=lambda entry: entry.label.casefold()))
    return _page(local, name, title, {"entries": entries}, (), _search(entries, text), audience)


def _page(
    local: LocalCourse, name: str, title: Message, data: dict[str, object], sections: tuple[Section, ...],
    search: tuple[SearchEntry, ...], audience: Audience = "site",
) -> Artifact:
    return Artifact(
        path=f"{name}.html",
        template=f"outputs/registry_pages/{name}.html",
        title=local.message(title),
        data=data,
        audience=audience,
        sections=sections,
        search=search,
    )


def _search(entries: tuple[Entry, ...], text: Callable[..., str]) -> tuple[SearchEntry, ...]:
    return tuple(SearchEntry(entry.anchor, getattr(entry, "title", entry.label), f"{entry.label} {plain(text(entry))}") for entry in entries)
