"""In which language and direction a deck speaks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from balise.office.styles import territory_of


@dataclass(frozen=True, slots=True)
class Voice:
    """The language of a deck, and whether it is read from right to left."""

    language: str
    rtl: bool

    @property
    def tag(self) -> str:
        return tag(self.language)


def voice_of(data: dict[str, Any]) -> Voice:
    return Voice(data["lang"], data["dir"] == "rtl")


@cache
def tag(language: str) -> str:
    """Return a language as in BCP 47, with its territory: spelling is checked by territory."""
    where = territory_of(language)
    return f"{language}-{where}" if where and "-" not in language else language
