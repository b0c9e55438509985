"""Which slides a delivery shows, and where each leads once the others are gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from balise.deliveries import Delivery
from balise.slides import Slide, is_part


def kept(slides: Iterable[Slide], delivery: Delivery, *, hurried: bool = False) -> list[Slide]:
    """Return the slides this delivery shows: `core` ones alone where it is hurried, guarded ones always."""
    return [slide for slide in slides if slide.guard or _is_wanted(slide, delivery, hurried=hurried)]


def _is_wanted(slide: Slide, delivery: Delivery, *, hurried: bool) -> bool:
    if _named(slide, delivery.leave_out) or (slide.speaks and delivery.setting == "assembly"):
        return False
    return slide.core or not hurried or _named(slide, delivery.keep)


def _named(slide: Slide, names: Sequence[str]) -> bool:
    return any(is_part(slide.id, name) for name in names)


def linked(slides: list[Slide]) -> list[Slide]:
    """Forget the ways to slides that this deck has not; where a part went on elsewhere, it goes on to what is next."""
    known = {slide.id for slide in slides}
    return [_linked(slide, slides, known) for slide in slides]


def _linked(slide: Slide, slides: list[Slide], known: set[str]) -> Slide:
    lost = any(one.leads not in known for one in slide.ballots if one.leads)
    if not lost and (not slide.follows or slide.follows in known):
        return slide
    ballots = tuple(one if one.leads in known else replace(one, leads="") for one in slide.ballots)
    return replace(slide, ballots=ballots, follows=_after(slide, slides, known))


def _after(slide: Slide, slides: list[Slide], known: set[str]) -> str:
    """Return where a slide that ends a branch goes on: to what follows its whole activity."""
    if not slide.follows or slide.follows in known:
        return slide.follows
    places = [place for place, one in enumerate(slides) if one.activity == slide.activity]
    return slides[places[-1] + 1].id if places[-1] + 1 < len(slides) else ""
