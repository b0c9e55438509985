"""Hand-written pages: `content/<locale>/*.md`, with references to the registries resolved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import markdown
import yaml
from markupsafe import Markup, escape

from balise.course import SOURCE_LOCALE, Course
from balise.diagnostics import did_you_mean
from balise.discovery import drawings
from balise.markup import SCHEMES
from balise.plan import Section
from balise.render import Renderer
from balise.shell import PageFacts
from balise.typography import set_text

REFERENCE = re.compile(rf"\[([^\]\n]*)\]\((({'|'.join(sorted(SCHEMES))}):[^)\s]+)\)")
PAGE_LINK = re.compile(r"(\]\((?!https?:|mailto:|#)[^)\s]+?)\.md(#[^)\s]*)?\)")
HOME = "index.html"
FRONT = re.compile(r"---\n(.*?)^---(?:\n|\Z)", re.DOTALL | re.MULTILINE)
LISTED = "drawings are the files of scripts/balise/templates/art/"
HEADING = re.compile(r"^# (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class HandPage:
    """A page as written: `path` in the site, `text` in Markdown, `fallback` when it is in the source locale.

    `art` names the drawing beside its title, if it has one.
    """

    path: str
    title: str
    description: str
    text: str
    file: Path
    fallback: bool
    art: str = ""

    def facts(self, sections: tuple[Section, ...] = ()) -> PageFacts:
        """Return what the shell must know; the home page needs no table of contents."""
        home = self.path == HOME
        return PageFacts(
            self.path,
            self.title,
            description=self.description,
            audience="home" if home else "site",
            sections=() if home else sections,
            fallback=self.fallback,
        )


def hand_pages(root: Path, locale: str) -> Iterator[HandPage]:
    """Yield every page written by hand, in this locale or, where it is missing, in the source locale."""
    source = root / "content" / SOURCE_LOCALE
    for original in sorted(source.glob("*.md")):
        own = root / "content" / locale / original.name
        page = read_page(original, fallback=True)
        # The drawing is chosen once, for every language.
        yield replace(read_page(own), art=page.art) if own.is_file() else page


class UnreadablePageError(Exception):
    """A page cannot be read; the message says why, in the author's words, and `advice` what to type."""

    def __init__(self, text: str, advice: str = "save it as UTF-8, and put what holds a colon in quotes") -> None:
        super().__init__(text)
        self.advice = advice


def read_page(file: Path, *, fallback: bool = False) -> HandPage:
    """Read one page: front matter may give a `description` and an `art`; the first heading is its title.

    Raises:
        UnreadablePageError: for what is not UTF-8, front matter that is not `key: value` lines, or an unknown drawing.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise UnreadablePageError("the page is not UTF-8 text") from None
    meta: Any = {}
    if found := FRONT.match(text):
        text = text[found.end() :]
        try:
            meta = yaml.safe_load(found[1]) or {}
        except yaml.YAMLError:
            meta = None
        if not isinstance(meta, dict):
            raise UnreadablePageError("what stands between `---` is not `key: value` lines")
    heading = HEADING.search(text)
    title = heading[1].strip() if heading else file.stem
    art = str(meta.get("art", ""))
    if art and art not in drawings():
        raise UnreadablePageError(f'there is no drawing "{art}"', did_you_mean(art, drawings()) or LISTED)
    return HandPage(f"{file.stem}.html", title, str(meta.get("description", "")), text.strip(), file, fallback, art)


@dataclass(frozen=True, slots=True)
class HandHtml:
    """A hand-written page as HTML: what comes before its first section, and each section from its `<h2>` on."""

    intro: Markup
    parts: tuple[Markup, ...]
    sections: tuple[Section, ...]

    @property
    def body(self) -> str:
        """What follows the opening."""
        return "".join(f"<section>{part}</section>" for part in self.parts)

    @property
    def whole(self) -> str:
        return str(self.intro) + self.body


def page_html(page: HandPage, renderer: Renderer) -> HandHtml:
    """Return a hand-written page as HTML, with its table of contents."""
    renderer.links.root, renderer.links.audience = "", "facilitator"
    text = REFERENCE.sub(lambda found: _reference(found, renderer), _without_html(page.text))
    text = PAGE_LINK.sub(r"\1.html\2)", text)
    converter = markdown.Markdown(
        extensions=["tables", "attr_list", "toc"],
        extension_configs={"tables": {"use_align_attribute": True}},
    )
    language = SOURCE_LOCALE if page.fallback else renderer.local.locale
    html = _set(converter.convert(text), language)
    # Markdown alone makes these headings, and raw HTML was refused: no other tag can look like one.
    intro, *parts = re.split(r"(?=<h2 )", html)
    headings = [token for top in getattr(converter, "toc_tokens", ()) for token in (top, *top["children"])]
    sections = tuple(Section(token["id"], token["name"]) for token in headings if token["level"] == 2)
    return HandHtml(Markup(intro), tuple(Markup(part) for part in parts), sections)  # noqa: S704  Markdown's own HTML


def _set(html: str, language: str) -> str:
    """Set the typography of the words between tags."""
    pieces = re.split(r"(<[^>]*>)", html)
    return "".join(piece if piece.startswith("<") else set_text(piece, language) for piece in pieces)


def _without_html(text: str) -> str:
    """Escape what could be a tag: hand-written pages hold Markdown only."""
    return re.sub(r"<(?=[a-zA-Z/!?])", "&lt;", text)


def _reference(found: re.Match[str], renderer: Renderer) -> str:
    link = renderer.links.resolve(found[2])
    label = escape(found[1]) if found[1] else renderer.text(link.label)
    return f'<a href="{link.href}">{label}</a>' if link.href else str(label)


def page_words(page: HandPage, name: Callable[[str], str] = lambda _: "") -> str:
    """Return the words of a page for search, without its marks; `name` gives those of a reference without any."""
    text = REFERENCE.sub(lambda found: found[1] or name(found[2]), page.text)
    return " ".join(re.sub(r"[#*_>\[\]()|`]", " ", text).split())


def all_hand_pages(course: Course) -> Iterator[tuple[str, Path]]:
    """Yield the file of every page there is, with its locale; none in a part of the course that holds modules."""
    for locale in course.locales if course.shared else ():
        yield from ((locale, file) for file in sorted((course.root / "content" / locale).glob("*.md")))


def lines_of(file: Path) -> list[str]:
    """Return the lines of a page; of one that cannot be read, none."""
    try:
        return file.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError:
        return []
