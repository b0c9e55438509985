"""An item without a key, with two, or whose parts do not fit together.

## What it checks
A `single_choice` has exactly one option with `correct: true`, a `multiple_choice` at least one and not
all, a card's `category` exists, every `{gap}` of a `gap_fill` is declared and every declared gap is used.

## Why
A question that cannot be answered teaches that the rest is wrong too.

## Example
    type: single_choice
    options:
      - {id: a, text: Le 3018, feedback: …}        # no option is correct

## Instead
      - {id: a, text: Le 3018, correct: true, feedback: …}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from balise.checking import Finding, at
from balise.course import Course, Document
from balise.diagnostics import Severity, did_you_mean
from balise.interactions import Choice, TextEntry
from balise.items.categorise import Categorise
from balise.load import Path_
from balise.parts import Item

ID = "item-key"
SEVERITY = Severity.ERROR


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield faults of every item."""
    for document in course.modules.values():
        assert document.module  # noqa: S101
        for path, _, item in document.module.items():
            yield from _item(document, path, item)


def _item(document: Document, path: Path_, item: Item) -> Iterator[Finding]:
    if isinstance(item, Categorise):
        names = {category.id for category in item.categories}
        for index, card in enumerate(item.cards):
            if card.category not in names:
                where = (*path, "cards", index, "category")
                text = f'card "{card.id}" has no category "{card.category}"'
                yield at(document, where, text, did_you_mean(card.category, names))
    match item.lower():
        case Choice(scale=False) as choice:
            yield from _choice(document, path, item, choice)
        case TextEntry(text=text, gaps=gaps):
            written, declared = set(re.findall(r"\{([^{}]+)\}", text)), {gap.id for gap in gaps}
            for name in sorted(written - declared):
                yield at(document, (*path, "text"), f"the gap {{{name}}} is not declared", "add it under `gaps:`")
            for name in sorted(declared - written):
                yield at(
                    document,
                    (*path, "gaps"),
                    f'the gap "{name}" is not in the text',
                    f"write {{{name}}} where it goes",
                )


def _choice(document: Document, path: Path_, item: Item, choice: Choice) -> Iterator[Finding]:
    keys = sum(option.correct for option in choice.options)
    total = len(choice.options)
    where = (*path, "options")
    if keys == 0:
        note = f"none of these {total} options has `correct: true`"
        wanted = "at least one option" if choice.multiple else "exactly one option"
        yield at(
            document,
            where,
            f'item "{item.id}" has no correct option',
            f"it needs {wanted} with `correct: true`",
            note,
        )
    elif keys > 1 and not choice.multiple:
        yield at(
            document,
            where,
            f'item "{item.id}" has {keys} correct options',
            "use `type: multiple_choice`, or keep one",
        )
    elif keys == total and choice.multiple:
        yield at(document, where, f'every option of item "{item.id}" is correct', "add an option that is not")
