"""A page of the export, and what sets its words: references become links, as on the site."""

from __future__ import annotations

from dataclasses import dataclass, field

from balise import paper
from balise.export.setter import markdown
from balise.links import Link
from balise.local import LocalCourse
from balise.markup import Node
from balise.messages import message
from balise.model import Module
from balise.paper import Block, Inline
from balise.proof import Publisher, dates_of
from balise.sheet import Desk
from balise.sheet_parts import joined
from balise.typesetter import Typesetter

HTML = ".html"
UNREVIEWED = message("Traduction pas encore relue par une personne extérieure")


def in_markdown(address: str) -> str:
    """Return where a page of the site is in the export."""
    path, mark, anchor = address.partition("#")
    return f"{path.removesuffix(HTML)}.md{mark}{anchor}" if path.endswith(HTML) else address


class PageSetter(Typesetter):
    """Sets the words of one page; `root` leads from it to its locale's folder. `audience` chooses whose pages."""

    def __init__(self, local: LocalCourse, root: str = "", audience: str = "site", *, adults: bool = False) -> None:
        super().__init__(local, adults=adults)
        self.root = self.links.root = root
        self.links.audience = audience

    def _reference(self, node: Node, language: str) -> Inline:
        words = super()._reference(node, language)
        return self.led(words, self.links.resolve(node.target))

    def led(self, words: Inline, link: Link) -> Inline:
        """Return words that lead somewhere; alone where there is no page to go to."""
        return [paper.link(words, in_markdown(link.href))] if link.href else words

    def to_page(self, words: Inline, path: str) -> Inline:
        """Return words that lead to a page of this export."""
        return [paper.link(words, self.root + path)]


class PageDesk(Desk):
    """A desk whose drafts are set for pages, so that what sheets say can be said there."""

    def __init__(self, local: LocalCourse, root: str, audience: str) -> None:
        super().__init__(local, Publisher("", local.locale, local.settings.edition))
        self.root, self.audience = root, audience

    def setter(self, module: Module | None = None, *, adults: bool = False) -> PageSetter:
        """Return a typesetter for a page, in the voice of a module's readers."""
        adults = adults or bool(module and module.to_adults)
        return PageSetter(self.local, self.root, self.audience, adults=adults)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the export: `path` in its folder of pages, ending in `.md`. `written` is what is Markdown already."""

    path: str
    title: str
    to: PageSetter
    blocks: list[Block] = field(default_factory=list)
    written: str = ""

    @property
    def name(self) -> str:
        """Its title in plain words, for menus."""
        return paper.words_of(self.to.text(self.title)).strip()

    def text(self) -> str:
        """Return the page as Markdown, ending with its edition and the dates of the facts it shows."""
        title = paper.heading(1, self.to.text(self.title))
        parts = (markdown([title, *self.blocks]), self.written, markdown(foot(self.to)))
        return "\n\n".join(filter(None, parts)) + "\n"


def foot(to: PageSetter) -> list[Block]:
    """Return the edition, when what is shown was checked, and whether anybody has read the translation."""
    edition = to.text(message("Édition du {day}"), day=to.local.date(to.local.settings.edition))
    said = [edition, *dates_of(to, to.facts)]
    said += [] if to.local.reviewed else [to.text(UNREVIEWED)]
    return [paper.para([paper.emphasis(joined(said))])]
