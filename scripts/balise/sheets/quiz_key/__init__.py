"""The answer key of a quiz, for adults: one table to mark both sheets with, then every answer and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from balise import paper
from balise.interaction_paper import explained, short_key
from balise.messages import message
from balise.model import Module, Quiz
from balise.paper import Block, Inline
from balise.plan import Audience
from balise.quizzes_paper import Question, points, sheet_a, sheet_b
from balise.sheet import Desk, Draft
from balise.typesetter import Typesetter

ORDER = "40"
LABEL = message("Corrigé, pour les adultes")
AUDIENCE: Audience = "facilitator"


def module_drafts(desk: Desk, slug: str, module: Module) -> Iterator[Draft]:  # noqa: ARG001  the slug is for others
    """Yield the key of every quiz of a module."""
    for quiz in module.quizzes:
        to = desk.setter(module, adults=True)
        first, second = sheet_a(quiz), sheet_b(quiz)
        blocks = [*_table(to, quiz, first, second), *_answers(to, first, second)]
        yield Draft(f"{quiz.id}-key", quiz.title, to, blocks)


def _table(to: Typesetter, quiz: Quiz, first: Sequence[Question], second: Sequence[Question]) -> list[Block]:
    """Return what marking takes: the key of each sheet in its own order, side by side."""
    head = [to.text(message("Question")), to.text(message("Sujet A")), to.text(message("Sujet B"))]
    rows: list[list[Inline]] = []
    for number, ((_, one), (_, other)) in enumerate(zip(first, second, strict=True), 1):
        rows.append([to.number(str(number)), short_key(one, to), short_key(other, to)])
    same = message("Ce corrigé va avec les fiches de la même langue et de la même édition : gardez-le pour vous.")
    blocks = [paper.para(to.text(same), "small")]
    if quiz.use == "assessment":
        blocks.append(paper.para(to.text(message("Un point par réponse juste, {n} en tout."), n=points(first))))
    none = message("Un tiret : la question n'a pas de réponse juste, elle ne se note pas.")
    unscored = [paper.para(to.text(none), "small")] if points(first) < len(first) else []
    return [*blocks, paper.table(head, rows, (1.2, 4, 4)), *unscored]


def _answers(to: Typesetter, first: Sequence[Question], second: Sequence[Question]) -> list[Block]:
    """Return every question with its answer, what can be said of each wrong one, and why it is asked."""
    places = {item.id: (number, one) for number, (item, one) in enumerate(second, 1)}
    letters = to.text(message("Les explications citent les lettres du sujet A."))
    blocks = [paper.heading(2, to.text(message("Les réponses, une par une"))), paper.para(letters, "small")]
    for number, (item, one) in enumerate(first, 1):
        place, other = places[item.id]
        title = message("Question {a} du sujet A, {b} du sujet B")
        blocks += [
            paper.heading(3, to.text(title, a=number, b=place)),
            paper.para(to.inline(item.stem), "label"),
            *explained(one, other, to),
            paper.note(to.text(message("Pour l'intervenant")), to.md(item.rationale)),
        ]
    return blocks
