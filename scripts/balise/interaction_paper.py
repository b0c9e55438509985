"""What the five interactions are on paper: room to answer, a key short enough to mark with, and the whole answer.

Options, rows and steps are called by the letters and numbers of the sheet, Latin in every language: they are what a
pupil and whoever marks the sheet say to each other.
"""

from __future__ import annotations

import re
from string import ascii_uppercase as LETTERS  # noqa: N812  they are what the sheet calls things by

from balise import paper
from balise.interactions import Answer, Choice, ExtendedText, Interaction, Match, Order, TextEntry
from balise.messages import message
from balise.paper import Block, Inline
from balise.sheet_parts import DOT, joined
from balise.typesetter import Typesetter

WIDEST = 14
"""Letters a gap has room for: a longer one would break its sentence into pieces."""
SUGGESTION = message("Proposition")
HOLE = re.compile(r"\{([^{}]+)\}")


def how(one: Interaction, to: Typesetter) -> Inline:
    """Return how to answer; nothing where there is only room to write."""
    if isinstance(one, Choice):
        if one.scale:
            return to.text(message("Choisis ce qui te ressemble le plus : il n'y a pas de bonne réponse."))
        return to.text(message("Plusieurs réponses sont possibles.") if one.multiple else message("Une seule réponse."))
    if isinstance(one, Order):
        return to.text(message("Mets dans l'ordre, de 1 à {n}."), n=len(one.shown))
    if isinstance(one, Match):
        return to.text(message("Écris une lettre sur chaque ligne."))
    if isinstance(one, TextEntry):
        return to.text(message("Complète en choisissant parmi les mots proposés."))
    return []


def response(one: Interaction, to: Typesetter) -> list[Block]:
    """Return what is to be chosen, placed or filled in, and room for it. Nothing in it tells the key."""
    if isinstance(one, Choice):
        # A letter would make a test of a scale.
        letters = ["" if one.scale else letter for letter in LETTERS[: len(one.options)]]
        return [paper.options(letters, [to.inline(option.text) for option in one.options], several=one.multiple)]
    if isinstance(one, Order):
        steps = [[[], _called(LETTERS[place], to.inline(step.text))] for place, step in enumerate(one.shown)]
        return [paper.table([to.text(message("Place")), to.text(SUGGESTION)], steps, (1, 5))]
    if isinstance(one, Match):
        targets = [_called(LETTERS[place], to.text(target.text)) for place, target in enumerate(one.targets)]
        rows = [[_called(str(number), to.inline(row.text)), []] for number, row in enumerate(one.rows, 1)]
        return [paper.bullets(targets), paper.table([to.text(SUGGESTION), to.text(message("Lettre"))], rows, (5, 1))]
    if isinstance(one, TextEntry):
        return _text_entry(one, to)
    return [paper.lines(one.lines)]


def _text_entry(one: TextEntry, to: Typesetter) -> list[Block]:
    """Return the text with numbered gaps, then the words each gap may take."""
    holes: dict[str, Inline] = {}
    banks: list[Inline] = []
    for number, gap in enumerate(one.gaps, 1):
        name = to.number(f"({number})")
        holes[gap.id] = [*name, "\u00a0", paper.gap(min(WIDEST, max(map(len, gap.words))))]
        banks.append([paper.strong(name), " ", *joined([to.text(word) for word in gap.words])])
    return [paper.para(filled(to.inline(one.text), holes)), paper.bullets(banks)]


def filled(runs: Inline, holes: dict[str, Inline]) -> Inline:
    """Return the runs of a text entry with something in each of its gaps."""
    done: Inline = []
    for run in runs:
        if isinstance(run, str):
            for place, piece in enumerate(HOLE.split(run)):
                done += holes[piece] if place % 2 else [piece] if piece else []
        else:
            done.append({**run, "c": filled(run["c"], holes)} if "c" in run else run)
    return done


