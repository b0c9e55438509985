"""Stage 5: an artifact becomes HTML. The only Jinja environment; text becomes HTML here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache as cache_of
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from balise import screen
from balise.compiled import CompiledTemplates
from balise.course import FALLEN_BACK, SOURCE_LOCALE
from balise.discovery import PACKAGE
from balise.fields import Untranslated
from balise.holes import mark
from balise.links import Links
from balise.local import LocalCourse
from balise.markup import PLAIN, Node, parse
from balise.messages import Message
from balise.plan import Artifact, Audience, Handout
from balise.templating import escaped, lean
from balise.typography import isolate, set_text

# Noncharacters, around words of the interface still in the source locale until it is known where they landed.
OPEN, CLOSE = "\ufdd0", "\ufdd1"
# A tag, and the words of elements that hold nothing else: no mark of a language fits there.
UNMARKED = re.compile(r"(<(?:option|title|textarea)\b[^>]*>[^<]*|<[^>]*>)")
REMEMBERED = 10_000
"""How many texts are remembered as HTML: those of a few modules, whose pages are made one after another."""
TAGS = {
    "paragraph": "p",
    "list": "ul",
    "steps": "ol",
    "item": "li",
    "quote": "blockquote",
    "strong": "strong",
    "emphasis": "em",
}


class Renderer:
    """Renders the artifacts of one locale. `overrides` is a folder whose templates win over the package's."""

    def __init__(self, local: LocalCourse, overrides: Path | None = None, cache: Path | None = None) -> None:
        self.local = local
        self.links = Links(local)
        self._memo: dict[tuple[str, str, type, bool], Markup] = {}
        self._texts: dict[str | tuple[type, str, bool], Markup] = {}
        self._interface: tuple[dict[str, Markup], dict[str, Markup]] = ({}, {})
        self._adults = False
        self._isolated = local.direction == "rtl"
        folders = [FileSystemLoader(folder) for folder in (overrides, PACKAGE) if folder]
        self.env = Environment(
            loader=ChoiceLoader(folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # templates do not change while an environment lives
            cache_size=-1,
            bytecode_cache=CompiledTemplates(cache) if cache else None,
        )
        lean(self.env)
        self._equip()

    def _equip(self) -> None:
        local = self.local
        self.env.filters.update(
            md=self.block,
            runs=screen.inline,
            blocks=screen.blocks,
            inline=self.inline,
            txt=self.text,
            day=cache_of(self._day),
            url=self._url,
        )
        self.env.globals.update(
            local=local,
            locale=local.locale,
            settings=local.settings,
            sheets=lambda _slug: (),
            place=mark,
            handouts=lambda _slug: (),
            penalty=lambda value: self.text(local.penalty(value)),
            _=self._said,
        )

    def offer(self, handouts: Callable[[str], Sequence[Handout]], sheets: Callable[[str], Sequence[object]]) -> None:
        """Let pages lead to what can be taken away of a module, and be printed; `sheets` has the shared ones too."""
        self.env.globals.update(handouts=handouts, sheets=sheets)

    def render(self, artifact: Artifact) -> str:
        """Return the HTML of a page's content: one `article`, without the shell around it."""
        self.stand(artifact.root, artifact.audience, adults=artifact.to_adults)
        template = self.env.get_template(artifact.template)
        return marked(template.render(artifact.data, artifact=artifact, root=artifact.root))

    def stand(self, root: str, audience: Audience = "pupil", *, adults: bool = False) -> None:
        """Say from where links lead, and to whom words speak, in what is rendered next."""
        self.links.root, self.links.audience, self._adults = root, audience, adults

    def _said(self, text: str, **values: object) -> Markup:
        """Return words of the interface as HTML, their gaps filled."""
        if not values:
            said = self._interface[self._adults]
            if text not in said:
                said[text] = self.text(Message(text))
            return said[text]
        return Markup(self._message(self.local.phrase(text, adults=self._adults, **values)))  # noqa: S704  escaped there

    def text(self, value: str) -> Markup:
        """Return plain text as HTML: escaped, with the typography of its language."""
        key = value if type(value) is str else (type(value), value, self._adults)
        found = self._texts.get(key)
        if found is None:
            if len(self._texts) > REMEMBERED:
                self._texts.clear()
            found = self._texts[key] = self._text(value)
        return found

    def _text(self, value: str) -> Markup:
        if isinstance(value, Untranslated):
            html = self._fallen_back(self._words(value, SOURCE_LOCALE), "i")
        elif isinstance(value, Message):
            html = self._message(self.local.message(value, adults=self._adults))
        else:
            html = self._words(value, self.local.locale)
        return Markup(html)  # noqa: S704  escaped by _words

    def _fallen_back(self, html: str, tag: str) -> str:
        """Return what is still in the source locale, marked as such. A page may hold a hundred: no word more."""
        direction = ' dir="ltr"' if self._isolated else ""
        return f'<{tag} lang="{SOURCE_LOCALE}"{direction}>{html}</{tag}>'

    def _message(self, said: str) -> str:
        if isinstance(said, Untranslated):
            return f"{OPEN}{self._words(said, SOURCE_LOCALE)}{CLOSE}"
        return self._words(said, self.local.locale)

    def _words(self, raw: str, language: str) -> str:
        """Escape words and set their typography: the one place where text becomes HTML."""
        text = set_text(str(raw), language)
        return isolate(text) if self._isolated and language != SOURCE_LOCALE else escaped(text)

    def block(self, value: str) -> Markup:
        """Return Markdown text as paragraphs, lists and quotations."""
        return self._markdown(value, inline=False)

    def inline(self, value: str) -> Markup:
        """Return Markdown text without its outer paragraph, where a single one is expected."""
        return self.text(value) if isinstance(value, Message) else self._markdown(value, inline=True)

    def _markdown(self, value: str, *, inline: bool) -> Markup:
        # Only what holds a link depends on the page it is on, and only what leads to a module on who reads it.
        stand = self.links.root if "](" in value else ""
        stand += self.links.audience if "](module:" in value else ""
        key = (value, stand, type(value), inline)
        found = self._memo.get(key)
        if found is None:
            language = SOURCE_LOCALE if isinstance(value, Untranslated) else self.local.locale
            html, tag = self._blocks(str(value), language, inline=inline)
            if isinstance(value, Untranslated):
                html = self._fallen_back(html, tag)
            if len(self._memo) > REMEMBERED:
                self._memo.clear()
            found = self._memo[key] = Markup(html)  # noqa: S704  every word came through _words
        return found

    def _blocks(self, value: str, language: str, *, inline: bool) -> tuple[str, str]:
        """Return a text as HTML, and the name of an element that may hold it."""
        if PLAIN.fullmatch(value):
            words = self._words(value, language)
            return (words, "i") if inline else (f"<p>{words}</p>", "div")
        nodes = parse(value)
        if inline and len(nodes) == 1 and nodes[0].kind == "paragraph":
            return self._nodes(nodes[0].children, language), "i"
        return self._nodes(nodes, language), "div"

    def _nodes(self, nodes: tuple[Node, ...], language: str) -> str:
        return "".join([self._node(node, language) for node in nodes])

    def _node(self, node: Node, language: str) -> str:
        if node.kind == "text":
            return self._words(node.text, language)
        if node.kind == "break":
            return "<br>"
        if node.kind == "ref":
            return self._reference(node, language)
        inner = self._nodes(node.children, language)
        tag = TAGS.get(node.kind)
        start = f' start="{node.start}"' if node.start != 1 else ""
        return f"<{tag}{start}>{inner}</{tag}>" if tag else inner

    def _reference(self, node: Node, language: str) -> str:
        link = self.links.resolve(node.target)
        label = self._nodes(node.children, language) if node.children else str(self.text(link.label))
        if not link.href:
            return label
        return f'<a href="{escaped(link.href)}">{label}</a>'

    def _day(self, value: date) -> Markup:
        return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), self.text(self.local.date(value)))

    def _url(self, target: str) -> str:
        return self.links.root + target

    def fragment(self, template: str, **data: Any) -> Markup:
        """Render a piece of a page from a template of the package."""
        html = self.env.get_template(template).render(data, root=self.links.root)
        return Markup(marked(html))  # noqa: S704  autoescaped


def marked(html: str) -> str:
    """Say the language of the words of the interface that are still in the source locale, where an element can."""
    if OPEN not in html:
        return html
    start, bare = f"<span {FALLEN_BACK}>", str.maketrans("", "", OPEN + CLOSE)
    return "".join(
        piece.translate(bare) if piece.startswith("<") else piece.replace(OPEN, start).replace(CLOSE, "</span>")
        for piece in UNMARKED.split(html)
    )
