"""The pages of a module for learners, as on the site: where it begins, then one a step.

None holds the key of an assessment; that of practice comes last on its page, after where to find help.
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
from balise.model import Module
from balise.paper import Block, Inline
from balise.pictures import MEDIA
from balise.sheet_parts import COLON, help_note, joined
from balise.steps import Step, steps_of
from balise.typesetter import Typesetter
from balise.views import ItemView

ANSWERS = message("Les réponses, une par une")
ON_PAPER = message("Ce questionnaire se remplit sur papier.")
HELP = message("Trouver de l'aide")
STEPS, STEP = message("Étapes"), message("Étape {n} sur {total}")
PREVIOUS, NEXT = message("Étape précédente"), message("Étape suivante")


def learner_pages(local: LocalCourse, module: Module) -> Iterator[Page]:
    """Yield the page a module begins with, then one a step."""
    steps = steps_of(local, module)
    start = f"learn/{module.code}.md"
    to = PageDesk(local, "../", "pupil").setter(module)
    yield Page(start, module.title, to, [*_first(to, module), *_list(to, module, steps), *_help(to, module)])
    for step in steps:
        to = PageDesk(local, "../../", "pupil").setter(module)
        where = to.text(STEP, n=step.number, total=len(steps))
        blocks = [paper.para(joined([to.to_page(to.text(module.title), start), where])), *_done(to, module, step)]
        blocks.append(paper.para(joined(list(_ways(to, module, steps, step.number)))))
        blocks += [*_help(to, module), *_answers(to, step)]
        yield Page(step.path(module, ".md"), step.title, to, [_placed(one, module, to.root) for one in blocks])


def _first(to: PageSetter, module: Module) -> list[Block]:
    """Return what comes before the first step: what is difficult, how to step out, what one will learn."""
    code = to.text(message("Module {code}"), code=module.code.upper())
    pause = message("Tu peux faire une pause, ne pas répondre ou sortir quand tu veux, sans te justifier.")
    rules = [paper.para(to.text(message("Nos règles")), "label"), paper.bullets([*map(to.text, module.ground_rules)])]
    return [
        paper.para(joined([code, readers(to, module), minutes(to, module.duration)])),
        paper.para(to.text(module.summary), "lead"),
        anchored(paper.heading(2, to.text(message("À lire d'abord"))), "before"),
        paper.quote(to.md(module.content_note)),
        paper.para([*to.text(pause), " ", paper.link(to.text(HELP), "#help")]),
        paper.para(to.text(message("Ce que tu vas apprendre")), "label"),
        paper.bullets([to.text(one.text) for one in module.objectives]),
        *(rules if module.ground_rules else []),
    ]


def _list(to: PageSetter, module: Module, steps: tuple[Step, ...]) -> list[Block]:
    names = [to.to_page(_name(to, step), step.path(module, ".md")) for step in steps]
    return [anchored(paper.heading(2, to.text(STEPS)), "steps"), paper.bullets(names)]


def _name(to: PageSetter, step: Step) -> Inline:
    part = step.part(to.local)
    return [*to.text(step.title), *(["\u00a0· ", *to.text(part)] if part else [])]


def _ways(to: PageSetter, module: Module, steps: tuple[Step, ...], number: int) -> Iterator[Inline]:
    """Yield the way back to the step before this one, and on to the next."""
    near = {PREVIOUS: steps[number - 2 : number - 1] if number > 1 else (), NEXT: steps[number : number + 1]}
    for said, found in near.items():
        for step in found:
            yield [*to.text(said), *to.text(COLON), *to.to_page(_name(to, step), step.path(module, ".md"))]


def _help(to: PageSetter, module: Module) -> list[Block]:
    return [anchored(paper.heading(2, to.text(HELP)), "help"), *help_note(to, module)]


def _done(to: PageSetter, module: Module, step: Step) -> list[Block]:
    """Return what learners do; a quiz is asked here, unless it is an assessment: that one is on a sheet of its own."""
    said = as_page(step.activity, to, module) if step.activity and (step.first or step.held) else []
    if step.quiz:
        return [*said, *_asked(to, step)]
    return [*said, *([paper.para(to.text(ON_PAPER))] if step.activity and step.activity.quiz else [])]


def _asked(to: PageSetter, step: Step) -> Iterator[Block]:
    """Yield the questions of a step: nothing in them tells an answer."""
    assert step.quiz  # noqa: S101  the caller looked
    if step.quiz.quiz.intro and step.first:
        yield from to.md(step.quiz.quiz.intro)
    for view in step.quiz.items:
        yield paper.heading(2, to.text(message("Question {n}"), n=view.number))
        yield paper.para([paper.strong(to.inline(view.item.stem)), " ", *how(view.interaction, to)])
        yield from response(view.interaction, to)
        if view.item.hint:
            yield paper.para([*to.text(message("Un indice")), *to.text(COLON), *to.inline(view.item.hint)])


def _answers(to: PageSetter, step: Step) -> list[Block]:
    if not step.quiz:
        return []
    found = [block for view in step.quiz.items for block in answered(to, view)]
    return [paper.heading(2, to.text(ANSWERS)), *found]


def answered(to: Typesetter, view: ItemView, *, rationale: bool = False) -> list[Block]:
    """Return the answer of an item, and what can be said of each; for facilitators, why it is asked."""
    title: Inline = [*to.text(message("Question {n}"), n=view.number), *to.text(COLON), *to.inline(view.item.stem)]
    why = [paper.note(to.text(message("Pour l'intervenant")), to.md(view.item.rationale))] if rationale else []
    return [paper.heading(3 + rationale, title), *explained(view.interaction, None, to), *why]


def _placed(block: Block, module: Module, root: str) -> Block:
    """Return a picture with its address; any other block as it is."""
    if block["b"] != "picture":
        return block
    return {**block, "name": f"{root}assets/{MEDIA}/{module.code}/{block['name']}"}
