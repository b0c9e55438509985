"""What the course teaches and assesses: for teachers who plan a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from balise.coverage import framework_rows, objective_rows, served
from balise.local import LocalCourse
from balise.messages import message
from balise.model import Module
from balise.plan import Artifact, Render, SearchEntry, Section
from balise.registries.framework import Framework


def of_module(local: LocalCourse, slug: str, module: Module, render: Render) -> dict[str, Any]:  # noqa: ARG001
    """Return how many objectives of a module serve each curriculum entry, and which activities serve each objective."""
    html = render("outputs/coverage/module.html", slug=slug, module=module, rows=objective_rows(module))
    return {"served": served(module), "html": html}


def gather(local: LocalCourse, shown: Mapping[str, Any]) -> Iterator[Artifact]:
    """Yield the page of the two matrices."""
    title = local.message(message("Ce que le cours couvre"))
    modules = [(local.course.codes[slug], local.title(slug), Markup(one["html"])) for slug, one in shown.items()]  # noqa: S704  rendered
    counts = [one["served"] for one in shown.values()]
    yield Artifact(
        path="coverage.html",
        template="outputs/coverage/page.html",
        title=title,
        data={"frameworks": framework_rows(counts, local.registry.of(Framework)), "modules": modules},
        audience="facilitator",
        sections=(
            Section("frameworks", local.message("Par programme")),
            *(Section(f"m-{code}", name) for code, name, _ in modules),
        ),
        search=(SearchEntry("", title, local.message(message("Objectifs, activités, évaluation, programmes"))),),
    )
