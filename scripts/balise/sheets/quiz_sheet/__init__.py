"""The questions of a quiz to answer on paper, in two orders; the key is a document of its own, for adults."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from balise import paper
from balise.interaction_paper import how, response
from balise.interactions import Choice
from balise.messages import message
from balise.model import Module, Quiz
from balise.paper import Block
from balise.plan import Audience
from balise.quizzes_paper import Question, points, sheet_a, sheet_b
from balise.sheet import Desk, Draft
from balise.sheet_parts import name_fields, short_help
from balise.typesetter import Typesetter

ORDER = "30"
LABEL = message("Questions")
AUDIENCE: Audience = "pupil"
VARIANTS = ("large", "dyslexia", "ink")
EDITABLE = True
LABELS = {
    ("practice", "a"): message("Fiche d'entraînement, sujet A"),
    ("practice", "b"): message("Fiche d'entraînement, sujet B"),
    ("assessment", "a"): message("Fiche d'évaluation, sujet A"),
    ("assessment", "b"): message("Fiche d'évaluation, sujet B"),
}


def module_drafts(desk: Desk, slug: str, module: Module) -> Iterator[Draft]:  # noqa: ARG001  the slug is for others
    """Yield sheets A and B of every quiz of a module."""
    for quiz in module.quizzes:
        for letter, questions in (("a", sheet_a(quiz)), ("b", sheet_b(quiz))):
            to = desk.setter(module)
            blocks = [*_head(to, module, quiz, questions), *_questions(to, questions), *_hints(to, quiz, questions)]
            label = LABELS[quiz.use, letter]
            blocks += short_help(to, module)
            # Whoever edits sheet A makes their own sheet B of it: two would soon ask different things.
            yield Draft(f"{quiz.id}-{letter}", quiz.title, to, blocks, label, editable=letter == "a")


def _head(to: Typesetter, module: Module, quiz: Quiz, questions: Sequence[Question]) -> list[Block]:
    """Return who answers, where a name may stand, and what is said first.

    Practice is nobody's business, adults owe nobody their name, and a question about oneself must never meet one.
    """
    intro = to.md(quiz.intro) if quiz.intro else []
    if quiz.use == "practice":
        return [paper.para(to.text(message("Sans nom : personne ne ramasse cette feuille.")), "small"), *intro]
    if any(isinstance(one, Choice) and one.scale for _, one in questions):
        own = message("Pas de nom sur cette feuille : une question y parle de soi.")
        return [paper.para(to.text(own), "small"), *intro]
    read = paper.para(to.text(message("Cette feuille sera lue : on n'y écrit rien de sa vie privée.")), "small")
    total = points(questions)
    score = [paper.para([*to.text(message("Points :")), " ", paper.gap(4), " ", *to.number(f"/ {total}")])]
    return [*([] if module.to_adults else [name_fields(to)]), read, *(score if total else []), *intro]


def _questions(to: Typesetter, questions: Sequence[Question]) -> list[Block]:
    """Return the questions, each kept on one page with the room to answer it."""
    blocks: list[Block] = []
    for number, (item, one) in enumerate(questions, 1):
        blocks.append(paper.heading(2, to.text(message("Question {n}"), n=number)))
        asked = paper.para([paper.strong(to.inline(item.stem)), " ", *how(one, to)])
        blocks.append(paper.keep([asked, *response(one, to)]))
    return blocks


def _hints(to: Typesetter, quiz: Quiz, questions: Sequence[Question]) -> list[Block]:
    """Return the hints after the last question, to be looked for by whoever wants one; an assessment has none."""
    hinted = [(number, item.hint) for number, (item, _) in enumerate(questions, 1) if item.hint]
    if quiz.use == "assessment" or not hinted:
        return []
    hints = [paper.steps([to.inline(hint)], number) for number, hint in hinted]
    return [paper.heading(2, to.text(message("Des indices, pour avancer"))), paper.keep(hints)]
