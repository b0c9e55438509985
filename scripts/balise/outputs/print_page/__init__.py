"""Everything that can be printed: posters and cards for any room, then the sheets of each module."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from balise.local import LocalCourse
from balise.messages import message
from balise.model import Module
from balise.plan import Artifact, Render, SearchEntry, Section

TITLE = message("À imprimer")
SUMMARY = message(
    "Affiches, cartes, fiches, questionnaires et guides, en PDF, aussi en gros caractères et faciles à lire."
)


def of_module(local: LocalCourse, slug: str, module: Module, render: Render) -> dict[str, Any]:
    """Return the sheets of a module, where the site has them."""
    return {"html": render("outputs/print_page/module.html", slug=slug, module=module) if local.course.sheets else ""}


def gather(local: LocalCourse, shown: Mapping[str, Any]) -> Iterator[Artifact]:
    """Yield the page of printed sheets, where the site has them."""
    if not local.course.sheets:
        return
    title, summary = local.message(TITLE), local.message(SUMMARY)
    yield Artifact(
        path="print.html",
        template="outputs/print_page/page.html",
        title=title,
        description=summary,
        data={"summary": summary, "modules": [Markup(one["html"]) for one in shown.values()], "art": "envelope"},  # noqa: S704  rendered
        sections=(
            Section("shared", local.message(message("Pour toutes les salles"))),
            *(Section(f"m-{local.course.codes[slug]}", local.title(slug)) for slug in shown),
        ),
        search=(SearchEntry("", title, summary),),
    )
