"""Pages that show the registries: law, services, glossary, sources, curricula, tools, disclosure protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from balise.entry import Entry
from balise.groups import LAW_GROUPS, SERVICE_GROUPS
from balise.links import Links
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


@dataclass(frozen=True, slots=True)
class Shown:
    """One page: the registry it shows, what search reads of an entry, its groups and drawing if it has any."""

    name: str
    kind: type[Entry]
    title: Message
    text: Callable[..., str]
    groups: dict[str, Message] = field(default_factory=dict)
    audience: Audience = "site"
    art: str = ""


PAGES = (
    Shown("law", Law, message("La loi"), lambda law: law.text, LAW_GROUPS, art="scales"),
    Shown("services", Service, message("Les services"), lambda service: service.purpose, SERVICE_GROUPS, art="flags"),
    Shown("glossary", Term, message("Glossaire"), lambda term: term.definition),
    Shown("sources", Reference, message("Sources"), lambda source: source.text),
    Shown("frameworks", Framework, message("Programmes scolaires"), lambda entry: entry.text),
    Shown("tools", Tool, message("Outils d'enquête"), lambda tool: tool.text, art="compass"),
    Shown(
        "protocol",
        ProtocolStep,
        message("Si un élève se confie"),
        lambda step: step.text,
        audience="facilitator",
        art="shell",
    ),
)


def plan(local: LocalCourse) -> Iterator[Artifact]:
    """Yield one page a registry."""
    for page in PAGES:
        entries = entries_of(local, page)
        groups = [(key, local.message(title), _in_group(entries, key)) for key, title in page.groups.items()]
        shown = [group for group in groups if group[2]]
        yield Artifact(
            path=f"{page.name}.html",
            template=f"outputs/registry_pages/{page.name}.html",
            title=local.message(page.title),
            data={"groups": shown, "entries": entries, "art": page.art},
            audience=page.audience,
            sections=tuple(Section(f"g-{key}", title) for key, title, _ in shown),
            search=(_whole(local, page, shown), *(_search(local, page, entry) for entry in entries)),
        )


def entries_of(local: LocalCourse, page: Shown) -> tuple[Entry, ...]:
    """Return the entries of a registry, in the order its page shows them."""
    entries = local.registry.of(page.kind)
    return tuple(sorted(entries, key=lambda entry: entry.label.casefold())) if page.kind is Term else entries


def grouped(local: LocalCourse, page: Shown) -> Iterator[tuple[Message | None, list[Entry]]]:
    """Yield the entries of a registry group by group, empty ones left out; all together where there are no groups."""
    entries = entries_of(local, page)
    if not page.groups:
        yield None, list(entries)
    for name, label in page.groups.items():
        if found := _in_group(entries, name):
            yield label, found


def _in_group(entries: tuple[Entry, ...], group: str) -> list[Entry]:
    return [entry for entry in entries if getattr(entry, "group", "") == group]


def _whole(local: LocalCourse, page: Shown, shown: list[tuple[str, str, list[Entry]]]) -> SearchEntry:
    title = local.message(page.title)
    return SearchEntry("", title, ", ".join([group for _, group, _ in shown] or [title]))


def _search(local: LocalCourse, page: Shown, entry: Entry) -> SearchEntry:
    text = plain(page.text(entry), Links(local).name)
    return SearchEntry(entry.anchor, getattr(entry, "title", entry.label), f"{entry.label} {text}")
