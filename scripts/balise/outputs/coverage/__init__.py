"""What the course teaches and assesses: for teachers who plan a year."""

from __future__ import annotations

from collections.abc import Iterator

from balise.coverage import framework_rows, objective_rows
from balise.local import LocalCourse
from balise.messages import message
from balise.plan import Artifact, SearchEntry, Section
from balise.registries.framework import Framework


def plan(local: LocalCourse) -> Iterator[Artifact]:
    """Yield the page of the two matrices."""
    title = local.message(message("Ce que le cours couvre"))
    modules = [(slug, module, objective_rows(module)) for slug, module in local.modules.items()]
    yield Artifact(
        path="coverage.html",
        template="outputs/coverage/page.html",
        title=title,
        data={"frameworks": framework_rows(local.modules, local.registry.of(Framework)), "modules": modules},
        audience="facilitator",
        sections=(
            Section("frameworks", local.message("Par programme")),
            *(Section(f"m-{module.code}", module.title) for _, module, _ in modules),
        ),
        search=(SearchEntry("", title, local.message(message("Objectifs, activités, évaluation, programmes"))),),
    )
