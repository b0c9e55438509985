"""What the five interactions are in a room without devices: hands or cards, a show of letters, then the answer."""

from __future__ import annotations

import re
from dataclasses import replace

from balise import paper
from balise.interaction_paper import filled
from balise.interactions import Answer, Choice, ExtendedText, Interaction, Match, Order, TextEntry
from balise.markup import plain
from balise.messages import message
from balise.paper import Block, Inline
from balise.sentences import merged, pieces
from balise.slides import Ballot, Slide, continued, slide_id
from balise.stage import Stage, letters
from balise.typesetter import Typesetter
from balise.views import ItemView, QuizView

QUESTION = message("Question {n}")
ANSWER = message("Question {n} : la réponse")
LETTER = message("Question {n} : réponse {letter}")
LET_THINK = message(
    "Lisez la question et laissez une minute, puis demandez des réponses. Personne n'est obligé de parler."
)
COUNT_HANDS = message(
    "Lisez la question et chaque réponse. Laissez dix secondes, puis comptez les mains ou les cartes."
)
KEEP_TO_SELF = message(
    "Lisez la question, puis gardez une minute de silence. Chacun répond dans sa tête : ne comptez rien."
)
IN_YOUR_HEAD = message("Réponds dans ta tête. Personne ne lève la main.")
HINT = message("Indice : {words}")
DOT = "\u2003"
HOLE = re.compile(r"\{([^{}]+)\}")


def quiz_slides(quiz: QuizView, on: Stage) -> list[Slide]:
    """Return every question of a quiz: asked, voted for, answered. The key of an assessment is never on a slide."""
    slides = on.words("intro", [quiz.quiz.intro]) if quiz.quiz.intro else []
    for view in quiz.items:
        slides += _item(view, on)
    return slides


def _item(view: ItemView, on: Stage) -> list[Slide]:
    to, one = on.to, view.interaction
    name, title = slide_id("q", view.item.id), to.text(QUESTION, n=view.number)
    if isinstance(one, Choice) and one.scored:
        asked = on.vote(name, view.item.stem, _ballots(one, on, reveal=view.reveal), title)
    else:
        asked = [*on.words(name, [view.item.stem], title, "question"), *_parts(one, name, title, on)]
    answer = _answer(view, name, on) if view.reveal else []
    leads = _leads(view, on)
    told: list[Block] = on.to.md(view.item.rationale) if view.reveal else []
    made = [*(replace(slide, notes=leads) for slide in asked), *(replace(slide, notes=told) for slide in answer)]
    # Only words of one's own say something of whoever writes them.
    return [replace(slide, speaks=isinstance(one, ExtendedText)) for slide in made]


def _leads(view: ItemView, on: Stage) -> list[Block]:
    """Return how to put a question to the room, and a nudge for whoever is stuck."""
    to = on.to
    one = view.interaction
    scale = isinstance(one, Choice) and one.scale
    how = KEEP_TO_SELF if scale else COUNT_HANDS if isinstance(one, Choice) else LET_THINK
    hint = [paper.para(to.text(HINT, words=plain(view.item.hint, to.links.name)))] if view.item.hint else []
    return [paper.para(to.text(how)), *hint]


def _ballots(one: Choice, on: Stage, *, reveal: bool) -> tuple[Ballot, ...]:
    return tuple(
        Ballot(letters(place), on.to.inline(option.text), option.correct if reveal else None)
        for place, option in enumerate(one.options)
    )


def _parts(one: Interaction, name: str, title: Inline, on: Stage) -> list[Slide]:
    """Return what is to be placed, joined or filled in, called by letters and numbers.

    A scale is about oneself: a room never votes on it.
    """
    to = on.to
    if isinstance(one, Choice):
        points = on.listed(slide_id(name, "scale"), [to.inline(point.text) for point in one.options], title)
        return [replace(slide, foot=to.text(IN_YOUR_HEAD)) for slide in points]
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
        text = _filled(one, slide_id(name, "text"), holes, title, on)
        return [*text, *on.listed(slide_id(name, "parts"), words, title)]
    return []


def _answer(view: ItemView, name: str, on: Stage) -> list[Slide]:
    """Return the right answer and why."""
    to, one = on.to, view.interaction
    where, title = slide_id(name, "answer"), to.text(ANSWER, n=view.number)
    if isinstance(one, Choice):
        right = [(letters(place), option) for place, option in enumerate(one.options) if option.correct]
        shown = right if one.scored else []
        return [slide for letter, option in shown for slide in _right(view, letter, option, where, on)]
    if isinstance(one, Order):
        steps = {step.id: step for step in one.shown}
        placed = [_called(str(n), to.inline(steps[key].text)) for n, key in enumerate(one.key, 1)]
        return [*on.listed(where, placed, title), *_why(one.feedback, where, title, on)]
    if isinstance(one, Match):
        return on.listed(where, _pairs(one, to), title)
    if isinstance(one, TextEntry):
        words: dict[str, Inline] = {gap.id: [paper.strong(to.text(gap.key))] for gap in one.gaps}
        return [*_filled(one, where, words, title, on), *_why(one.feedback, where, title, on)]
    assert isinstance(one, ExtendedText)  # noqa: S101  the set is closed
    return on.words(where, [one.model_answer], title) if one.model_answer else []


def _right(view: ItemView, letter: str, option: Answer, where: str, on: Stage) -> list[Slide]:
    title = on.to.text(LETTER, n=view.number, letter=letter)
    return on.words(slide_id(where, letter.lower()), [option.feedback], title)


def _pairs(one: Match, to: Typesetter) -> list[Inline]:
    targets = {target.id: target for target in one.targets}
    return [
        [*to.inline(row.text), " ", paper.line_break(), paper.strong(to.text(targets[one.key[row.id]].text))]
        for row in one.rows
    ]


def _filled(one: TextEntry, name: str, holes: dict[str, Inline], title: Inline, on: Stage) -> list[Slide]:
    """Return a text with holes, cut where it would be with its words in: the question and its answer go together."""
    keys = {gap.id: gap.key for gap in one.gaps}

    def count(text: str) -> int:
        return on.count(HOLE.sub(lambda found: keys.get(found[1], found[0]), text))

    found = []
    for number, group in enumerate(pieces([one.text], on.room(title), count), 1):
        slide = on.slide(name, "words", [paper.para(filled(on.to.inline(merged(group)), holes))], title)
        found.append(continued(slide, number))
    return found


def _why(feedback: str, where: str, title: Inline, on: Stage) -> list[Slide]:
    return on.words(slide_id(where, "why"), [feedback], title) if feedback else []


def _called(name: str, words: Inline) -> Inline:
    return [paper.strong([name]), DOT, *words]
