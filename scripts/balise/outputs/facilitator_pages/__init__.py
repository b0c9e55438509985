"""One page a module, for facilitators: the plan, the notes, the keys and rationales."""

from __future__ import annotations

from collections.abc import Iterator

from balise.cards import module_card, services_cited
from balise.deliveries import deck_name, deliveries
from balise.local import LocalCourse
from balise.markup import plain
from balise.model import Module
from balise.plan import Artifact, SearchEntry, Section
from balise.registries.framework import Framework
from balise.registries.protocol import ProtocolStep
from balise.registries.term import Term
from balise.steps import steps_of
from balise.views import activity_views, cut_steps, quiz_views, reader_of


def plan_module(local: LocalCourse, slug: str, module: Module) -> Iterator[Artifact]:
    """Yield the facilitator page of a module."""
    registry = local.registry
    card = module_card(local, slug, module)
    data = {
        "slug": slug,
        "module": module,
        "card": card,
        "framework_names": registry.entries.get(Framework.scheme, {}),
        "terms": registry.pick(Term, module.vocabulary),
        "lessons": [(lesson, activity_views(local, module, lesson)) for lesson in module.lessons],
        "learners": {
            step.activity.activity.id: step.path(module)
            for step in steps_of(local, module)
            if step.activity and step.first
        },
        "reader": reader_of(module),
        "decks": [(one, deck_name(module.code, one)) for one in deliveries(module)] if local.course.decks else [],
        "cuts": [(cut, cut_steps(module, cut)) for cut in module.cuts],
        "quizzes": quiz_views(module.quizzes, reveal=True),
        "protocol": registry.of(ProtocolStep),
        "laws_cited": card.laws,
        "services_cited": services_cited(local, slug),
    }
    yield Artifact(
        path=f"teach/{slug}.html",
        template="outputs/facilitator_pages/page.html",
        title=module.title,
        data=data,
        audience="facilitator",
        to_adults=module.to_adults,
        description=plain(module.summary),
        sections=_sections(local, module),
        search=(SearchEntry("", module.title, plain(module.summary)),),
        partner=f"learn/{module.code}.html",
        module=slug,
    )


def _sections(local: LocalCourse, module: Module) -> tuple[Section, ...]:
    names = [
        Section("card", local.message("En bref")),
        Section("plan", local.message("Déroulé minuté")),
        *([Section("present", local.message("Projeter et présenter"))] if local.course.decks else []),
        *([Section("print", local.message("À imprimer"))] if local.course.sheets else []),
        *([Section("cuts", local.message("Plus court, ou autrement"))] if module.cuts else []),
        Section("prepare", local.message("Avant la séance")),
        Section("protocol", local.message("Si un élève se confie")),
    ]
    names += [Section(f"a-{activity.id}", activity.title) for _, activity in module.activities()]
    if module.quizzes:
        names.append(Section("keys", local.message("Corrigés")))
    names += [
        Section("after", local.message("Après la séance")),
        *([Section("families", local.message("Mot aux familles"))] if module.family_note else []),
        Section("references", local.message("Références")),
    ]
    return tuple(names)