def short_key(one: Interaction, to: Typesetter) -> Inline:
    """Return the right answer as the pupil writes it on this sheet; a dash where there is none."""
    if isinstance(one, Choice) and one.scored:
        right = [LETTERS[place] for place, option in enumerate(one.options) if option.correct]
        return joined([to.number(letter) for letter in right])
    if isinstance(one, Order):
        return joined([to.number(f"{LETTERS[place]}\u00a0{n}") for place, n in enumerate(places(one))])
    if isinstance(one, Match):
        letters = target_letters(one)
        return joined([to.number(f"{n}\u00a0{letters[one.key[row.id]]}") for n, row in enumerate(one.rows, 1)])
    if isinstance(one, TextEntry):
        return joined([[*to.number(f"({n})"), "\u00a0", *to.text(gap.key)] for n, gap in enumerate(one.gaps, 1)])
    return ["–"]


def places(one: Order) -> list[int]:
    """Return the place each shown step has in the right order, from 1."""
    return [one.key.index(step.id) + 1 for step in one.shown]


def target_letters(one: Match) -> dict[str, str]:
    """Return the letter of each target on this sheet."""
    return {target.id: LETTERS[place] for place, target in enumerate(one.targets)}


def explained(one: Interaction, other: Interaction | None, to: Typesetter) -> list[Block]:
    """Return the whole answer with what learners are told, and how each sheet calls every part of it.

    `one` is as the first sheet shows it, `other` as the second does, where there is a second.
    """
    if isinstance(one, Choice):
        return [_options_told(one, other if isinstance(other, Choice) else None, to)]
    if isinstance(one, Match):
        return [_rows_told(one, other if isinstance(other, Match) else None, to)]
    if isinstance(one, Order):
        steps = {step.id: step for step in one.shown}
        return [paper.steps([to.inline(steps[name].text) for name in one.key]), *_told(one.feedback, to)]
    if isinstance(one, TextEntry):
        words: dict[str, Inline] = {gap.id: [paper.strong(to.text(gap.key))] for gap in one.gaps}
        return [paper.para(filled(to.inline(one.text), words)), *_told(one.feedback, to)]
    assert isinstance(one, ExtendedText)  # noqa: S101  the set is closed
    return [paper.para(to.text(message("Une réponse possible")), "label"), *to.md(one.model_answer)]


def _told(feedback: str, to: Typesetter) -> list[Block]:
    return to.md(feedback) if feedback else []


def _options_told(one: Choice, other: Choice | None, to: Typesetter) -> Block:
    if one.scale:
        points = [[to.text(point.text), to.inline(point.feedback)] for point in one.options]
        return paper.table(_head(to), points, (8, 12))
    seconds = {option.id: LETTERS[place] for place, option in enumerate(other.options)} if other else {}
    rows: list[list[Inline]] = []
    for place, option in enumerate(one.options):
        called: list[Inline] = [[LETTERS[place]]]
        if other:
            called.append([seconds[option.id]])
        mark: Inline = [paper.strong(to.text(message("Juste"))), DOT] if option.correct else []
        rows.append([*called, [*mark, *to.inline(option.text)], to.inline(option.feedback)])
    return _told_table(rows, to, sheets=2 if other else 1)


def _rows_told(one: Match, other: Match | None, to: Typesetter) -> Block:
    firsts, seconds = target_letters(one), target_letters(other) if other else {}
    numbers = {row.id: number for number, row in enumerate(other.rows, 1)} if other else {}
    targets: dict[str, Answer] = {target.id: target for target in one.targets}
    rows: list[list[Inline]] = []
    for number, row in enumerate(one.rows, 1):
        name = one.key[row.id]
        called = [to.number(f"{number}\u00a0{firsts[name]}")]
        called += [to.number(f"{numbers[row.id]}\u00a0{seconds[name]}")] if other else []
        pair = [*to.inline(row.text), paper.line_break(), paper.strong(to.text(targets[name].text))]
        rows.append([*called, pair, to.inline(row.feedback)])
    return _told_table(rows, to, sheets=2 if other else 1)


def _told_table(rows: list[list[Inline]], to: Typesetter, sheets: int) -> Block:
    """Return what is told of each part, after what it is called on one sheet, or on both."""
    names: tuple[Inline, ...] = (["A"], ["B"]) if sheets == 2 else ([],)
    return paper.table([*names, *_head(to)], rows, (*(1 for _ in names), 8, 10))


def _head(to: Typesetter) -> list[Inline]:
    return [to.text(SUGGESTION), to.text(message("Ce que l'on peut dire"))]


def _called(name: str, words: Inline) -> Inline:
    """Return words after what they are called by on the sheet."""
    return [paper.strong([name]), "\u2003", *words]
