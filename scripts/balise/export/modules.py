"""The pages of a module: for learners, for whoever leads it, and a sheet a quiz; as on the site, at the same places.

A learner's page never holds the key of an assessment; that of a practice quiz comes last, after where to find help.
"""

from __future__ import annotations

from collections.abc import Iterator

from balise import paper
from balise.briefing import minutes, readers
from balise.export.page import Page, PageDesk, PageSetter
from balise.export.setter import anchored
from balise.handouts import page as as_page
from balise.interaction_paper import explained, how, response
from balise.local import LocalCourse
from balise.messages import message
from balise.model import Module, Quiz
from balise.paper import Block, Inline
from balise.pictures import MEDIA
from balise.quizzes_paper import sheet_a
from balise.sheet_parts import COLON, help_note, joined
from balise.sheets import guide, quiz_sheet
from balise.typesetter import Typesetter
from balise.views import ActivityView, activity_views

UP = "../"
LEARNER, GUIDE, KEYS = message("Page des élèves"), message("Guide de l'intervenant"), message("Corrigés")
ANSWERS = message("Les réponses, une par une")
NOT_YET = message("pas encore relu")


def module_pages(local: LocalCourse, slug: str, module: Module) -> Iterator[Page]:
    """Yield every page of a module, the learners' first, then the guide."""
    yield _learner(local, module)
    yield _guide(local, slug, module)
    for draft in quiz_sheet.module_drafts(PageDesk(local, UP, "pupil"), slug, module):
        name = draft.name.removesuffix("-a")
        if name != draft.name:  # sheet B asks the same in another order
            assert isinstance(draft.to, PageSetter)  # noqa: S101  the desk gave it
            yield Page(f"sheets/{module.code}-{name}.md", draft.title, draft.to, draft.blocks)


def _learner(local: LocalCourse, module: Module) -> Page:
    to = PageDesk(local, UP, "pupil").setter(module)
    placed = [getattr(activity, "quiz", None) for _, activity in module.activities()]
    practice = [quiz for quiz in module.quizzes if quiz.use == "practice"]
    blocks = [*_first(to, module), *_activities(to, module)]
    for quiz in practice:
        if quiz.id not in placed:
            blocks += [paper.heading(2, to.text(quiz.title)), *_asked(to, quiz)]
    blocks += [anchored(paper.heading(2, to.text(message("Trouver de l'aide"))), "help"), *help_note(to, module)]
    if practice:
        blocks.append(paper.heading(2, to.text(ANSWERS)))
        blocks += [block for quiz in practice for block in _answered(to, quiz)]
    return Page(f"learn/{module.code}.md", module.title, to, [_placed(one, module) for one in blocks])


def _placed(block: Block, module: Module) -> Block:
    """Return a picture with its address; any other block as it is."""
    return {**block, "name": f"{UP}assets/{MEDIA}/{module.code}/{block['name']}"} if block["b"] == "picture" else block


def _first(to: PageSetter, module: Module) -> list[Block]:
    """Return what comes before the first activity: what is difficult, how to step out, what one will learn."""
    code = to.text(message("Module {code}"), code=module.code.upper())
    pause = message("Tu peux faire une pause, ne pas répondre ou sortir quand tu veux, sans te justifier.")
    help_ = paper.link(to.text(message("Trouver de l'aide")), "#help")
    goals = [to.text(one.text) for one in module.objectives]
    rules = [paper.para(to.text(message("Nos règles")), "label"), paper.bullets([*map(to.text, module.ground_rules)])]
    return [
        paper.para(joined([code, readers(to, module), minutes(to, module.duration)])),
        paper.para(to.text(module.summary), "lead"),
        anchored(paper.heading(2, to.text(message("À lire d'abord"))), "before"),
        paper.quote(to.md(module.content_note)),
        paper.para([*to.text(pause), " ", help_]),
        paper.para(to.text(message("Ce que tu vas apprendre")), "label"),
        paper.bullets(goals),
        *(rules if module.ground_rules else []),
    ]


def _activities(to: PageSetter, module: Module) -> list[Block]:
    blocks: list[Block] = []
    for lesson in module.lessons:
        if len(module.lessons) > 1:
            blocks.append(paper.heading(2, to.text(lesson.title)))
        for view in activity_views(to.local, module, lesson):
            title = paper.heading(2, to.text(view.activity.title))
            blocks += [anchored(title, f"a-{view.activity.id}"), *_activity(to, module, view)]
    return blocks


def _activity(to: PageSetter, module: Module, view: ActivityView) -> list[Block]:
    """Return what learners do; a quiz is asked here, unless it is an assessment: that one is on a sheet of its own."""
    said = as_page(view, to, module)
    if view.quiz and view.quiz.quiz.use == "practice":
        return [*said, *_asked(to, view.quiz.quiz)]
    on_paper = [paper.para(to.text(message("Ce questionnaire se remplit sur papier.")))] if view.quiz else []
    return [*said, *on_paper]


def _asked(to: Typesetter, quiz: Quiz) -> list[Block]:
    """Return the questions of a quiz: nothing in them tells an answer."""
    blocks = to.md(quiz.intro) if quiz.intro else []
    for number, (item, one) in enumerate(sheet_a(quiz), 1):
        title = to.text(message("Question {n}"), n=number)
        asked = paper.para([paper.strong(to.inline(item.stem)), " ", *how(one, to)])
        blocks += [paper.heading(3, title), asked, *response(one, to)]
        blocks += (
            [paper.para([*to.text(message("Un indice")), *to.text(COLON), *to.inline(item.hint)])] if item.hint else []
        )
    return blocks


def _answered(to: Typesetter, quiz: Quiz, *, rationale: bool = False) -> list[Block]:
    """Return every answer of a quiz, and what can be said of each; for facilitators, why it is asked."""
    blocks: list[Block] = [paper.heading(3, to.text(quiz.title))]
    for number, (item, one) in enumerate(sheet_a(quiz), 1):
        title: Inline = [*to.text(message("Question {n}"), n=number), *to.text(COLON), *to.inline(item.stem)]
        blocks += [paper.heading(4, title), *explained(one, None, to)]
        blocks += [paper.note(to.text(message("Pour l'intervenant")), to.md(item.rationale))] if rationale else []
    return blocks


def _guide(local: LocalCourse, slug: str, module: Module) -> Page:
    """Return the guide, the answers of every quiz in it."""
    [draft] = guide.module_drafts(PageDesk(local, UP, "facilitator"), slug, module)
    to = draft.to
    assert isinstance(to, PageSetter)  # noqa: S101  the desk gave it
    keys = [block for quiz in module.quizzes for block in _answered(to, quiz, rationale=True)]
    families = [block for words in module.family_note for block in to.md(words)]
    blocks = [
        paper.para(joined(_around(to, module))),
        *draft.blocks,
        *([paper.heading(2, to.text(KEYS)), *keys] if keys else []),
        *([paper.heading(2, to.text(message("Mot aux familles"))), *families] if families else []),
        *_reviews(to, module),
    ]
    return Page(f"teach/{slug}.md", module.title, to, blocks)


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
