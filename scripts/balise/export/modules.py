"""The pages of a module: for learners, for whoever leads it, and a sheet a quiz; as on the site, at the same places."""

from __future__ import annotations

from collections.abc import Iterator

from balise import paper
from balise.export.learners import answered, learner_pages
from balise.export.page import Page, PageDesk, PageSetter
from balise.local import LocalCourse
from balise.messages import message
from balise.model import Module, Quiz
from balise.paper import Block, Inline
from balise.sheet_parts import COLON, joined
from balise.sheets import guide, quiz_sheet
from balise.views import quiz_view

UP = "../"
LEARNER, GUIDE, KEYS = message("Page des élèves"), message("Guide de l'intervenant"), message("Corrigés")
NOT_YET = message("pas encore relu")


def module_pages(local: LocalCourse, slug: str, module: Module) -> Iterator[Page]:
    """Yield every page of a module, the learners' first, then the guide."""
    yield from learner_pages(local, module)
    yield _guide(local, slug, module)
    for draft in quiz_sheet.module_drafts(PageDesk(local, UP, "pupil"), slug, module):
        name = draft.name.removesuffix("-a")
        if name != draft.name:  # sheet B asks the same in another order
            assert isinstance(draft.to, PageSetter)  # noqa: S101  the desk gave it
            yield Page(f"sheets/{module.code}-{name}.md", draft.title, draft.to, draft.blocks)


def _guide(local: LocalCourse, slug: str, module: Module) -> Page:
    """Return the guide, the answers of every quiz in it."""
    [draft] = guide.module_drafts(PageDesk(local, UP, "facilitator"), slug, module)
    to = draft.to
    assert isinstance(to, PageSetter)  # noqa: S101  the desk gave it
    keys = [block for quiz in module.quizzes for block in _keys(to, quiz)]
    families = [block for words in module.family_note for block in to.md(words)]
    blocks = [
        paper.para(joined(_around(to, module))),
        *draft.blocks,
        *([paper.heading(2, to.text(KEYS)), *keys] if keys else []),
        *([paper.heading(2, to.text(message("Mot aux familles"))), *families] if families else []),
        *_reviews(to, module),
    ]
    return Page(f"teach/{slug}.md", module.title, to, blocks)


def _keys(to: PageSetter, quiz: Quiz) -> list[Block]:
    found = [block for view in quiz_view(quiz, reveal=True).items for block in answered(to, view, rationale=True)]
    return [paper.heading(3, to.text(quiz.title)), *found]


def _around(to: PageSetter, module: Module) -> list[Inline]:
    """Return what page this is, and the ways to the module's others."""
    sheets = [to.to_page(to.text(quiz.title), f"sheets/{module.code}-{quiz.id}.md") for quiz in module.quizzes]
    return [to.text(GUIDE), to.to_page(to.text(LEARNER), f"learn/{module.code}.md"), *sheets]


def _reviews(to: PageSetter, module: Module) -> list[Block]:
    """Return who has read the module, or that nobody has."""
    rows = []
    review = module.review
    for label, mark in (
        (message("Relecture juridique"), review.legal),
        (message("Relecture pédagogique"), review.pedagogical),
    ):
        said = [mark.by, ", ", *to.day(mark.on)] if mark else to.text(NOT_YET)
        rows.append([*to.text(label), *to.text(COLON), *said])
    rights = f"{', '.join(module.authors)} · {module.licence}"
    rows.append([*to.text(message("Auteurs, licence")), *to.text(COLON), rights])
    return [paper.bullets(rows)]
