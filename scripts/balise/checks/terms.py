"""A word that calls the abuse of a child by another name.

## What it checks
In every locale, modules, registries and hand-written pages do not say « pédopornographie », “child prostitute”,
“revenge porn”, “sex tourism”, “client” of a minor… Each locale's list is `wording/<locale>.yaml`, with what to say
instead; it follows the words agreed for the course, and says where a choice is our own (`house: true`).
Between quotation marks or in a block quotation a word may be shown, and whoever is to be answered may say it: a likely
answer, a chat message, a statement to discuss, a wrong option, the words a glossary entry advises against.

## Why
Pornography can be consented to, a client buys a service, a prostitute has a trade. A child has none of these.

## Example
    La pédopornographie est interdite.

## Instead
    Les contenus pédocriminels sont interdits.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from balise.checking import Finding
from balise.course import Course
from balise.diagnostics import Severity
from balise.wording import uses

ID = "terms"
SEVERITY = Severity.WARNING


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield words that are not those of the course."""
    for use in uses(course, "terms"):
        if not use.met.quoted and not use.voiced:
            yield use.finding(use.message(), use.advice("say what was done, by whom; a quotation stands in « »"))
