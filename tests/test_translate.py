"""A course in another locale: what is current is shown, the rest stays French and is marked."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from balise.fields import Untranslated, segments
from balise.i18n import states as states_of
from balise.local import LocalCourse
from balise.model import Module
from balise.plan import Section
from balise.registries.law import Penalty
from balise.shell import PageFacts, Shell
from balise.translate import translate
from builders import MODULE, SHARED, catalog, course_of, edited, local_of, minimal_module, po, workspace
from pages import pages_of, tree_of, words

MODULE_PO = "modules/tiny/locales/en.po"


def module() -> Module:
    return Module.model_validate(minimal_module())


def test_a_current_translation_replaces_its_source() -> None:
    english = translate(module(), catalog(("title", "Une séance", "A session", False)))
    assert english.title == "A session"
    assert not isinstance(english.title, Untranslated)


def test_what_is_missing_fuzzy_or_of_other_words_stays_and_is_marked() -> None:
    english = translate(
        module(),
        catalog(
            ("title", "Une séance", "A session", True),
            ("summary", "On apprenait à qui parler.", "Who to talk to.", False),
        ),
    )
    for shown, source in ((english.title, "Une séance"), (english.summary, "On apprend à qui parler.")):
        assert shown == source
        assert isinstance(shown, Untranslated)
    assert isinstance(english.content_note, Untranslated)


def test_ids_and_facts_are_never_translated() -> None:
    english = translate(module(), catalog(("code", "t1", "x", False), ("licence", "CC BY-SA 4.0", "x", False)))
    assert (english.code, english.licence, english.authors) == ("t1", "CC BY-SA 4.0", ("Une autrice",))
    assert not isinstance(english.code, Untranslated)


def test_the_source_is_not_changed() -> None:
    source = module()
    before = source.model_dump()
    translate(source, catalog(("title", "Une séance", "A session", False)))
    assert source.model_dump() == before


def test_a_translation_follows_its_option_when_options_are_reordered() -> None:
    english = catalog(("quizzes/check/items/first/options/b/text", "Attendre.", "Wait.", False))
    data = minimal_module()
    options = data["quizzes"][0]["items"][0]["options"]
    reordered = Module.model_validate(edited(data, "quizzes/0/items/0/options", options[::-1]))
    for source in (module(), reordered):
        item = translate(source, english).quizzes[0].items[0]
        assert {option.id: str(option.text) for option in item.options} == {
            "a": "En parler.",
            "b": "Wait.",
            "c": "Se taire.",
        }


def test_every_string_of_a_module_has_a_context_of_its_own() -> None:
    found = list(segments(module()))
    contexts = [one.context for one in found]
    assert sorted(contexts) == sorted(set(contexts))
    assert [(one.context, one.kind, one.value) for one in found][:3] == [
        ("title", "text", "Une séance"),
        ("summary", "text", "On apprend à qui parler."),
        ("content_note", "markdown", "On peut faire une pause."),
    ]
    assert ("lessons/lesson/activities/talk/prompts/0", "markdown", "À qui parler ?") in [
        (one.context, one.kind, one.value) for one in found
    ]


def test_every_translatable_string_is_reached_by_translation() -> None:
    """What is extracted is what is replaced: no string is offered to translators in vain."""
    source = module()
    entries = [(one.context, one.value, f"EN {one.context}", False) for one in segments(source)]
    shown = [one.value for one in segments(translate(source, catalog(*entries)))]
    assert shown == [f"EN {one.context}" for one in segments(source)]


def test_registry_entries_are_translated_by_their_id(tmp_path: Path) -> None:
    english = po("en", {"service/fr.17/purpose": ("Un danger maintenant.", "Danger now.")})
    local = local_of(workspace(tmp_path, {f"{SHARED}/locales/en.po": english}), "en")
    first, second = local.services(("fr.17", "fr.119"))
    assert first.purpose == "Danger now."
    assert isinstance(second.purpose, Untranslated)
    assert local.registry.edition == "2026-11-22"


def test_a_page_marks_what_is_still_french(tmp_path: Path) -> None:
    english = po("en", {"title": ("Une séance", "A session")})
    page = pages_of(workspace(tmp_path, {MODULE_PO: english}), "en")["learn/t1.html"]
    tree = tree_of(page)
    (title,) = tree.xpath("//h1")
    assert (title.text_content(), title.xpath(".//@lang")) == ("A session", [])
    marked = [words(one.text_content()) for one in tree.xpath("//*[@lang='fr']")]
    assert "On apprend à qui parler." in marked
    assert "On peut faire une pause." in marked
    assert "A session" not in marked


def test_a_fuzzy_translation_is_not_shown_anywhere(tmp_path: Path) -> None:
    english = po("en", {"title": ("Une séance", "A stale title")}, fuzzy=("title",))
    pages = pages_of(workspace(tmp_path, {MODULE_PO: english}), "en")
    assert [path for path, page in pages.items() if "stale" in page] == []


def test_a_stale_translation_is_not_shown_anywhere(tmp_path: Path) -> None:
    english = po("en", {"title": ("Une ancienne séance", "A stale title")})
    pages = pages_of(workspace(tmp_path, {MODULE_PO: english}), "en")
    assert [path for path, page in pages.items() if "stale" in page] == []


def test_in_french_nothing_is_marked(tmp_path: Path) -> None:
    pages = pages_of(workspace(tmp_path, {MODULE: minimal_module()}))
    assert [path for path, page in pages.items() if re.search("<(i|div) lang=", page)] == []


def test_a_locale_is_known_by_a_catalog_of_the_registries(tmp_path: Path) -> None:
    root = workspace(tmp_path, {f"{SHARED}/locales/eo.po": po("eo", {})})
    assert {"fr", "en", "eo"} <= set(course_of(root).locales)
    assert course_of(root).locales[0] == "fr"


def test_words_of_the_interface_still_in_french_say_so_where_an_element_can(tmp_path: Path, interface: Path) -> None:
    known = {"Vérifier": "Check", "Question {n}": "Question number {n}"}
    entries = "".join(f'\nmsgid "{french}"\nmsgstr "{english}"\n' for french, english in known.items())
    (interface / "en.po").write_text(f'msgid ""\nmsgstr ""\n{entries}', encoding="utf-8")
    root = workspace(tmp_path, {MODULE_PO: po("en", {"title": ("Une séance", "A session")})})
    pages = pages_of(root, "en")
    assert [path for path, page in pages.items() if re.search("[\ufdd0\ufdd1]", page)] == []
    tree = tree_of(pages["learn/t1/2.html"])
    spans = [words(one.text_content()) for one in tree.xpath("//span[@lang='fr' and not(@class)]")]
    assert "Une seule réponse." in spans
    assert not {"Check", "Question number 1"} & set(spans)
    (button,) = tree.xpath("//*[@data-bl-check]")
    assert words(button.text_content()).startswith("Check ")
    (quiz,) = tree.xpath("//*[@data-bl='quiz']")
    assert words(quiz.get("data-right")) == "Oui, c'est ça."
    (title,) = tree_of(pages["help.html"]).xpath("//h1")
    assert title.xpath("string(.//@lang)") == "fr"


def test_the_shell_says_which_of_its_words_are_still_french(tmp_path: Path, interface: Path) -> None:
    (interface / "en.po").write_text('msgid ""\nmsgstr ""\n\nmsgid "Menu"\nmsgstr "The menu"\n', encoding="utf-8")
    local = local_of(workspace(tmp_path, {MODULE_PO: po("en", {})}), "en")
    shown = Shell(local, (), frozenset({"services.html"})).of(PageFacts("index.html", "Home"))
    assert shown["said"]["menu"] == "The menu"
    assert shown["said"]["skip"] == '<span lang="fr" dir="ltr">Aller au contenu</span>'
    assert (
        shown["said"]["edition"]
        == '<span lang="fr" dir="ltr">Textes et services\u00a0: édition du 22 November 2026</span>'
    )
    assert shown["words"]["search_none"] == "Aucun résultat."
    assert shown["footer_nav"][0]["title"] == '<span lang="fr" dir="ltr">Les services</span>'


def test_a_title_an_author_wrote_cannot_be_a_tag_in_the_menus(tmp_path: Path) -> None:
    local = local_of(workspace(tmp_path))
    page = PageFacts("learn/t1.html", "x", sections=(Section("a-talk", "Plus <b>fort</b> & vite"),))
    (section,) = Shell(local, (), frozenset()).of(page)["sections"]
    assert section["title"] == "Plus &lt;b&gt;fort&lt;/b&gt; &amp; vite"


def test_a_module_hardly_translated_says_so_at_the_top(tmp_path: Path) -> None:
    course = course_of(workspace(tmp_path, {MODULE_PO: po("en", {})}))
    local = LocalCourse(replace(course, states=states_of(course)), "en")
    shell = Shell(local, (), frozenset())
    assert shell.of(PageFacts("learn/t1.html", "x", module="tiny"))["partial"]
    assert not shell.of(PageFacts("help.html", "x"))["partial"]


def test_a_penalty_with_words_still_in_french_is_marked_whole(tmp_path: Path, interface: Path) -> None:
    (interface / "en.po").write_text(
        'msgid ""\nmsgstr ""\n\nmsgid "{n} ans d\'emprisonnement"\nmsgstr "{n} years in prison"\n', encoding="utf-8"
    )
    local = local_of(workspace(tmp_path, {MODULE_PO: po("en", {})}), "en")
    years, both = (
        local.penalty(Penalty.model_validate({"id": "base", "case": "x", **more}))
        for more in ({"years": 2}, {"years": 2, "fine": 10})
    )
    assert (str(years), isinstance(years, Untranslated)) == ("2 years in prison", False)
    assert isinstance(both, Untranslated)
