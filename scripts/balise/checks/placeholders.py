"""A reference or gap lost, added or changed in translation.

## What it checks
A translation holds the same references (`[](law:…)`) and the same `{gaps}` as its source, in any order.

## Why
A translated page without its helpline link, or with another law, is wrong where nobody on the team reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from balise.checking import Finding, in_passage
from balise.course import SOURCE_LOCALE, Course
from balise.diagnostics import Severity
from balise.markup import references

ID = "placeholders"
SEVERITY = Severity.ERROR
GAP = re.compile(r"\{([a-z0-9-]+)\}")


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield translations whose placeholders differ."""
    others = [locale for locale in course.scope if locale != SOURCE_LOCALE]
    for document in course.documents():
        for locale in others:
            for source, target in document.translated(locale):
                if not any(mark in one.text for one in (source, target) for mark in ("](", "{")):
                    continue
                ours, theirs = (sorted((*references(p.text), *GAP.findall(p.text))) for p in (source, target))
                for name in ours:
                    if theirs.count(name) < ours.count(name):
                        yield in_passage(
                            target,
                            f'the translation loses "{name}"',
                            f"write it back as in “{source.text[:80]}”",
                        )
                        break
                for name in theirs:
                    if ours.count(name) < theirs.count(name):
                        yield in_passage(target, f'the translation adds "{name}"', "remove it")
                        break
