"""Hand-written pages: `content/<locale>/*.md`, with references to the registries resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import markdown
import yaml
from markupsafe import escape

from balise.course import SOURCE_LOCALE, Course
from balise.markup import SCHEMES
from balise.render import Renderer
from balise.shell import PageFacts

REFERENCE = re.compile(rf"\[([^\]\n]*)\]\((({'|'.join(sorted(SCHEMES))}):[^)\s]+)\)")
PAGE_LINK = re.compile(r"(\]\((?!https?:|mailto:|#)[^)\s]+?)\.md(#[^)\s]*)?\)")
HEADING = re.compile(r"^# (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class HandPage:
    """A page as written: `path` in the site, `text` in Markdown, `fallback` when it is in the source locale."""

    path: str
    title: str
    description: str
    text: str
    file: Path
    fallback: bool

    def facts(self) -> PageFacts:
        return PageFacts(self.path, self.title, description=self.description, fallback=self.fallback)


def hand_pages(root: Path, locale: str) -> Iterator[HandPage]:
    """Yield every page written by hand, in this locale or, where it is missing, in the source locale."""
    source = root / "content" / SOURCE_LOCALE
    for original in sorted(source.glob("*.md")):
        own = root / "content" / locale / original.name
        yield read_page(own if own.is_file() else original, fallback=not own.is_file())


def read_page(file: Path, *, fallback: bool = False) -> HandPage:
    """Read one page: front matter may give a `description`; the first heading is its title."""
    text = file.read_text(encoding="utf-8")
    meta: dict[str, str] = {}
    if text.startswith("---\n") and "\n---\n" in text[3:]:
        head, _, text = text[4:].partition("\n---\n")
        loaded = yaml.safe_load(head)
        meta = loaded if isinstance(loaded, dict) else {}
    heading = HEADING.search(text)
    title = heading[1].strip() if heading else file.stem
    return HandPage(f"{file.stem}.html", title, str(meta.get("description", "")), text.strip(), file, fallback)


def page_html(page: HandPage, renderer: Renderer) -> str:
    """Return the HTML of a hand-written page."""
    renderer.links.root, renderer.links.audience = "", "facilitator"
    text = REFERENCE.sub(lambda found: _reference(found, renderer), _without_html(page.text))
    text = PAGE_LINK.sub(r"\1.html\2)", text)
    return markdown.markdown(
        text,
        extensions=["tables", "attr_list", "toc"],
        extension_configs={"tables": {"use_align_attribute": True}},
    )


def _without_html(text: str) -> str:
    """Escape what could be a tag: hand-written pages hold Markdown only."""
    return re.sub(r"<(?=[a-zA-Z/!?])", "&lt;", text)


def _reference(found: re.Match[str], renderer: Renderer) -> str:
    link = renderer.links.resolve(found[2])
    label = escape(found[1]) if found[1] else renderer.text(link.label)
    return f'<a class="bl-ref bl-ref--{link.scheme}" href="{link.href}">{label}</a>' if link.href else str(label)


def page_words(page: HandPage) -> str:
    """Return the words of a page for search, without its marks."""
    text = REFERENCE.sub(lambda found: found[1], page.text)
    return " ".join(re.sub(r"[#*_>\[\]()|`]", " ", text).split())


def all_hand_pages(course: Course) -> Iterator[tuple[str, HandPage]]:
    """Yield every page that exists, with its locale, for checks."""
    for locale in course.locales:
        folder = course.root / "content" / locale
        for file in sorted(folder.glob("*.md")):
            yield locale, read_page(file)
