"""A penalty pupils read without the rule for minors.

## What it checks
In a module for pupils, where learners read a `penalty:` that a minor may incur, the same activity, item or field
refers to the course's rule for minors (`minors_rule` of `course.yaml`). A `law_brief` shows it by itself.

## Why
A penalty is the most a court can decide for an adult. Read alone, it frightens a child with what does not apply to
them, and keeps the one who did wrong from speaking.

## Example
    key_points:
      - Cela va jusqu'à [](penalty:fr.cp.226-2-1/base).

## Instead
    key_points:
      - >-
        Pour un adulte, cela va jusqu'à [](penalty:fr.cp.226-2-1/base). Pour une personne mineure, il y a
        [une règle à part](law:fr.cjpm.minors).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from balise.activities.law_brief import LawBrief
from balise.checking import Finding, in_passage
from balise.course import SOURCE_LOCALE, Course, Passage
from balise.diagnostics import Severity
from balise.fields import EASY
from balise.load import Path_
from balise.markup import references
from balise.readers import learners_passages, pupils_modules
from balise.registries.law import Law

ID = "minors-rule"
SEVERITY = Severity.ERROR


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield penalties that pupils read without the rule for minors."""
    rule = f"law:{course.settings.minors_rule}"
    laws = [law for law in course.registry.of(Law) if law.applies_to_minors]
    incurred = {f"penalty:{law.id}/{penalty.id}" for law in laws for penalty in law.penalties}
    for document, module in pupils_modules(course):
        briefs = [path for path, activity in module.activities() if isinstance(activity, LawBrief)]
        told = {place for path in briefs for place in (path, (*path, EASY))}
        alone: list[tuple[Passage, str]] = []
        for passage in learners_passages(document, (SOURCE_LOCALE,)):
            for target in references(passage.text):
                if target == rule:
                    told.add(_place(passage.path))
                elif target in incurred:
                    alone.append((passage, target))
        for passage, target in alone:
            if _place(passage.path) not in told:
                text = f'pupils read "{target}" without the rule for minors'
                yield in_passage(passage, text, f"add `[une règle à part pour les mineurs]({rule})` beside it")


def _place(path: Path_) -> Path_:
    """Return the activity, item or field a text belongs to: read together; easy texts are on their own."""
    place = path[:4] if path[2:3] in (("activities",), ("items",)) else path[:1]
    return (*place, EASY) if EASY in path else place
