"""The pages of a module for learners, one a step: no notes, no key of an assessment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from balise.fields import Untranslated
from balise.links import Links
from balise.local import LocalCourse
from balise.markup import plain
from balise.model import Module
from balise.parts import Activity
from balise.plan import Artifact, SearchEntry, Section
from balise.steps import Step, steps_of
from balise.views import reader_of


def plan_module(local: LocalCourse, slug: str, module: Module) -> Iterator[Artifact]:
    """Yield the page a module begins with, then one a step."""
    steps = steps_of(local, module)
    first = _first(local, slug, module, steps)
    yield first
    ways = (Section("", local.message("À lire d'abord"), first.path), *(_way(local, module, step) for step in steps))
    for step in steps:
        yield replace(
            first,
            path=step.path(module),
            template="outputs/learner_pages/step.html",
            tab_title=f"{first.tab_title} · {step.number}",
            data={**first.data, "step": step, "start": first.path},
            sections=ways,
            search=tuple(_found(local, step)),
            within=first.path,
        )


def _first(local: LocalCourse, slug: str, module: Module, steps: tuple[Step, ...]) -> Artifact:
    """Return the page a module begins with: what to read first, the way to each step, where to find help."""
    return Artifact(
        path=f"learn/{module.code}.html",
        template="outputs/learner_pages/page.html",
        title=module.title,
        tab_title=local.message("Module {code}").replace("{code}", module.code.upper()),
        data={
            "slug": slug,
            "module": module,
            "steps": steps,
            "lessons": [(number, list(some)) for number, some in groupby(steps, key=lambda step: step.lesson)],
            "services": local.services(module.services),
            "reader": reader_of(module),
        },
        audience="pupil",
        to_adults=module.to_adults,
        sections=tuple(_sections(local)),
        search=(_about(local, module),),
        partner=f"teach/{slug}.html",
        module=slug,
    )


def _sections(local: LocalCourse) -> Iterator[Section]:
    yield Section("before", local.message("À lire d'abord"))
    yield Section("steps", local.message("Étapes"))
    yield Section("help", local.message("Trouver de l'aide"))


def _way(local: LocalCourse, module: Module, step: Step) -> Section:
    said = (step.title, step.part(local))
    kind = Untranslated if any(isinstance(part, Untranslated) for part in said) else str
    return Section("", kind(" · ".join(filter(None, said))), step.path(module))


def _about(local: LocalCourse, module: Module) -> SearchEntry:
    shown = Links(local).name
    goals = " ".join(plain(objective.text, shown) for objective in module.objectives)
    return SearchEntry("", module.title, f"{plain(module.summary, shown)} {goals}")


def _found(local: LocalCourse, step: Step) -> Iterator[SearchEntry]:
    """Say what an activity is about; never what a quiz answers."""
    if step.activity and step.first:
        yield SearchEntry("", step.title, _words(local, step.activity.activity))


def _words(local: LocalCourse, activity: Activity) -> str:
    shown = Links(local).name
    texts = [plain(getattr(activity, "intro", None) or "", shown)]
    for name in ("body", "story", "prompts", "key_points"):
        texts += [plain(text, shown) for text in getattr(activity, name, ())]
    return " ".join(filter(None, texts))
