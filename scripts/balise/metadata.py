"""What the head of a page tells machines: its address, its languages, what a shared link shows.

A site has a public address, its base, when `site_url` is set in `mkdocs.yml`. Without one nothing is absolute.
"""

from __future__ import annotations

from dataclasses import dataclass

from babel.core import get_global

from balise import policy
from balise.linked import described, serialised
from balise.local import FORMATS, LocalCourse, LocaleName
from balise.messages import message
from balise.shell import PageFacts
from balise.typography import set_text

HOME = "index.html"
HELP = "help.html"


@dataclass(frozen=True, slots=True)
class Head:
    """Everything `partials/head.html` shows that is not a file. `address` is the page's own, empty without a base."""

    description: str
    indexed: bool
    address: str = ""
    alternates: tuple[tuple[str, str], ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    linked: str = ""
    policy: str = policy.CONTENT


def is_indexed(page: PageFacts) -> bool:
    """Say whether search engines may list a page: pupils' own stay out, but for the help they may be looking for.

    So do tools, which are of no use to whoever finds them so.
    """
    return not page.frame and (page.audience != "pupil" or page.path == HELP)


def prefix_of(base: str) -> str:
    """Return the path a site lives under on its server: `/` without a base."""
    return "/" + base.partition("://")[2].partition("/")[2]


def alternates_of(base: str, path: str, locales: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the absolute address of a page in every locale; `x-default` is for a reader of none of them."""
    whole = tuple((tag, f"{base}{tag}/{path}") for tag in locales)
    return (*whole, ("x-default", base if path == HOME else whole[0][1]))


def root_head(base: str, description: str, title: str, locales: tuple[str, ...]) -> Head:
    """Return the head of the page where a language is chosen."""
    alternates = alternates_of(base, HOME, locales) if base else ()
    properties = _properties(title, description, title, base, locales)
    return Head(description, indexed=True, address=base, alternates=alternates, properties=tuple(properties))


class Metadata:
    """Makes the head of every page of one locale. `base` is the site's public address or nothing."""

    def __init__(self, local: LocalCourse, locales: tuple[LocaleName, ...], base: str) -> None:
        self.local = local
        self.tags = tuple(name.tag for name in locales)
        self.base = base

    def of(self, page: PageFacts) -> Head:
        """Return the head of a page."""
        here = f"{self.base}{self.local.locale}/{page.path}" if self.base else ""
        site = self._set(self.local.settings.title)
        title = self._set(page.tab_title or page.title)
        description = self._set(self._description(page))
        indexed = is_indexed(page)
        others = (tag for tag in self.tags if tag != self.local.locale and indexed)
        tags = (self.local.locale, *others)
        return Head(
            description,
            indexed,
            here,
            self._alternates(page.path),
            tuple(_properties(title, description, site, here, tags)),
            serialised(described(self.local, page, self.base, self.tags)) if page.module and not page.within else "",
        )

    def _set(self, text: str) -> str:
        return set_text(text, self.local.locale)

    def _description(self, page: PageFacts) -> str:
        """A link to a pupil's page, pasted in a chat, must not tell what its sender was reading."""
        if page.audience == "pupil":
            return self.local.message(message("Une page de cours."))
        return page.description or self.local.settings.summary

    def _alternates(self, path: str) -> tuple[tuple[str, str], ...]:
        if self.base:
            return alternates_of(self.base, path, self.tags)
        root = "../" * (path.count("/") + 1)
        return tuple((tag, f"{root}{tag}/{path}") for tag in self.tags)


def _properties(title: str, description: str, site: str, here: str, tags: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return Open Graph properties; the first of `tags` is the page's own locale."""
    found = [
        ("og:type", "website"),
        ("og:title", title),
        ("og:description", description),
        ("og:site_name", site),
    ]
    if here:
        found.append(("og:url", here))
    own, *others = [_territory(tag) for tag in tags]
    found += [("og:locale", own)] if own else []
    return [*found, *(("og:locale:alternate", other) for other in others if other)]


def _territory(tag: str) -> str:
    """Return `fr_FR` for `fr`: Open Graph wants a territory, CLDR knows the likeliest. Nothing where there is none."""
    wanted = FORMATS.get(tag, tag).replace("-", "_")
    likely = get_global("likely_subtags").get(wanted, wanted).split("_")
    language, territory = likely[0], likely[-1]
    return f"{language}_{territory}" if len(territory) == 2 and territory.isupper() else ""
