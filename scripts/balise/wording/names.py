"""First names by tradition and gender, and words for places: `names.yaml`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from balise.fields import Name, Part, Slug
from balise.load import load


class Tradition(Part):
    """Names that a reader may take for those of one tradition."""

    id: Slug
    """A short name."""
    girls: tuple[Name, ...]
    """Names of girls."""
    boys: tuple[Name, ...]
    """Names of boys."""
    both: tuple[Name, ...]
    """Names borne by both."""


class NamesFile(Part):
    """`names.yaml`."""

    traditions: tuple[Tradition, ...] = Field(min_length=2)
    """Several: one alone would find everybody alike."""
    places: dict[Slug, tuple[Name, ...]]
    """Kind of place to words that tell it."""


@dataclass(frozen=True, slots=True)
class Names:
    """Each known name with its genders (`girls`, `boys`) and traditions; each word of a place with its kind."""

    genders: dict[str, set[str]]
    traditions: dict[str, set[str]]
    places: dict[str, str]


Group = Literal["girls", "boys", "both"]
GROUPS: dict[Group, set[str]] = {"girls": {"girls"}, "boys": {"boys"}, "both": {"girls", "boys"}}


@cache
def names() -> Names:
    """Return the names and places known."""
    read = NamesFile.model_validate(load(Path(__file__).parent / "names.yaml").data)
    genders: defaultdict[str, set[str]] = defaultdict(set)
    traditions: defaultdict[str, set[str]] = defaultdict(set)
    for tradition in read.traditions:
        for group, borne_by in GROUPS.items():
            for name in getattr(tradition, group):
                genders[name] |= borne_by
                traditions[name].add(tradition.id)
    places = {word.lower(): kind for kind, words in read.places.items() for word in words}
    return Names(dict(genders), dict(traditions), places)
