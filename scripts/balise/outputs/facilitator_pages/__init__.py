"""One page a module, for facilitators: the plan, the notes, the keys and rationales."""

from __future__ import annotations

from collections.abc import Iterator

from balise.local import LocalCourse
from balise.markup import plain, references
from balise.model import Module
from balise.plan import Artifact, SearchEntry, Section
from balise.registries.age import AgeBand
from balise.registries.framework import Framework
from balise.registries.law import Law
from balise.registries.protocol import ProtocolStep
from balise.registries.service import Service
from balise.registries.term import Term
from balise.views import activity_views, quiz_views


def plan(local: LocalCourse) -> Iterator[Artifact]:
    """Yield the facilitator page of every module."""
    for slug, module in local.modules.items():
        registry = local.registry
        data = {
            "slug": slug,
            "module": module,
            "ages": registry.pick(AgeBand, module.age_bands),
            "frameworks": registry.pick(Framework, _unique(f for o in module.objectives for f in o.frameworks)),
            "framework_names": {entry.id: entry for entry in registry.of(Framework)},
            "terms": registry.pick(Term, module.vocabulary),
            "lessons": [(lesson, activity_views(local, module, lesson)) for lesson in module.lessons],
            "quizzes": quiz_views(module.quizzes, reveal=True),
            "services": local.services(module.services),
            "protocol": registry.of(ProtocolStep),
            **_cited(local, slug),
        }
        yield Artifact(
            path=f"teach/{slug}.html",
            template="outputs/facilitator_pages/page.html",
            title=module.title,
            data=data,
            audience="facilitator",
            description=plain(module.summary),
            sections=_sections(local, module),
            search=(SearchEntry("", module.title, plain(module.summary)),),
            partner=f"learn/{module.code}.html",
            module=slug,
        )


def _unique(ids: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


def _cited(local: LocalCourse, slug: str) -> dict[str, object]:
    """Return the laws and services a module speaks of, anywhere in it."""
    document = local.course.modules[slug]
    targets = [target for passage in document.passages() for target in references(passage.text)]
    laws = [
        name.partition("/")[0]
        for scheme, _, name in (t.partition(":") for t in targets)
        if scheme in ("law", "penalty")
    ]
    services = [name for scheme, _, name in (t.partition(":") for t in targets) if scheme == "service"]
    module = local.modules[slug]
    for _, activity in module.activities():
        for field, scheme in activity.refers.items():
            (laws if scheme == "law" else services).extend(getattr(activity, field))
    return {
        "laws_cited": local.registry.pick(Law, _unique(iter(laws))),
        "services_cited": local.registry.pick(Service, _unique(iter([*module.services, *services]))),
    }


def _sections(local: LocalCourse, module: Module) -> tuple[Section, ...]:
    names = [
        Section("card", local.message("En bref")),
        Section("plan", local.message("Déroulé minuté")),
        Section("prepare", local.message("Avant la séance")),
        Section("protocol", local.message("Si un élève se confie")),
    ]
    names += [Section(f"a-{activity.id}", activity.title) for _, activity in module.activities()]
    if module.quizzes:
        names.append(Section("keys", local.message("Corrigés")))
    names += [
        Section("after", local.message("Après la séance")),
        Section("families", local.message("Mot aux familles")),
        Section("references", local.message("Références")),
    ]
    return tuple(names)
