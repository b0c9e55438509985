"""Turns the course's words into runs and blocks of paper: typography, languages, numbers, references.

It also notes which registry entries it was asked to show, so that a sheet knows what it would have to be recalled for.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from balise import paper
from balise.course import SOURCE_LOCALE
from balise.fields import Untranslated
from balise.links import Links
from balise.local import LocalCourse
from balise.markup import Node, parse
from balise.messages import Message
from balise.paper import Block, Inline, Run
from balise.sentences import counter
from balise.typography import NUMBER, set_text

ISOLATE, END = "\u2066", "\u2069"
ENTRIES = frozenset({"law", "penalty", "service"})
"""References that print a fact which can go out of date."""


class Typesetter:
    """Sets the words of one sheet in one locale. `facts` fills with `law:…` and `service:…` as they are shown."""

    def __init__(self, local: LocalCourse, *, adults: bool = False) -> None:
        self.local = local
        self.adults = adults
        self.facts: dict[str, None] = {}
        self.pictures: dict[str, dict[str, Any]] = {}
        self.links = Links(local)
        self._count = counter(self.links.name)

    def text(self, value: str, **values: object) -> Inline:
        """Return plain text, or words of the interface, as runs."""
        if isinstance(value, Message):
            said = self.local.phrase(
                value,
                adults=self.adults,
                **{n: self.local.phrase(v) if isinstance(v, Message) else v for n, v in values.items()},
            )
            return self._said(said)
        return self._said(value)

    def _message(self, value: object) -> object:
        return self.local.phrase(value, adults=self.adults) if isinstance(value, Message) else value

    def _said(self, value: str) -> Inline:
        if isinstance(value, Untranslated):
            return [self._foreign([set_text(str(value), SOURCE_LOCALE)])]
        return [self._words(str(value), self.local.locale)]

    def _foreign(self, words: Inline) -> Run:
        """Mark words still in the source locale."""
        return paper.in_language(words, SOURCE_LOCALE, "ltr")

    def _words(self, raw: str, language: str) -> str:
        text = set_text(raw, language)
        if self.local.direction == "rtl" and language != SOURCE_LOCALE:
            return NUMBER.sub(lambda found: f"{ISOLATE}{found[0]}{END}", text)
        return text

    def number(self, value: str) -> Inline:
        """Return a phone number or an address, which reads from left to right in every language."""
        return [f"{ISOLATE}{value}{END}" if self.local.direction == "rtl" else value]

    def day(self, value: date) -> Inline:
        return [self._words(self.local.date(value), self.local.locale)]

    def inline(self, value: str) -> Inline:
        """Return Markdown as runs; its paragraphs, if there are several, follow each other on new lines."""
        if isinstance(value, Message):
            return self.text(value)
        language = SOURCE_LOCALE if isinstance(value, Untranslated) else self.local.locale
        runs: Inline = []
        for node in parse(str(value)):
            runs += [paper.line_break()] if runs else []
            runs += self._runs(node.children, language)
        return [self._foreign(runs)] if isinstance(value, Untranslated) else runs

    def md(self, value: str) -> list[Block]:
        """Return Markdown as blocks."""
        language = SOURCE_LOCALE if isinstance(value, Untranslated) else self.local.locale
        return [self._block(node, language, foreign=isinstance(value, Untranslated)) for node in parse(str(value))]

    def _block(self, node: Node, language: str, *, foreign: bool) -> Block:
        if node.kind in ("list", "steps"):
            items = [
                [self._block(child, language, foreign=foreign) for child in item.children] for item in node.children
            ]
            return paper.bullets(items) if node.kind == "list" else paper.steps(items, node.start)
        if node.kind == "quote":
            return paper.quote([self._block(child, language, foreign=foreign) for child in node.children])
        runs = self._runs(node.children or (node,), language)
        return paper.para([self._foreign(runs)] if foreign else runs)

    def _runs(self, nodes: tuple[Node, ...], language: str) -> Inline:
        runs: Inline = []
        for node in nodes:
            if node.kind == "text":
                runs.append(self._words(node.text, language))
            elif node.kind == "break":
                runs.append(paper.line_break())
            elif node.kind == "ref":
                runs += self._reference(node, language)
            else:
                runs += self._marked(node, language)
        return runs

    def _marked(self, node: Node, language: str) -> Inline:
        inner = self._runs(node.children, language)
        if node.kind == "strong":
            return [paper.strong(inner)]
        return [paper.emphasis(inner)] if node.kind == "emphasis" else inner

    def _reference(self, node: Node, language: str) -> Inline:
        scheme, _, name = node.target.partition(":")
        if scheme in ENTRIES:
            self.cite("law" if scheme == "penalty" else scheme, name.partition("/")[0])
        if node.children:
            return self._runs(node.children, language)
        return self._said(self.links.resolve(node.target).label)

    def count(self, text: str) -> int:
        """Return how many words a text has once it is set."""
        return self._count(text)

    def picture(self, name: str, content: bytes) -> None:
        """Keep the file of a picture for the sheet: SVG as text, anything else as numbers, for JSON to carry."""
        kind = name.rpartition(".")[2].lower().replace("jpeg", "jpg")
        self.pictures[name] = {"format": kind, "bytes": content.decode() if kind == "svg" else list(content)}

    def cite(self, scheme: str, entry_id: str) -> None:
        """Note that the sheet shows a registry entry."""
        self.facts[f"{scheme}:{entry_id}"] = None


def isolated(text: str) -> str:
    """Return a text without the marks that isolate numbers."""
    return re.sub(f"[{ISOLATE}{END}]", "", text)
