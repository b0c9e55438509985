"""Where a reference leads and what it shows, in one locale."""

from __future__ import annotations

from dataclasses import dataclass

from balise.local import LocalCourse
from balise.registries.law import Law

PAGES = {
    "law": "law.html",
    "service": "services.html",
    "term": "glossary.html",
    "source": "sources.html",
    "framework": "frameworks.html",
    "tool": "tools.html",
    "protocol": "protocol.html",
}


@dataclass(frozen=True, slots=True)
class Link:
    """A resolved reference. `href` is empty where there is no page to go to."""

    href: str
    label: str


class Links:
    """Resolves references relative to the page being rendered: set `root` and `audience` first."""

    def __init__(self, local: LocalCourse) -> None:
        self.local = local
        self.root = ""
        self.audience = "site"
        self._known: dict[tuple[str, str], Link] = {}

    def resolve(self, target: str) -> Link:
        """Return where `target` leads.

        Raises:
            KeyError: for an unknown target; the `markup` check reports those before anything is rendered.
        """
        scheme, _, name = target.partition(":")
        if scheme == "module":
            return self._module(name)
        if (self.root, target) not in self._known:
            self._known[self.root, target] = self._entry(scheme, name)
        return self._known[self.root, target]

    def _entry(self, scheme: str, name: str) -> Link:
        if scheme == "penalty":
            law_id, _, case = name.rpartition("/")
            law = self.local.registry.pick(Law, (law_id,))[0]
            penalty = next(found for found in law.penalties if found.id == case)
            return Link(f"{self.root}law.html#{law.anchor}", self.local.penalty(penalty))
        entry = self.local.registry.entries[scheme][name]
        page = PAGES.get(scheme)
        return Link(f"{self.root}{page}#{entry.anchor}" if page else "", entry.label)

    def name(self, target: str) -> str:
        """Return what a reference with no words of its own shows."""
        return self.resolve(target).label

    def _module(self, slug: str) -> Link:
        code = self.local.course.codes[slug]
        page = f"teach/{slug}.html" if self.audience == "facilitator" else f"learn/{code}.html"
        return Link(self.root + page, self.local.title(slug))
