"""The list of modules, grouped by the youngest age each is written for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from balise.local import LocalCourse
from balise.messages import message
from balise.model import Module
from balise.plan import Artifact, SearchEntry
from balise.views import module_card


def plan(local: LocalCourse) -> Iterator[Artifact]:
    """Yield the catalogue page."""
    modules = sorted(local.modules.items(), key=lambda named: _youngest(named[1]))
    groups = [
        (age, [module_card(local, slug, module) for slug, module in found])
        for age, found in groupby(modules, key=lambda named: _youngest(named[1]))
    ]
    title = local.message(message("Modules"))
    yield Artifact(
        path="modules.html",
        template="outputs/catalogue/page.html",
        title=title,
        data={"groups": groups},
        search=(SearchEntry("", title, local.message(message("Tous les modules, par âge"))),),
    )


def _youngest(module: Module) -> int:
    return int(module.ages.partition("-")[0])
