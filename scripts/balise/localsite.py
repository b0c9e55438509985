"""Every page of one locale, ready for a shell: the stages plan and render, run in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache as cache_of
from functools import cached_property, partial
from typing import Any, TypeAlias

from balise.cards import module_card
from balise.course import Course
from balise.local import LocalCourse, locale_names
from balise.local_pages import LocalPages
from balise.metadata import Metadata
from balise.offers import offers
from balise.pages import HOME, HandHtml, HandPage, hand_pages, page_html, page_words
from balise.plan import Artifact, plan
from balise.render import Renderer
from balise.shell import PageFacts, Shell, facts_of
from balise.write import search_index

HREF = re.compile(r'href="([^"#]+)')
Pages: TypeAlias = dict[str, dict[str, str]]


class LocalSite:
    """One locale of the site.

    `known` holds pages already rendered, by module and address; `rendered` fills up with those that were not.
    `base` is the site's public address.
    """

    def __init__(
        self,
        course: Course,
        locale: str,
        locales: tuple[str, ...],
        known: Pages | None = None,
        base: str = "",
    ) -> None:
        self.known = known or {}
        self.rendered: Pages = {}
        # The pages of a local edition are the national ones, their holes filled once they are whole.
        self.local = LocalCourse(replace(course, place=""), locale)
        overrides = course.root / "site_overrides" / "balise"
        cache = course.root / ".cache" / "balise" / "templates"
        self.renderer = Renderer(self.local, overrides if overrides.is_dir() else None, cache)
        self.artifacts = plan(self.local)
        self.renderer.offer(self.artifacts, cache_of(partial(offers, self.local)))
        self.hand: list[HandPage] = list(hand_pages(course.root, locale))
        paths = frozenset([artifact.path for artifact in self.artifacts] + [page.path for page in self.hand])
        self.shell = Shell(self.local, locale_names(locales), paths)
        self.metadata = Metadata(self.local, locale_names(locales), base)
        self.near = LocalPages(self.local, self.renderer, self.artifacts, course.place)

    def pages(self) -> Iterator[tuple[PageFacts, str]]:
        """Yield each page and its HTML: generated first, then written by hand."""
        for artifact in self.artifacts:
            yield facts_of(artifact), self._html(artifact)
        for page in self.hand:
            html = page_html(page, self.renderer)
            yield page.facts(html.sections), self._home(html) if page.path == HOME else self._hand(page, html)

    def _html(self, artifact: Artifact) -> str:
        slug = artifact.data.get("slug")
        if slug is None:
            return self.renderer.render(artifact)
        html = self.known.get(slug, {}).get(artifact.path)
        if html is None:
            html = self.renderer.render(artifact)
            self.rendered.setdefault(slug, {})[artifact.path] = html
        return html

    def _hand(self, page: HandPage, html: HandHtml) -> str:
        """Return another page written by hand, its drawing beside its opening."""
        if not page.art:
            return html.whole
        return str(self.renderer.fragment("templates/opening.html", art=page.art, intro=html.intro)) + html.body

    def _home(self, html: HandHtml) -> str:
        """Return the home page: what is written by hand, then a card a module."""
        cards = [module_card(self.local, slug, module) for slug, module in self.local.modules.items()]
        doors = [(self._art(part), part) for part in html.parts]
        data = {"intro": html.intro, "doors": doors, "cards": cards}
        return str(self.renderer.fragment("templates/home/page.html", **data))

    def _art(self, part: str) -> str:
        """Return the drawing of a door: that of the first page it leads to that has one."""
        art = {artifact.path: artifact.data.get("art", "") for artifact in self.artifacts}
        art |= {page.path: page.art for page in self.hand}
        return next((art[path] for path in HREF.findall(part) if art.get(path)), "")

    @cached_property
    def search(self) -> str:
        """The search index of this locale, as a script."""
        return search_index(
            self.artifacts, [(page.facts(), page_words(page, self.renderer.links.name)) for page in self.hand]
        )

    def context(self, facts: PageFacts) -> dict[str, Any]:
        """Return the `bl` of a page."""
        return {**self.shell.of(facts), "head": self.metadata.of(facts)}
