"""The Markdown of YAML: what is allowed, what comes out, and that text never becomes code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import html5lib
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from balise.checks.markup import missing_target
from balise.markup import PLAIN, Node, faults, parse, plain, references, walk
from balise.render import Renderer
from builders import workspace
from pages import renderer_of, words_of

ALLOWED = {"p", "ul", "ol", "li", "blockquote", "strong", "em", "br", "a", "span", "div", "bdi", "i"}
ATTRIBUTES = {"class", "href", "lang", "dir", "start"}
PAGES = r"(law|services|glossary|sources|frameworks|tools|protocol)\.html#[a-z0-9-]+|learn/t1\.html"
PIECES = st.sampled_from(
    [
        "mot", "été", " ", "\n", "\n\n", "*", "**", "_", "- ", "1. ", "> ", "#", "`", "~~~", "    ", "\\", "|", "<",
        ">", "&", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--", "-->", "<a href='x'>", "</p>",
        "&lt;", "&#60;",
        "[", "](", ")", "[x](javascript:alert(1))", "[x](data:text/html,x)", "[x](//a)", "![x](y)", "<https://a.b>",
        "[](service:fr.17)", "[ici](law:fr.image)", "[](penalty:fr.image/base)", "[](term:help)", "[](age:12-15)",
        "[](module:tiny)", '"', "'", "javascript:", "onclick=", "{gap}", "\u00a0", "\u2028", "\x00", "17", "3 018,5",
    ]
)  # fmt: skip
EMPHASIS = st.sampled_from(
    [
        "**gras**", "*léger*", "**[](service:fr.17)**", "*[ici](term:help) et*", "*", "**", "(", "?", ".", "’", "€",
        "\n\n- ", "\n- ", "\n", "\n  ",
        " ", "a", "![](term:help)",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=40)


@pytest.fixture(scope="module")
def renderers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Renderer]:
    """A renderer from left to right, and one from right to left."""
    root = workspace(tmp_path_factory.mktemp("markup"), {"modules/_shared/locales/ar.po": 'msgid ""\nmsgstr ""\n'})
    return {locale: renderer_of(root, locale) for locale in ("fr", "ar")}


def elements(page: str) -> list[Any]:
    """Return the elements a browser makes of a fragment."""
    tree = html5lib.parseFragment(page, treebuilder="etree", namespaceHTMLElements=False)
    return [element for element in tree.iter() if element is not tree]


@given(text=TEXTS, locale=st.sampled_from(["fr", "ar"]), how=st.sampled_from(["block", "inline", "text"]))
def test_no_text_ever_becomes_code(text: str, locale: str, how: str, renderers: dict[str, Renderer]) -> None:
    renderer = renderers[locale]
    if how != "text":
        assume(not any(missing_target(renderer.local.course, target) for target in references(text)))
    for element in elements(getattr(renderer, how)(text)):
        assert isinstance(element.tag, str), "a comment"
        assert element.tag in ALLOWED
        assert set(element.attrib) <= ATTRIBUTES
        if element.tag == "a":
            assert re.fullmatch(PAGES, element.attrib["href"])


@given(text=st.lists(PIECES | EMPHASIS, max_size=8).map(lambda pieces: "".join(pieces).strip()))
@example(text="1. mot")
@example(text="- mot\n\n- mot")
@example(text="![](term:help)")
@example(text="**gras**")
@example(text="mot\n- mot")
@example(text="**gras**\n  mot")
@example(text="mot\n  - mot")
@example(text="- mot\n  - mot")
@settings(max_examples=200)
def test_a_text_reads_the_same_alone_and_before_another(text: str) -> None:
    """Alone it may be read without the parser, never before `_`."""
    both = f"{text}\n\n_[](term:help)_"
    assume(text and "\x00" not in text)
    assert faults(text) == faults(both)
    assume(not faults(text))
    assert parse(text) == parse(both)[:-1]
    assert (*references(text), "term:help") == references(both)


@given(text=TEXTS)
def test_where_nothing_is_refused_no_word_is_lost(text: str, renderers: dict[str, Renderer]) -> None:
    assume(not faults(text) and not references(text))
    kept = re.findall(r"[^\W\d_]+", words_of(renderers["fr"].block(text)))
    assert kept == re.findall(r"[^\W\d_]+", text)


def test_a_line_like_a_definition_of_a_link_is_not_lost(renderers: dict[str, Renderer]) -> None:
    assert words_of(renderers["fr"].block("[Silence]: écouter")) == "[Silence]: écouter"


@given(text=TEXTS)
def test_plain_text_shows_as_it_is_typed(text: str, renderers: dict[str, Renderer]) -> None:
    """Titles and labels have no markup: every mark is shown."""
    shown = html5lib.parseFragment(renderers["ar"].text(text), namespaceHTMLElements=False)
    assert "".join(shown.itertext()) == text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")


@given(text=st.from_regex(PLAIN, fullmatch=True))
def test_the_short_way_for_plain_sentences_gives_what_the_parser_gives(text: str) -> None:
    from balise import markup

    assume(text == text.strip() and not re.search("[\t\r\x00]|  ", text))
    nodes = tuple(markup._node(child) for child in markup.SyntaxTreeNode(markup._parser.parse(text)).children)
    assert parse(text) == nodes


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Bonjour.", "<p>Bonjour.</p>"),
        ("*a* **b**", "<p><em>a</em> <strong>b</strong></p>"),
        ("a\nb", "<p>a b</p>"),
        ("a\\\nb", "<p>a<br>b</p>"),
        ("a\n\nb", "<p>a</p><p>b</p>"),
        ("- a\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("1. a\n2. b", "<ol><li><p>a</p></li><li><p>b</p></li></ol>"),
        ("> a", "<blockquote><p>a</p></blockquote>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        ("&eacute;", "<p>&amp;eacute;</p>"),
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>"),
        ("[a](javascript:x)", "<p>a</p>"),
        ("[](age:12-15)", "<p>12–15 ans</p>"),
        ("[](service:fr.17)", '<p><a href="services.html#fr-17">17</a></p>'),
        ("[*ici*](law:fr.image)", '<p><a href="law.html#fr-image"><em>ici</em></a></p>'),
    ],
)
def test_a_text_becomes_this_html(text: str, html: str, renderers: dict[str, Renderer]) -> None:
    assert renderers["fr"].block(text) == html


def test_a_reference_to_a_penalty_says_it(renderers: dict[str, Renderer]) -> None:
    assert words_of(renderers["fr"].block("[](penalty:fr.image/base)")) == "2 ans d'emprisonnement et 60 000 € d'amende"


def test_inline_drops_the_only_paragraph_and_keeps_several(renderers: dict[str, Renderer]) -> None:
    assert renderers["fr"].inline("un *mot*") == "un <em>mot</em>"
    assert renderers["fr"].inline("un\n\ndeux") == "<p>un</p><p>deux</p>"


def test_a_list_that_begins_at_another_number_keeps_it(renderers: dict[str, Renderer]) -> None:
    """ "2025. Une loi…" at the head of a text must not become "1."."""
    assert renderers["fr"].block("2025. Une loi") == '<ol start="2025"><li><p>Une loi</p></li></ol>'


def test_the_same_text_links_differently_from_another_page(renderers: dict[str, Renderer]) -> None:
    links = renderers["fr"].links
    links.root, links.audience = "../", "facilitator"
    deep = renderers["fr"].inline("[](module:tiny)")
    links.root, links.audience = "", "site"
    assert deep == '<a href="../teach/tiny.html">Une séance</a>'
    assert renderers["fr"].inline("[](module:tiny)") == '<a href="learn/t1.html">Une séance</a>'


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<b>a</b>", "markup-not-allowed"),
        ("<!-- a -->", "markup-not-allowed"),
        ("# a", "markup-not-allowed"),
        ("a\n===", "markup-not-allowed"),
        ("![a](b)", "markup-not-allowed"),
        ("`a`", "markup-not-allowed"),
        ("```\na\n```", "markup-not-allowed"),
        ("a\n\n    b", "markup-not-allowed"),
        ("a\n\n***", "markup-not-allowed"),
        ("[a](https://b.c)", "link-not-registered"),
        ("<https://b.c>", "link-not-registered"),
        ("[a](JAVASCRIPT:b)", "link-not-registered"),
        ("[a](b.html)", "link-not-registered"),
        ("[a](#b)", "link-not-registered"),
    ],
)
def test_this_is_refused(text: str, code: str) -> None:
    assert [fault.code for fault in faults(text)][:1] == [code]


@pytest.mark.parametrize(
    "text", ["a", "*a*", "- a", "> a", "1. a", "a < b", "[](law:x)", "a_b_c", "2 * 3 * 4", "{gap}"]
)
def test_this_is_allowed(text: str) -> None:
    assert faults(text) == ()


def test_references_come_in_order_from_anywhere_in_a_text() -> None:
    assert references("[](law:a) *[x](term:b)*\n\n- [](service:c) [](law:a)") == (
        "law:a",
        "term:b",
        "service:c",
        "law:a",
    )
    assert references("[a](https://b.c) \\[](law:a)") == ()


def test_plain_gives_the_words_only() -> None:
    assert plain("*Un* [mot](term:a)\n\n- et [](law:b) **deux**") == "Un mot et deux"


def test_walking_visits_parents_first() -> None:
    assert [node.kind for node in walk(parse("*a*"))] == ["paragraph", "emphasis", "text"]
    assert parse("a") == (Node("paragraph", (Node("text", text="a"),)),)


def test_the_tiny_course_has_an_arabic_page_from_right_to_left(renderers: dict[str, Renderer]) -> None:
    assert renderers["ar"].local.direction == "rtl"
    assert renderers["ar"].text("رقم 3018") == 'رقم <bdi dir="ltr">3018</bdi>'


@pytest.mark.parametrize(("text", "words"), [('"a"', '"a"'), ("l'été", "l'été"), ("a & b", "a & b")])
def test_isolating_numbers_leaves_quotes_and_apostrophes_whole(
    text: str, words: str, renderers: dict[str, Renderer]
) -> None:
    assert words_of(renderers["ar"].text(text)) == words


def test_the_site_overrides_of_a_course_win_over_the_templates(tmp_path: Path) -> None:
    root = workspace(tmp_path / "course")
    own = tmp_path / "own" / "outputs" / "help_page"
    own.mkdir(parents=True)
    (own / "page.html").write_text("<h1>{{ artifact.title }}</h1>", encoding="utf-8")
    from balise.plan import plan_course
    from builders import local_of

    renderer = Renderer(local_of(root), tmp_path / "own")
    bare = renderer.local.without_modules()
    (page,) = [artifact for artifact in plan_course(bare, {}) if artifact.path == "help.html"]
    assert renderer.render(page) == "<h1>Trouver de l&#39;aide</h1>"
