"""A sexual or crude word above the age of those who read it.

## What it checks
Each word of `graphic` in `wording/<locale>.yaml` has the youngest age it may be read at; without one, pupils never
read it. In a module it is compared with the lower bound of `ages`; in the registries and on hand-written pages with
12 years, and with 9 in what a service says `for_children`. Adults' notes may hold all but the crude words.
Quotation marks change nothing: a child reads what they hold.

## Why
Words put images in a child's head that the session cannot take out again.

## Example
    ages: 9-12
    content_note: On va parler de prostitution.

## Instead
    content_note: On va parler d'adultes qui profitent d'enfants.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from balise.checking import Finding
from balise.course import Course
from balise.diagnostics import Severity
from balise.readers import ADULT
from balise.wording import Rule, uses

ID = "graphic"
SEVERITY = Severity.WARNING


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield words too graphic for their readers."""
    for use in uses(course, "graphic"):
        limit = _limit(use.rule)
        if use.age < limit:
            readers = f"readers of {limit} and over" if limit <= ADULT else "nobody"
            text = f'"{use.met.words}" is for {readers} ({use.rule.why}); this is read from {use.age}'
            yield use.finding(text, use.advice("say it in plainer words, or leave the detail out"))


def _limit(rule: Rule) -> int:
    """Return the youngest age a word may be read at; above that of adults when it never may."""
    if rule.from_age is not None:
        return rule.from_age
    return ADULT if rule.adults else ADULT + 1
