"""Who has read the course, who has not, and what each fact rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from balise.entry import Confidence, Entry
from balise.links import PAGES
from balise.local import LocalCourse
from balise.messages import Message, message
from balise.model import Module
from balise.plan import Artifact, Render, SearchEntry, Section

KNOWN = {
    "text_read": message("texte officiel lu"),
    "public_source": message("source publique consultée"),
    "general_knowledge": message("connaissance générale, non vérifiée"),
}
SCHEMES = {
    "law": message("La loi"),
    "service": message("Les services"),
    "protocol": message("Si un élève se confie"),
    "framework": message("Programmes scolaires"),
    "tool": message("Outils d'enquête"),
    "source": message("Sources"),
}


@dataclass(frozen=True, slots=True)
class RegistryRow:
    """One registry: how many of its entries are known in each way, and how sure they are."""

    title: str
    page: str
    total: int
    known: tuple[int, ...]
    sure: tuple[int, ...]


def of_module(local: LocalCourse, slug: str, module: Module, render: Render) -> dict[str, Any]:
    """Return who has read a module."""
    easy = local.course.modules[slug].gist().easy
    html = render("outputs/reviews/module.html", slug=slug, module=module, easy=easy)
    return {"reviewed": bool(module.review.legal or module.review.pedagogical), "html": html}


def gather(local: LocalCourse, shown: Mapping[str, Any]) -> Iterator[Artifact]:
    """Yield the page about reviews."""
    title = local.message(message("Qui a relu ce cours"))
    rows = tuple(_row(local, scheme, name) for scheme, name in SCHEMES.items())
    weak = [entry for scheme in SCHEMES for entry in _entries(local, scheme) if entry.confidence is Confidence.LOW]
    yield Artifact(
        path="reviews.html",
        template="outputs/reviews/page.html",
        title=title,
        data={
            "known": tuple(local.message(name) for name in KNOWN.values()),
            "rows": tuple(row for row in rows if row.total),
            "modules": [Markup(one["html"]) for one in shown.values()],  # noqa: S704  rendered
            "reviewed": any(one["reviewed"] for one in shown.values()),
            "weak": tuple((PAGES[entry.scheme], entry) for entry in weak if entry.scheme in PAGES),
        },
        sections=(
            Section("modules", local.message("Les modules")),
            Section("facts", local.message("Les faits")),
            Section("how", local.message("Relire un module")),
        ),
        search=(SearchEntry("", title, local.message(message("Relecture juridique, relecture pédagogique, sources"))),),
    )


def _entries(local: LocalCourse, scheme: str) -> tuple[Entry, ...]:
    return tuple(local.registry.entries.get(scheme, {}).values())


def _row(local: LocalCourse, scheme: str, name: Message) -> RegistryRow:
    entries = _entries(local, scheme)
    known = Counter(entry.how_known for entry in entries)
    sure = Counter(entry.confidence for entry in entries)
    return RegistryRow(
        local.message(name),
        PAGES.get(scheme, ""),
        len(entries),
        tuple(known[way] for way in KNOWN),  # type: ignore[index]
        tuple(sure[level] for level in reversed(Confidence)),
    )
