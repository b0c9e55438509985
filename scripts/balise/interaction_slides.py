"""What the five interactions are in a room without devices: hands or cards, a show of letters, then the answer."""

from __future__ import annotations

from dataclasses import replace

from balise import paper
from balise.interaction_paper import filled
from balise.interactions import Choice, ExtendedText, Interaction, Match, Order, TextEntry
from balise.messages import message
from balise.paper import Block, Inline
from balise.slides import Ballot, Slide, slide_id
from balise.stage import Stage, letters
from balise.views import ItemView, QuizView

QUESTION = message("Question {n}")
ANSWER = message("Question {n} : la réponse")
DOT = "\u2003"


def quiz_slides(quiz: QuizView, on: Stage) -> list[Slide]:
    """Return every question of a quiz: asked, voted for, answered. The key of an assessment is never on a slide."""
    slides = on.words("intro", [quiz.quiz.intro]) if quiz.quiz.intro else []
    for view in quiz.items:
        slides += _item(view, on)
    return slides


def _item(view: ItemView, on: Stage) -> list[Slide]:
    to, one = on.to, view.interaction
    name, title = slide_id("q", view.item.id), to.text(QUESTION, n=view.number)
    told: list[Block] = to.md(view.item.rationale) if view.reveal else []
    if isinstance(one, Choice):
        asked = on.vote(name, view.item.stem, _ballots(one, on, reveal=view.reveal), title)
    else:
        asked = [*on.words(name, [view.item.stem], title, "question"), *_parts(one, name, title, on)]
    answer = _answer(one, name, to.text(ANSWER, n=view.number), on) if view.reveal else []
    return [*asked, *(replace(slide, notes=told) for slide in answer)]


def _ballots(one: Choice, on: Stage, *, reveal: bool) -> tuple[Ballot, ...]:
    return tuple(
        Ballot(letters(place), on.to.inline(option.text), option.correct if reveal and one.scored else None)
        for place, option in enumerate(one.options)
    )


def _parts(one: Interaction, name: str, title: Inline, on: Stage) -> list[Slide]:
    """Return what is to be placed, joined or filled in, called by letters and numbers."""
    to = on.to
    if isinstance(one, Order):
        steps = [_called(letters(place), to.inline(step.text)) for place, step in enumerate(one.shown)]
        return on.listed(slide_id(name, "parts"), steps, title)
    if isinstance(one, Match):
        targets = [_called(letters(place), to.text(target.text)) for place, target in enumerate(one.targets)]
        rows = [_called(str(number), to.inline(row.text)) for number, row in enumerate(one.rows, 1)]
        return [*on.listed(slide_id(name, "parts"), rows, title), *on.listed(slide_id(name, "targets"), targets, title)]
    if isinstance(one, TextEntry):
        holes: dict[str, Inline] = {gap.id: [paper.gap(8)] for gap in one.gaps}
        words = [[f"({n})", " ", *to.text(" / ".join(gap.words))] for n, gap in enumerate(one.gaps, 1)]
        text = on.slide(slide_id(name, "text"), "words", [paper.para(filled(to.inline(one.text), holes))], title)
        return [text, *on.listed(slide_id(name, "parts"), words, title)]
    return []


def _answer(one: Interaction, name: str, title: Inline, on: Stage) -> list[Slide]:
    """Return the right answer and why."""
    to = on.to
    where = slide_id(name, "answer")
    if isinstance(one, Choice):
        right = [(letters(place), option) for place, option in enumerate(one.options) if option.correct]
        shown = right if one.scored else []
        return [
            slide
            for letter, option in shown
            for slide in on.words(slide_id(where, letter.lower()), [option.feedback], title)
        ]
    if isinstance(one, Order):
        steps = {step.id: step for step in one.shown}
        listed = on.listed(
            where, [_called(str(n), to.inline(steps[key].text)) for n, key in enumerate(one.key, 1)], title
        )
        return [*listed, *_why(one.feedback, where, title, on)]
    if isinstance(one, Match):
        targets = {target.id: target for target in one.targets}
        pairs = [
            [*to.inline(row.text), paper.line_break(), paper.strong(to.text(targets[one.key[row.id]].text))]
            for row in one.rows
        ]
        return on.listed(where, pairs, title)
    if isinstance(one, TextEntry):
        words: dict[str, Inline] = {gap.id: [paper.strong(to.text(gap.key))] for gap in one.gaps}
        text = on.slide(where, "words", [paper.para(filled(to.inline(one.text), words))], title)
        return [text, *_why(one.feedback, where, title, on)]
    assert isinstance(one, ExtendedText)  # noqa: S101  the set is closed
    return on.words(where, [one.model_answer], title) if one.model_answer else []


def _why(feedback: str, where: str, title: Inline, on: Stage) -> list[Slide]:
    return on.words(slide_id(where, "why"), [feedback], title) if feedback else []


def _called(name: str, words: Inline) -> Inline:
    return [paper.strong([name]), DOT, *words]
