"""The course in one locale: what `plan` and `render` work from. No file is read after this."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812  `date` is a method below
from functools import cache, cached_property

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency

from balise import remembered
from balise.catalogs import ADULTS, INTERFACE, Catalog
from balise.course import SOURCE_LOCALE, Course
from balise.entry import Entry
from balise.fields import Untranslated
from balise.images import Size
from balise.messages import Message, message
from balise.model import Module
from balise.place import LocalEdition
from balise.registries.law import Law, Penalty
from balise.registries.service import Service
from balise.registry import Registry
from balise.settings import Settings
from balise.translate import translate

FORMATS = {"en": "en-GB"}  # dates and numbers as readers in Europe write them


class Modules(Mapping[str, Module]):
    """The modules of a course in one locale by their slugs, each translated when it is first asked for."""

    def __init__(self, slugs: Collection[str], translated: Callable[[str], Module]) -> None:
        self.slugs, self.translated = slugs, translated
        self._made: dict[str, Module] = {}

    def __getitem__(self, slug: str) -> Module:
        if slug not in self._made:
            self._made[slug] = self.translated(slug)
        return self._made[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self.slugs)

    def __len__(self) -> int:
        return len(self.slugs)

    def __contains__(self, slug: object) -> bool:
        return slug in self.slugs

    def forget(self, slug: str) -> None:
        self._made.pop(slug, None)


class LocalCourse:
    """A course whose every string is in one locale, or marked as not translated.

    `modules` maps slug to module, `registry` holds the entries, `interface` the words of the pages.
    """

    def __init__(self, course: Course, locale: str) -> None:
        self.course = course
        self.locale = locale
        self.babel = Locale.parse(FORMATS.get(locale, locale), sep="-")
        self.interface = remembered.read(course.root, INTERFACE / f"{locale}.po")
        self.is_source = locale == SOURCE_LOCALE
        self.settings = self._settings()
        self.registry = self._registry()
        self.modules = Modules(course.modules, self._module)

    def _settings(self) -> Settings:
        if self.is_source:
            return self.course.settings
        return translate(self.course.settings, self._shared_catalog)

    @cached_property
    def _shared_catalog(self) -> Catalog:
        return self.course.shared[0].catalogs[self.locale]

    def _registry(self) -> Registry:
        source = self.course.registry
        if self.is_source:
            return source
        entries: dict[str, dict[str, Entry]] = {}
        for scheme, known in source.entries.items():
            entries[scheme] = {
                name: translate(entry, self._shared_catalog, f"{scheme}/{name}") for name, entry in known.items()
            }
        return Registry(entries, source.evidence, source.edition)

    def without_modules(self) -> LocalCourse:
        """Return the course as if it had no module."""
        bare = copy(self)
        bare.course = replace(self.course, modules={})
        bare.modules = Modules((), self._module)
        return bare

    def sealed(self) -> LocalCourse:
        """Return the course with modules nobody can read: what is made of it shows their names at most."""
        known = copy(self)
        known.course = replace(self.course, states={})
        known.modules = Modules(self.course.modules, _unread)
        return known

    def title(self, slug: str) -> str:
        """Return the title of a module."""
        title = self.course.modules[slug].head.title
        return title if self.is_source else self.course.title(slug, self.locale) or Untranslated(title)

    def follow(self, course: Course, slugs: Iterable[str]) -> None:
        """Go on with a course of which these modules have changed, and nothing around them."""
        self.course = course
        for slug in slugs:
            self.modules.forget(slug)
        vars(self).pop("sizes", None)

    def forget(self, slugs: Iterable[str]) -> None:
        """Let go of what was made of these modules: it can be made again."""
        for slug in slugs:
            self.modules.forget(slug)
            self.course.modules[slug].forget()

    def _module(self, slug: str) -> Module:
        document = self.course.modules[slug]
        assert document.module  # noqa: S101
        return document.module if self.is_source else translate(document.module, document.catalogs[self.locale])

    @cached_property
    def sizes(self) -> dict[str, dict[str, Size]]:
        """Width and height of the pictures of each module, by its code."""
        return {document.head.code: document.sizes for document in self.course.modules.values()}

    @cached_property
    def direction(self) -> str:
        return str(self.babel.text_direction)

    @cached_property
    def reviewed(self) -> bool:
        """Whether somebody has reviewed every translation of this locale."""
        if self.is_source:
            return True
        if states := self.course.states:
            return all(one.reviewed_by for own in states.values() for one in own if one.locale == self.locale)
        catalogs_used = [self.interface, *(document.catalogs[self.locale] for document in self.course.documents())]
        return all(catalog.reviewed_by for catalog in catalogs_used)

    @cached_property
    def _to_adults(self) -> Catalog:
        """The words that change when a page speaks to adults: “vous” for “tu”, where the language tells them apart."""
        return remembered.read(self.course.root, INTERFACE / ADULTS / f"{self.locale}.po")

    def message(self, text: str, *, adults: bool = False) -> str:
        """Return a word of the interface in this locale, or an `Untranslated` one in the source locale."""
        if adults and (said := self._to_adults.current(text, text)):
            return said
        if self.is_source:
            return text
        return self.interface.current(text, text) or Untranslated(text)

    def phrase(self, text: str, *, adults: bool = False, **values: object) -> str:
        """Return words of the interface with their gaps filled, by words of the interface too where they are some.

        One part not translated makes the whole so.
        """
        said = self.message(text, adults=adults)
        filled = {
            name: self.message(value, adults=adults) if isinstance(value, Message) else value
            for name, value in values.items()
        }
        kind = Untranslated if any(isinstance(part, Untranslated) for part in (said, *filled.values())) else str
        for name, value in filled.items():
            said = said.replace("{" + name + "}", str(value))
        return kind(said)

    def date(self, day: Date) -> str:
        return format_date(day, "long", locale=self.babel)

    def money(self, euros: int) -> str:
        pattern = self.babel.currency_formats["standard"].pattern.replace(".00", "")
        return format_currency(euros, "EUR", pattern, self.babel, currency_digits=False)

    def penalty(self, penalty: Penalty) -> str:
        """Say a penalty: “2 ans d'emprisonnement et 60 000 € d'amende”."""
        parts = []
        if penalty.years:
            one, many = message("{n} an d'emprisonnement"), message("{n} ans d'emprisonnement")
            if penalty.criminal:
                one, many = (
                    message("{n} an de réclusion criminelle"),
                    message("{n} ans de réclusion criminelle"),
                )
            parts.append(self.phrase(one if penalty.years == 1 else many, n=penalty.years))
        if penalty.fine:
            parts.append(self.phrase(message("{amount} d'amende"), amount=self.money(penalty.fine)))
        if len(parts) == 1:
            return parts[0]
        return self.phrase(message("{a} et {b}"), a=parts[0], b=parts[1])

    def services(self, ids: tuple[str, ...]) -> tuple[Service, ...]:
        return self.registry.pick(Service, ids)

    def local_edition(self, name: str) -> LocalEdition:
        """Return a local edition; its words are never translated, and say so in other languages."""
        edition = self.course.local_editions[name]
        return edition if self.is_source else translate(edition, Catalog(INTERFACE))

    @cached_property
    def place(self) -> LocalEdition | None:
        """The local edition everything is made for, if any."""
        return self.local_edition(self.course.place) if self.course.place else None

    def near(self, jurisdiction: str) -> LocalEdition | None:
        """Return that local edition where it holds: contacts of another country would mislead."""
        return self.place if self.place and self.place.jurisdiction == jurisdiction else None

    @cached_property
    def minors_rule(self) -> Law:
        return self.registry.pick(Law, (self.settings.minors_rule,))[0]

    @cached_property
    def emergency(self) -> tuple[Service, ...]:
        return self.services(self.settings.emergency)


def _unread(slug: str) -> Module:
    raise TypeError(f"{slug}: pages that show something of modules are made by an output that gathers it")


@dataclass(frozen=True, slots=True)
class LocaleName:
    """A locale as a page names it: `tag` (BCP 47), its own name, its direction."""

    tag: str
    endonym: str
    direction: str


@cache
def locale_names(locales: tuple[str, ...]) -> tuple[LocaleName, ...]:
    """Name each locale in its own language."""
    names = []
    for tag in locales:
        babel = Locale.parse(tag, sep="-")
        name = str(babel.get_display_name(babel))
        names.append(LocaleName(tag, name[:1].upper() + name[1:], str(babel.text_direction)))
    return tuple(names)
