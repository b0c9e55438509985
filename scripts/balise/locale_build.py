"""The locales of the site, from the course to its files: made a few modules at a time, on every core.

What cannot have changed since an earlier build is not made again: its pages are put where they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from balise import write
from balise.maker import COURSE, Maker, Order
from balise.parallel import each, shares, worth
from balise.progress import Say, silent
from balise.units import Unit


class Part(NamedTuple):
    """Some modules of a locale."""

    locale: str
    slugs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BuiltLocale:
    """What a locale came to: `files` maps an address to its SHA-256.

    `indexed` pages may be listed by search engines; `made` counts those of modules that were not remembered.
    """

    locale: str
    made: int
    files: dict[str, str]
    indexed: tuple[str, ...]
    used: frozenset[str]
    """Digests of all that is remembered of it."""


def build_locales(makers: Makers, spare: Path, workers: int, say: Say = silent) -> Iterator[BuiltLocale]:
    """Build each locale into its folder of the site: what is remembered, the modules that are not, then the rest.

    `spare` holds folders of an earlier site, which are used up. `say` is told how many parts of what is not remembered
    have been made, and of how many.
    """
    locales, modules = makers.order.locales, makers.order.course.modules
    for locale in locales:
        makers.of(locale).begin(spare / locale)
    found = {locale: makers.of(locale).place(modules) for locale in locales}
    missing = {locale: [slug for slug in modules if slug not in found[locale]] for locale in locales}
    parts = [Part(locale, slugs) for locale in locales for slugs in shares(missing[locale], workers)]
    workers = worth(workers, [slug for slugs in missing.values() for slug in slugs])
    for number, (part, units) in enumerate(each(makers, parts, workers), 1):
        found[part.locale] |= units
        say(number, len(parts))
    for locale in locales:
        makers.of(locale).units = {slug: found[locale][slug] for slug in modules}
    fresh = {locale: sum(len(makers.of(locale).units[slug].pages) for slug in missing[locale]) for locale in locales}
    for locale, rest in each(makers.finish, locales, workers):
        makers.of(locale).end(rest)
        yield _built(locale, {**makers.of(locale).units, COURSE: rest}, fresh[locale])


def _built(locale: str, units: dict[str, Unit], made: int) -> BuiltLocale:
    digests = {path: page.digest for unit in units.values() for path, page in unit.pages.items()}
    return BuiltLocale(
        locale,
        made,
        {f"{locale}/{path}": name for path, name in digests.items()},
        tuple(path for unit in units.values() for path in unit.indexed),
        frozenset(digests.values()).union(*(unit.raw.values() for unit in units.values())),
    )


class Makers:
    """Makes parts of the site. What the parts of a locale need is worked out once, for every process to inherit."""

    def __init__(self, order: Order, units: Mapping[str, dict[str, Unit]] | None = None) -> None:
        self.order = order
        self._units = units or {}
        self._makers: dict[str, Maker] = {}
        self.theme = write.theme(order.config_file)

    def __reduce__(self) -> tuple[Any, ...]:
        """Go to a process that was not forked with what modules have come to, to be worked out again there."""
        return Makers, (self.order, {locale: maker.units for locale, maker in self._makers.items()})

    def __call__(self, part: Part) -> dict[str, Unit]:
        """Return what each of some modules came to, by its slug."""
        maker = self.of(part.locale)
        units = maker.modules(part.slugs)
        maker.site.local.forget(part.slugs)
        return units

    def finish(self, locale: str) -> Unit:
        """Make the pages of the course as a whole, and the search index."""
        return self.of(locale).finish()

    def of(self, locale: str) -> Maker:
        if locale not in self._makers:
            self._makers[locale] = Maker(self.order, locale, self.theme, self._units.get(locale))
        return self._makers[locale]

    def follow(self, order: Order, slugs: Iterable[str]) -> None:
        """Go on with a course of which these modules have changed, and nothing around them."""
        self.order = order
        for maker in self._makers.values():
            maker.follow(order, slugs)
