"""Every page of one locale, ready for a shell: the stages plan and render, run module by module."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache as cache_of
from functools import lru_cache, partial
from typing import Any, TypeAlias

from markupsafe import Markup

from balise.cards import module_card
from balise.compiled import TEMPLATES
from balise.course import Course
from balise.local import LocalCourse, locale_names
from balise.local_pages import LocalPages
from balise.metadata import Metadata
from balise.offers import offers
from balise.pages import HOME, HandHtml, HandPage, hand_pages, page_html, page_words
from balise.plan import Artifact, course_paths, handouts_of, plan_apart, plan_gathered, plan_module, shown_of
from balise.render import Renderer
from balise.search import Records, records
from balise.shell import PageFacts, Shell, facts_of

CARD = "templates/module_card.html"
Paths: TypeAlias = Callable[[LocalCourse], list[str]]
HREF = re.compile(r'href="([^"#]+)')


@dataclass(frozen=True, slots=True)
class Made:
    """A page: what its shell must know, its content as HTML, what search finds on it, and the output it is of."""

    facts: PageFacts
    html: str
    search: Records
    output: str


class LocalSite:
    """One locale of the site. `base` is the site's public address; `paths` finds the pages of the course as a whole."""

    def __init__(
        self, course: Course, locale: str, locales: tuple[str, ...], base: str = "", paths: Paths = course_paths
    ) -> None:
        # The pages of a local edition are the national ones, their holes filled once they are whole.
        self.local = LocalCourse(replace(course, place=""), locale)
        overrides = course.root / "site_overrides" / "balise"
        self.renderer = Renderer(self.local, overrides if overrides.is_dir() else None, course.root / TEMPLATES)
        self._look_anew()
        self.hand: list[HandPage] = list(hand_pages(course.root, locale))
        known = frozenset([*paths(self.local), *(page.path for page in self.hand)])
        self.shell = Shell(self.local, locale_names(locales), known)
        self.metadata = Metadata(self.local, locale_names(locales), base)
        self.near = LocalPages(self.local, self.renderer, self.artifact, course.place)

    def follow(self, course: Course, slugs: Iterable[str]) -> None:
        """Go on with a course of which these modules have changed, and nothing around them."""
        self.local.follow(replace(course, place=""), slugs)
        self._look_anew()

    def _look_anew(self) -> None:
        """Forget what was worked out of modules, to work it out when it is asked for."""
        self.renderer.offer(cache_of(partial(handouts_of, self.local)), cache_of(partial(offers, self.local)))
        self._apart = cache_of(partial(plan_apart, self.local))
        self._planned = lru_cache(maxsize=1)(partial(plan_module, self.local))

    def artifact(self, path: str, slug: str) -> Artifact:
        """Return what a page of a module was made from."""
        return next(artifact for artifact in self._planned(slug) if artifact.path == path)

    def module_pages(self, slug: str) -> Iterator[Made]:
        """Yield the pages of a module."""
        yield from map(self._made, self._planned(slug))

    def shown(self, slug: str) -> dict[str, Any]:
        """Return what the pages of the course as a whole show of a module, made of what JSON has."""
        self.renderer.stand("", "site")
        module = self.local.modules[slug]
        card = self.renderer.fragment(CARD, card=module_card(self.local, slug, module), module=module, full=False)
        return {CARD: card, **shown_of(self.local, slug, self.renderer.fragment)}

    def pages_apart(self) -> Iterator[Made]:
        """Yield the pages that show nothing of modules but names: generated, then written by hand."""
        yield from map(self._made, self._apart())
        for page in self.hand:
            if page.path != HOME:
                html = page_html(page, self.renderer)
                yield self._written(page, html, self._hand(page, html))

    def art(self) -> dict[str, str]:
        """Return the name of the drawing of each page that shows nothing of modules, if it has one."""
        found = {artifact.path: str(artifact.data.get("art", "")) for artifact in self._apart()}
        return found | {page.path: page.art for page in self.hand}

    def gathered_pages(self, shown: Mapping[str, Mapping[str, Any]], art: Mapping[str, str]) -> Iterator[Made]:
        """Yield the pages made of what is `shown` there of each module; `art` is that of the others."""
        planned = plan_gathered(self.local, shown)
        yield from map(self._made, planned)
        known = {**art, **{artifact.path: artifact.data.get("art", "") for artifact in planned}}
        cards = [Markup(found[CARD]) for found in shown.values()]  # noqa: S704  rendered
        for page in self.hand:
            if page.path == HOME:
                html = page_html(page, self.renderer)
                yield self._written(page, html, self._home(html, cards, known))

    def _written(self, page: HandPage, html: HandHtml, content: str) -> Made:
        facts = page.facts(html.sections)
        words = page_words(page, self.renderer.links.name)
        return Made(facts, content, [[facts.path, facts.title, facts.title, words]], "")

    def _made(self, artifact: Artifact) -> Made:
        return Made(facts_of(artifact), self.renderer.render(artifact), records(artifact), artifact.output)

    def _hand(self, page: HandPage, html: HandHtml) -> str:
        """Return another page written by hand, its drawing beside its opening."""
        if not page.art:
            return html.whole
        return str(self.renderer.fragment("templates/opening.html", art=page.art, intro=html.intro)) + html.body

    def _home(self, html: HandHtml, cards: list[Markup], art: Mapping[str, str]) -> str:
        """Return the home page: what is written by hand, then a card a module.

        A door has the drawing of the first page it leads to that has one: `art` is by address.
        """
        doors = [(next(filter(None, map(art.get, HREF.findall(part))), ""), part) for part in html.parts]
        data = {"intro": html.intro, "doors": doors, "cards": cards}
        return str(self.renderer.fragment("templates/home/page.html", **data))

    def context(self, facts: PageFacts) -> dict[str, Any]:
        """Return the `bl` of a page."""
        return {**self.shell.of(facts), "head": self.metadata.of(facts)}
