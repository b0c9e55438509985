"""Which service for which situation, in a room: a situation, a silence, then whom to turn to.

What each service is for is on the last slides of every deck.
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from balise import paper
from balise.activities.services_map import ServicesMap, Situation
from balise.help_slides import needs, reach
from balise.messages import message
from balise.paper import Inline
from balise.registries.service import Service
from balise.sheet_parts import COLON, contact
from balise.slides import MOST_WORDS, Slide, as_one, slide_id
from balise.stage import Stage
from balise.views import ActivityView

FIRST = 3
"""Situations that stay when time is short."""
DOORS = message("À qui s'adresser")
SITUATION = message("Situation {n} : vers qui se tourner ?")
ANSWER = message("Situation {n} : {service}")
OR = message(", ou ")


def slides(view: ActivityView, on: Stage) -> list[Slide]:
    """Return what the map is for, the situations with their answers, then what to remember."""
    activity = cast(ServicesMap, view.activity)
    situations = enumerate(activity.situations, 1)
    return [
        *on.words("intro", [activity.intro]),
        *on.listed("services", needs(on.to, view.refers["services"]), on.to.text(DOORS)),
        *(slide for number, one in situations for slide in _situation(one, number, on)),
        *on.remember(activity.key_points),
    ]


def _situation(one: Situation, number: int, on: Stage) -> list[Slide]:
    """Return a situation and its answer. It is not `speaks`: an assembly keeps silent, then is told."""
    to, core = on.to, number <= FIRST
    best = to.local.services((one.best,))[0]
    also = to.local.services(one.also)
    asked = slide_id("situation", one.id)
    title = to.text(ANSWER, n=number, service=best.short)
    ways = [_way(best, on), *([_others(also, on)] if also else [])]
    found = on.slide("", "help", [paper.bullets(ways)], title, core=core)
    return [
        *on.words(asked, [one.text], to.text(SITUATION, n=number), "question", core=core),
        *as_one(slide_id(on.activity, asked, "answer"), _answer(found, on.words("", [one.why], title, core=core))),
    ]


def _answer(found: Slide, why: list[Slide]) -> list[Slide]:
    """Return whom to turn to, and why: together where they fit."""
    both = replace(found, blocks=[*found.blocks, *why[0].blocks])
    return [both] if len(why) == 1 and both.words <= MOST_WORDS else [found, *why]


def _way(service: Service, on: Stage) -> Inline:
    """Return the service to turn to first and how to reach it; a number that its name says is not said twice."""
    to = on.to
    to.cite("service", service.id)
    name = [paper.strong(to.text(service.name))]
    way = reach(service) or next(iter(service.contacts), None)
    return [*name, *to.text(COLON), *contact(to, way)] if way and way.value not in service.name else name


def _others(services: tuple[Service, ...], on: Stage) -> Inline:
    """Return the others that fit."""
    to = on.to
    words = to.text(message("Ou bien")) + to.text(COLON)
    for place, service in enumerate(services):
        to.cite("service", service.id)
        words += [*(to.text(OR) if place else []), *to.text(service.short)]
    return words
