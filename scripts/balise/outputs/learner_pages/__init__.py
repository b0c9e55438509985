"""One page a module, for learners: no notes, no key of an assessment."""

from __future__ import annotations

from collections.abc import Iterator

from balise.links import Links
from balise.local import LocalCourse
from balise.markup import plain
from balise.model import Module
from balise.plan import Artifact, SearchEntry, Section
from balise.views import activity_views, quiz_views, reader_of


def plan_module(local: LocalCourse, slug: str, module: Module) -> Iterator[Artifact]:
    """Yield the learner page of a module."""
    placed = {getattr(activity, "quiz", None) for _, activity in module.activities()}
    own = [quiz for quiz in module.quizzes if quiz.use == "practice" and quiz.id not in placed]
    data = {
        "slug": slug,
        "module": module,
        "lessons": [(lesson, activity_views(local, module, lesson)) for lesson in module.lessons],
        "quizzes": quiz_views(tuple(own), reveal=True),
        "services": local.services(module.services),
        "reader": reader_of(module),
    }
    yield Artifact(
        path=f"learn/{module.code}.html",
        template="outputs/learner_pages/page.html",
        title=module.title,
        tab_title=local.message("Module {code}").replace("{code}", module.code.upper()),
        data=data,
        audience="pupil",
        to_adults=module.to_adults,
        sections=_sections(local, module, [quiz.title for quiz in own]),
        search=tuple(_search(local, module)),
        partner=f"teach/{slug}.html",
        module=slug,
    )


def _sections(local: LocalCourse, module: Module, quizzes: list[str]) -> tuple[Section, ...]:
    names = [Section("before", local.message("À lire d'abord"))]
    names += [Section(f"a-{activity.id}", activity.title) for _, activity in module.activities()]
    if quizzes:
        names.append(Section("quizzes", quizzes[0]))
    names.append(Section("help", local.message("Trouver de l'aide")))
    return tuple(names)


def _search(local: LocalCourse, module: Module) -> Iterator[SearchEntry]:
    """Say what the module and its activities are about; never what a quiz answers."""
    shown = Links(local).name
    goals = " ".join(plain(objective.text, shown) for objective in module.objectives)
    yield SearchEntry("", module.title, f"{plain(module.summary, shown)} {goals}")
    for _, activity in module.activities():
        texts = [plain(getattr(activity, "intro", None) or "", shown)]
        for name in ("body", "story", "prompts", "key_points"):
            texts += [plain(text, shown) for text in getattr(activity, name, ())]
        yield SearchEntry(f"a-{activity.id}", activity.title, " ".join(filter(None, texts)))
