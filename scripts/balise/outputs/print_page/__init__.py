"""Everything that can be printed: posters and cards for any room, then the sheets of each module."""

from __future__ import annotations

from collections.abc import Iterator

from balise.local import LocalCourse
from balise.messages import message
from balise.plan import Artifact, SearchEntry, Section

TITLE = message("À imprimer")
SUMMARY = message(
    "Affiches, cartes, fiches, questionnaires et guides, en PDF, aussi en gros caractères et faciles à lire."
)


def plan(local: LocalCourse) -> Iterator[Artifact]:
    """Yield the page of printed sheets, where the site has them."""
    if not local.course.sheets:
        return
    title, summary = local.message(TITLE), local.message(SUMMARY)
    yield Artifact(
        path="print.html",
        template="outputs/print_page/page.html",
        title=title,
        description=summary,
        data={"summary": summary, "modules": list(local.modules.items()), "art": "envelope"},
        sections=(
            Section("shared", local.message(message("Pour toutes les salles"))),
            *(Section(f"m-{module.code}", module.title) for module in local.modules.values()),
        ),
        search=(SearchEntry("", title, summary),),
    )
