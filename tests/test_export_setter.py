"""Plain Markdown: two builders' parsers read back the very words, and nothing that was written becomes a mark."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import markdown as python_markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from balise import paper
from balise.export.setter import anchored, markdown
from balise.paper import Block

Parser = Callable[[str], str]
PARSERS: dict[str, Parser] = {
    "Python-Markdown": lambda text: python_markdown.markdown(text, extensions=["tables", "toc", "fenced_code"]),
    "CommonMark": MarkdownIt("commonmark").enable("table").render,
}
MARKS = "\\`*_{}[]()<>#+-.!|~=:^&\"'/ \n\t0123456789aé☐«»\u00a0\u202f\u2066\u2069؟م"
WORDS = st.text(MARKS, min_size=1, max_size=24).filter(str.strip)
HOSTILE = (
    "1. un",
    "2) deux",
    "- rien",
    "# titre #",
    "===",
    "---",
    "    code",
    "~~~",
    "```sh\nrm\n```",
    "<script>alert(1)</script>",
    "&lt;b&gt; &amp; &#60;",
    "[x](javascript:alert(1))",
    "![x](y)",
    "a | b\n--- | ---",
    "*a* **b** __c__ _d_ `e`",
    "{: .x } { #y }",
    "!!! note",
    ": définition",
    "\\",
    "https://example.org/a_b_c",
    "<!-- rien -->",
    '--8<-- "passwd"',
)
PLACES: dict[str, Callable[[str], Block]] = {
    "para": lambda words: paper.para([words]),
    "label": lambda words: paper.para([words], "label"),
    "after a break": lambda words: paper.para(["a", paper.line_break(), words]),
    "heading": lambda words: paper.heading(2, [words]),
    "anchored heading": lambda words: anchored(paper.heading(2, [words]), "x"),
    "bullets": lambda words: paper.bullets([[words], ["b"]]),
    "steps": lambda words: paper.steps([[words], [words]]),
    "nested": lambda words: paper.bullets([[paper.para(["a"]), paper.bullets([[words]])]]),
    "quote": lambda words: paper.quote([paper.para([words])]),
    "note": lambda words: paper.note([words], [paper.para([words])]),
    "table": lambda words: paper.table([[words], ["b"]], [[[words], [words]]]),
    "options": lambda words: paper.options(["A", ""], [[words], [words]]),
    "checks": lambda words: paper.checks([[words]]),
    "messages": lambda words: paper.messages([paper.message([words], [words])]),
    "emphasis": lambda words: paper.para(["a ", paper.emphasis([words]), " b"]),
    "strong in a word": lambda words: paper.para(["a", paper.strong([words]), "b"]),
    "link": lambda words: paper.para([paper.link([words], "../law.md#a")]),
    "language": lambda words: paper.para([paper.in_language([paper.strong([words])], "fr", "ltr")]),
}
TAGS = {"p", "h2", "a", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "em", "strong"}
TAGS |= {"span", "br", "div"}


def read(text: str, parser: str) -> Any:
    return html.fragment_fromstring(PARSERS[parser](text), create_parent="div")


def bare(text: str) -> str:
    return "".join(text.split())


def expected(block: Block) -> str:
    """Return the words of a block, and those the setter adds: boxes."""
    box = "☐" if block["b"] == "checks" else ""
    return bare(box + paper.words_of(block))


def holds(block: Block, parser: str) -> None:
    tree = read(markdown([block]), parser)
    assert bare(tree.text_content()) == expected(block)
    assert {one.tag for one in tree.iter()} <= TAGS
    assert [one.get("href") for one in tree.iter("a") if "href" in one.attrib] == ["../law.md#a"] * (
        "link" in str(block.get("c"))
    )


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("place", PLACES)
def test_what_looks_like_a_mark_is_shown_to_the_letter(place: str, parser: str) -> None:
    for words in HOSTILE:
        holds(PLACES[place](words), parser)


@pytest.mark.parametrize("parser", PARSERS)
@given(st.sampled_from(sorted(PLACES)), WORDS)
@example("para", "0.")
def test_any_words_are_read_back(parser: str, place: str, words: str) -> None:
    holds(PLACES[place](words), parser)
