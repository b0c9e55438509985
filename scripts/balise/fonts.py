"""The typefaces of printed sheets: open licences, installed with the program, embedded in every PDF."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from babel import Locale
from babel.core import get_global

LATIN, WIDE, ARABIC = "Atkinson Hyperlegible", "Noto Sans", "Almarai"
PACKAGES = ("fontpkg_atkinson_hyperlegible", "fontpkg_noto_sans", "fontpkg_almarai")
FIRST = {"Latn": (LATIN, WIDE, ARABIC), "Arab": (ARABIC, LATIN, WIDE)}


@cache
def folders() -> tuple[str, ...]:
    """Return the folders that hold the font files."""
    return tuple(str(files(name) / "files") for name in PACKAGES)


@cache
def families(locale: str) -> tuple[str, ...]:
    """Return the families a locale is set in: the one drawn for its script, then those that fill its gaps."""
    return FIRST.get(script_of(locale), (WIDE, LATIN, ARABIC))


def script_of(locale: str) -> str:
    """Return the script a locale is written in, as in ISO 15924: `Latn`, `Cyrl` or `Arab`."""
    known = Locale.parse(locale, sep="-")
    if known.script:
        return known.script
    likely = get_global("likely_subtags").get(known.language, "")
    return next((part for part in likely.split("_") if len(part) == 4), "Latn")
