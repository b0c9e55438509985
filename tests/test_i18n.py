"""Catalogs for translators: extracted, brought up to date, counted."""

from __future__ import annotations

from pathlib import Path

from babel.messages.extract import extract_from_dir

from balise import catalogs, i18n
from balise.discovery import PACKAGE
from balise.interface import interface_messages
from builders import MODULE, SHARED, course_of, edited, local_of, minimal_module, po, workspace

MODULE_PO = "modules/tiny/locales/en.po"
TITLE = {"title": ("Une séance", "A session")}


def messages(file: Path) -> dict[str, tuple[str, str, bool]]:
    return {context: (e.msgid, e.msgstr, e.fuzzy) for context, e in catalogs.read(file).messages.items()}


def test_extracting_writes_a_template_beside_each_set_of_catalogs(tmp_path: Path, interface: Path) -> None:
    root = workspace(tmp_path / "course")
    changed = i18n.extract(course_of(root))
    assert changed == [
        interface / "interface.pot",
        root / "modules/_shared/locales/_shared.pot",
        root / "modules/tiny/locales/tiny.pot",
    ]
    template = messages(root / "modules/tiny/locales/tiny.pot")
    assert template["title"] == ("Une séance", "", False)
    assert template["quizzes/check/items/first/options/a/feedback"] == ("Oui.", "", False)
    shared = messages(root / "modules/_shared/locales/_shared.pot")
    assert shared["service/fr.17/purpose"] == ("Un danger maintenant.", "", False)
    assert shared["title"] == ("Cours", "", False)
    assert list(messages(interface / "interface.pot")) == list(interface_messages())


def test_extracting_twice_changes_nothing(tmp_path: Path, interface: Path) -> None:  # noqa: ARG001
    root = workspace(tmp_path / "course")
    i18n.extract(course_of(root))
    assert i18n.extract(course_of(root)) == []


def test_updating_starts_a_language_with_every_message(tmp_path: Path, interface: Path) -> None:
    root = workspace(tmp_path / "course")
    changed = i18n.update(course_of(root), "es")
    assert changed == [
        interface / "es.po",
        root / "modules/_shared/locales/es.po",
        root / "modules/tiny/locales/es.po",
    ]
    passages = course_of(root).modules["tiny"].passages()
    assert messages(changed[2]) == {one.context: (one.text, "", False) for one in passages}
    assert i18n.update(course_of(root), "es") == []


def test_updating_keeps_translations_and_the_name_of_their_reviewer(tmp_path: Path, interface: Path) -> None:  # noqa: ARG001
    root = workspace(tmp_path / "course", {MODULE_PO: po("en", TITLE, reviewed_by="Ana")})
    i18n.update(course_of(root), "en")
    assert messages(root / MODULE_PO)["title"] == ("Une séance", "A session", False)
    assert catalogs.read(root / MODULE_PO).reviewed_by == "Ana"


def test_a_changed_sentence_becomes_fuzzy_and_is_not_shown(tmp_path: Path, interface: Path) -> None:  # noqa: ARG001
    module = edited(minimal_module(), "title", "Une autre séance")
    root = workspace(tmp_path / "course", {MODULE: module, MODULE_PO: po("en", TITLE)})
    i18n.update(course_of(root), "en")
    assert messages(root / MODULE_PO)["title"] == ("Une autre séance", "A session", True)
    assert local_of(root, "en").modules["tiny"].title == "Une autre séance"
    (state,) = [one for one in i18n.states(course_of(root))["tiny"] if one.locale == "en"]
    assert (state.translated, state.fuzzy) == (0, 1)


def test_a_sentence_written_anew_starts_empty(tmp_path: Path, interface: Path) -> None:  # noqa: ARG001
    module = edited(minimal_module(), "title", "Xyz kw gh bhjk")
    root = workspace(tmp_path / "course", {MODULE: module, MODULE_PO: po("en", TITLE)})
    i18n.update(course_of(root), "en")
    assert messages(root / MODULE_PO)["title"] == ("Xyz kw gh bhjk", "", False)


def test_a_sentence_that_moved_is_offered_again_as_fuzzy(tmp_path: Path, interface: Path) -> None:  # noqa: ARG001
    old = po("en", {"lessons/lesson/activities/gone/prompts/0": ("À qui parler ?", "Who to talk to?")})
    root = workspace(tmp_path / "course", {MODULE_PO: old})
    i18n.update(course_of(root), "en")
    found = messages(root / MODULE_PO)
    assert found["lessons/lesson/activities/talk/prompts/0"] == ("À qui parler ?", "Who to talk to?", True)
    assert "lessons/lesson/activities/gone/prompts/0" not in found


def test_a_catalog_that_cannot_be_read_is_left_alone(tmp_path: Path, interface: Path) -> None:  # noqa: ARG001
    broken = 'msgid "a"\nmssgstr "the work of a translator"\n'
    root = workspace(tmp_path / "course", {MODULE_PO: broken})
    course = course_of(workspace(tmp_path / "sound"))
    course.root = root
    changed = i18n.update(course, "en")
    assert (root / MODULE_PO).read_text(encoding="utf-8") == broken
    assert root / MODULE_PO not in changed


def test_what_translators_note_beside_a_message_survives(tmp_path: Path, interface: Path) -> None:  # noqa: ARG001
    noted = po("en", TITLE).replace("msgctxt", '# "session" rather than "class"\nmsgctxt')
    root = workspace(tmp_path / "course", {MODULE_PO: noted})
    i18n.update(course_of(root), "en")
    assert '# "session" rather than "class"\n' in (root / MODULE_PO).read_text(encoding="utf-8")


def test_status_counts_every_set_of_catalogs_in_every_language(tmp_path: Path, interface: Path) -> None:
    words = interface_messages()
    (interface / "en.po").write_text('msgid ""\nmsgstr ""\n', encoding="utf-8")
    two = {**TITLE, "summary": ("On apprend à qui parler.", "Who to talk to.")}
    root = workspace(tmp_path / "course", {MODULE_PO: po("en", two, fuzzy=("summary",), reviewed_by="Ana")})
    course = course_of(root)
    states = {one.document: one for own in i18n.states(course).values() for one in own if one.locale == "en"}
    total = len(course.modules["tiny"].passages())
    shared = sum(len(document.passages()) for document in course.shared)
    assert list(states) == ["interface", "_shared", "tiny"]
    assert states["interface"] == i18n.State("interface", "en", 0, 0, len(words), "")
    assert states["_shared"] == i18n.State("_shared", "en", 1, 0, shared - 1, "")
    assert states["tiny"] == i18n.State("tiny", "en", 1, 1, total - 2, "Ana")
    assert states["tiny"].total == total


def test_the_words_of_the_interface_are_those_gettext_finds_in_templates_and_code() -> None:
    methods = [("**.html", "jinja2"), ("**.py", "python")]
    options = {"**.html": {"trim_blocks": "true", "lstrip_blocks": "true"}}
    read = extract_from_dir(str(PACKAGE), methods, options, {"_": None, "message": None})
    assert list(interface_messages()) == list(dict.fromkeys(text for _, _, text, _, _ in read))


def test_shared_strings_have_contexts_of_their_own(tmp_path: Path) -> None:
    course = course_of(workspace(tmp_path))
    contexts = [one.context for document in course.shared for one in document.passages()]
    assert sorted(contexts) == sorted(set(contexts))
    assert f"{SHARED}" == "modules/_shared"
