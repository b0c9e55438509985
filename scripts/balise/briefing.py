"""What facilitators' sheets say of a module before it begins: for whom, how long, minute by minute."""

from __future__ import annotations

from balise import paper
from balise.cards import unique
from balise.groups import SETTINGS
from balise.messages import Message, message
from balise.model import Module
from balise.paper import Block, Inline
from balise.registries.age import AgeBand
from balise.sheet_parts import COLON, joined
from balise.typesetter import Typesetter

ADULTS = {"staff": message("adultes de l'établissement"), "families": message("familles")}


def readers(to: Typesetter, module: Module) -> Inline:
    """Return for whom a module is: ages and classes, or which adults."""
    if module.to_adults:
        return to.text(ADULTS[module.audience])
    words = [*to.number(module.ages.replace("-", "–")), " ", *to.text(message("ans"))]
    bands = unique(str(band.classes) for band in to.local.registry.pick(AgeBand, module.age_bands))
    return [*words, *(run for band in bands for run in (" · ", *to.text(band)))]


def minutes(to: Typesetter, count: int) -> Inline:
    return [*to.number(str(count)), " ", *to.text(message("min"))]


def span(to: Typesetter, start: int, count: int) -> Inline:
    """Return from which minute to which something lasts."""
    return to.number(f"{start}–{start + count}")


def settings(to: Typesetter, module: Module) -> Inline:
    """Return where a module may be delivered."""
    return joined([to.text(SETTINGS[one]) for one in module.settings])


def labelled(to: Typesetter, label: Message, words: Inline) -> Inline:
    """Return words after their label in bold."""
    return [paper.strong([*to.text(label), *to.text(COLON)]), *words]


def titled(to: Typesetter, label: str, blocks: list[Block]) -> list[Block]:
    """Return blocks under a label; nothing when there are none."""
    return [paper.para(to.text(label), "label"), *blocks] if blocks else []
