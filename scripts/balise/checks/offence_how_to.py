"""Instructions that teach an offence.

## What it checks
In every locale, no text tells somebody how to approach a child, escape an investigation, fabricate an image,
get round an age check or keep an image behind somebody's back: an order (« crée un faux compte pour… ») or a recipe
(« pour…, il suffit de… »). Only orders and recipes are looked for, so a story may say what somebody did, and a
negation just before makes it right. Quotation marks do not. Each locale's list is `wording/<locale>.yaml`.

## Why
A course read by thousands of pupils is read by a few who look for a method.

## Example
    Pour approcher une fille, il suffit de créer un faux compte.

## Instead
    Un faux compte sert parfois à tromper quelqu'un.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from balise.checking import Finding
from balise.course import Course
from balise.diagnostics import Severity
from balise.wording import uses

ID = "offence-how-to"
SEVERITY = Severity.ERROR
ADVICE = "say how to notice it and how to get out, never how it is done"


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield instructions."""
    for use in uses(course, "offence"):
        if not use.met.undone:
            yield use.finding(use.message(), use.advice(ADVICE))
