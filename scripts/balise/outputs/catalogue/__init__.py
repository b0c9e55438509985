"""The list of modules, grouped by the youngest age each is written for, and the filters over it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from markupsafe import Markup

from balise.cards import DURATIONS, module_card
from balise.catalogs import READY
from balise.groups import FRAMEWORKS, SETTINGS
from balise.local import LocalCourse, locale_names
from balise.messages import Message, message
from balise.model import Module
from balise.plan import Artifact, Render, SearchEntry
from balise.registries.age import AgeBand
from balise.registries.term import Term


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter: how it is written in an address, what it is called, how many modules have it."""

    value: str
    label: str
    count: int
    language: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to look for modules. `one` when a single value is chosen, from a closed list."""

    name: str
    title: Message
    choices: tuple[Choice, ...]
    one: bool = False


def of_module(local: LocalCourse, slug: str, module: Module, render: Render) -> dict[str, Any]:
    """Return the card of a module, the youngest age it is for, and what filters find it by."""
    card = module_card(local, slug, module)
    html = render("templates/module_card.html", card=card, module=module, full=True)
    return {"age": int(module.ages.partition("-")[0]), "found_by": card.found_by, "html": html}


def gather(local: LocalCourse, shown: Mapping[str, Any]) -> Iterator[Artifact]:
    """Yield the catalogue page."""
    cards = sorted(shown.values(), key=itemgetter("age"))
    groups = [(age, [Markup(card["html"]) for card in found]) for age, found in groupby(cards, key=itemgetter("age"))]  # noqa: S704  rendered
    title = local.message(message("Modules"))
    yield Artifact(
        path="modules.html",
        template="outputs/catalogue/page.html",
        title=title,
        data={"groups": groups, "filters": list(_filters(local, cards)), "ready": READY},
        search=(SearchEntry("", title, local.message(message("Tous les modules, par âge"))),),
    )


def _filters(local: LocalCourse, cards: list[Any]) -> Iterator[Filter]:
    """Yield the filters that tell modules apart, with only the values some module has."""
    topics = sorted(local.registry.of(Term), key=lambda term: term.term.casefold())
    known: tuple[tuple[str, Message, dict[str, str], bool], ...] = (
        ("age", message("Âge"), {band.id: band.title for band in local.registry.of(AgeBand)}, False),
        ("setting", message("Cadre"), dict(SETTINGS), False),
        ("duration", message("Durée"), {key: label for key, (_, label) in DURATIONS.items()}, False),
        ("language", message("Langue"), {n.tag: n.endonym for n in locale_names(local.course.locales)}, False),
        ("topic", message("Sujet"), {term.id: term.term for term in topics}, True),
        ("framework", message("Programme"), {key.lower(): label for key, label in FRAMEWORKS.items()}, True),
    )
    for name, title, labels, one in known:
        counts = Counter(value for card in cards for value in card["found_by"][name])
        choices = tuple(
            Choice(value, label, counts[value], value if name == "language" else "")
            for value, label in labels.items()
            if counts[value]
        )
        if any(choice.count < len(cards) for choice in choices):
            yield Filter(name, title, choices, one)
