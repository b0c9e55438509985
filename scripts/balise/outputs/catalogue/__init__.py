"""The list of modules, grouped by the youngest age each is written for."""

from __future__ import annotations

from collections.abc import Iterator

from balise.local import LocalCourse
from balise.plan import Artifact, SearchEntry
from balise.registries.age import AgeBand
from balise.registries.term import Term


def plan(local: LocalCourse) -> Iterator[Artifact]:
    """Yield the catalogue page."""
    cards = [
        {
            "slug": slug,
            "module": module,
            "topics": local.registry.pick(Term, module.topics),
            "activities": sum(1 for _ in module.activities()),
            "items": sum(1 for _ in module.items()),
        }
        for slug, module in local.modules.items()
    ]
    bands = local.registry.of(AgeBand)
    groups = [
        (band, [card for card in cards if card["module"].age_bands[0] == band.id])  # type: ignore[attr-defined]
        for band in bands
    ]
    title = local.message("Séances")
    yield Artifact(
        path="modules.html",
        template="outputs/catalogue/page.html",
        title=title,
        data={"groups": [(band, found) for band, found in groups if found]},
        search=(SearchEntry("", title, local.message("Toutes les séances, par âge")),),
    )
