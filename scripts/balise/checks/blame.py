"""Words that put the fault on the person harmed.

## What it checks
In every locale, modules, registries and hand-written pages do not say « elle l'a cherché », « s'est fait avoir »,
« naïf », “she asked for it”, or that a victim “confesses”. Each locale's list is `wording/<locale>.yaml`.
A negation just before makes it right (« ce n'est pas être naïf »). So do quotation marks, and it may be said by
whoever is to be answered: a likely answer, a chat message, a statement to discuss, a wrong option, a myth.

## Why
A child who reads that it was their fault will not ask for help.

## Example
    Inès s'est fait avoir : elle a été naïve.

## Instead
    Quelqu'un a trompé Inès.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from balise.checking import Finding
from balise.course import Course
from balise.diagnostics import Severity
from balise.wording import uses

ID = "blame"
SEVERITY = Severity.WARNING


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield words that blame."""
    for use in uses(course, "blame"):
        if not (use.met.quoted or use.met.undone or use.voiced):
            yield use.finding(use.message(), use.advice("say what was done to them, by whom"))
