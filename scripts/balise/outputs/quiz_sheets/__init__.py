"""One printable sheet a quiz, for learners: the questions alone, no key anywhere in it."""

from __future__ import annotations

from collections.abc import Iterator

from balise.local import LocalCourse
from balise.messages import message
from balise.model import Module
from balise.plan import Artifact, Handout
from balise.views import quiz_view

USES = {
    "practice": message("Fiche d'entraînement"),
    "assessment": message("Fiche d'évaluation"),
}


def handouts(module: Module) -> Iterator[Handout]:
    """Yield what the module's card says of each sheet."""
    for quiz in module.quizzes:
        yield Handout(f"sheets/{module.code}-{quiz.id}.html", quiz.title, USES[quiz.use])


def plan_module(local: LocalCourse, slug: str, module: Module) -> Iterator[Artifact]:
    """Yield a sheet for every quiz of a module."""
    for quiz, handout in zip(module.quizzes, handouts(module), strict=True):
        code = module.code.upper()
        yield Artifact(
            path=handout.path,
            template="outputs/quiz_sheets/sheet.html",
            title=quiz.title,
            tab_title=local.message("Fiche {code}").replace("{code}", code),
            data={"slug": slug, "module": module, "view": quiz_view(quiz, reveal=False)},
            audience="pupil",
            to_adults=module.to_adults,
            partner=f"teach/{slug}.html",
        )
