"""Provisions of law on slides: what they say, how they are cited, the most a court can decide, when it was checked."""

from __future__ import annotations

from collections.abc import Sequence

from balise import paper
from balise.messages import message
from balise.paper import Inline
from balise.proof import verified
from balise.registries.law import Law, Penalty
from balise.sheet_parts import COLON, DOT, joined
from balise.slides import Slide, slide_id
from balise.stage import Stage

UNCHECKED = message("Loi pas encore vérifiée")
ADULTS = message("Ce que risque un adulte, au maximum")


def law_slides(on: Stage, one: Law, shown: Sequence[Penalty]) -> list[Slide]:
    """Return a law: its words, then the penalties for adults. Each slide bears its reference and its date."""
    to = on.to
    to.cite("law", one.id)
    name, foot = slide_id("law", one.anchor), source_line(on, one)
    told = on.words(name, [one.text], to.text(one.title), "law", foot=foot, guard="law")
    risks: list[Inline] = [
        [*to.text(case.case), *to.text(COLON), paper.strong(to.text(to.local.penalty(case)))] for case in shown
    ]
    cases = on.listed(slide_id(name, "penalty"), risks, to.text(ADULTS), "law", foot=foot, guard="law") if risks else []
    return [*told, *cases]


def minors_slides(on: Stage) -> list[Slide]:
    """Return the rule for minors, which follows every penalty."""
    to, rule = on.to, on.to.local.minors_rule
    to.cite("law", rule.id)
    title = to.text(message("Et quand l'auteur est mineur ?"))
    return on.words("minors", [rule.text], title, "law", foot=source_line(on, rule), guard="law")


def source_line(on: Stage, one: Law) -> Inline:
    """Return how a law is cited, and when it was last checked."""
    to = on.to
    return joined([to.text(one.reference), verified(to, [one]) or to.text(UNCHECKED)], DOT)
