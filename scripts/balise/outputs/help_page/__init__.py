"""“Get help now”: the services a young reader can turn to, most urgent first."""

from __future__ import annotations

from collections.abc import Iterator

from balise.groups import SERVICE_GROUPS
from balise.links import Links
from balise.local import LocalCourse
from balise.markup import plain
from balise.plan import Artifact, SearchEntry, Section
from balise.registries.service import Service

JURISDICTION = "fr"
ORDER = ("danger", "talk", "images", "report", "rights", "exit")  # the most urgent first


def plan(local: LocalCourse) -> Iterator[Artifact]:
    """Yield the help page."""
    shown = [(name, local.message(SERVICE_GROUPS[name]), services) for name, services in offered(local)]
    title = local.message("Trouver de l'aide")
    yield Artifact(
        path="help.html",
        template="outputs/help_page/page.html",
        title=title,
        data={"groups": shown, "art": "harbour"},
        audience="pupil",
        tab_title=local.message("Infos pratiques"),
        sections=(
            *(Section(f"g-{name}", label) for name, label, _ in shown),
            Section("leaving", local.message("Quitter cette page")),
        ),
        search=(SearchEntry("", title, ", ".join(label for _, label, _ in shown)), *_search(local, shown)),
    )


def offered(local: LocalCourse) -> Iterator[tuple[str, list[Service]]]:
    """Yield the open services of each group that has some, most urgent first."""
    found = [s for s in local.registry.of(Service) if s.status == "open" and s.jurisdiction in (JURISDICTION, "int")]
    for name in ORDER:
        if services := [service for service in found if service.group == name]:
            yield name, services


def _search(local: LocalCourse, shown: list[tuple[str, str, list[Service]]]) -> Iterator[SearchEntry]:
    name = Links(local).name
    for _, _, found in shown:
        for one in found:
            yield SearchEntry(one.anchor, one.short, f"{one.name}. {plain(one.purpose, name)}")
