"""The recall list: every place an entry appears."""

from __future__ import annotations

from pathlib import Path

from balise.recall import find
from builders import MODULE, course_of, edited, minimal_module, po, workspace


def places(root: Path, entry_id: str) -> list[str]:
    return list(find(course_of(root), entry_id))


def test_an_entry_is_found_where_it_is_listed_and_on_its_pages(tmp_path: Path) -> None:
    found = [place for place in places(workspace(tmp_path), "fr.3018") if "superseded_by" not in place]
    assert [place for place in found if not place.startswith("page: ") or " fr/" in place] == [
        "modules/tiny/module.yaml:21:5: tiny, services/1",
        "page: fr/services.html#fr-3018",
        "page: fr/learn/t1.html, fr/learn/t1/ or fr/teach/tiny.html",
    ]


def test_an_entry_is_found_in_texts_of_modules_and_registries(tmp_path: Path) -> None:
    module = edited(minimal_module(), "content_note", "Voir [](penalty:fr.image/base) et [](law:fr.image).")
    root = workspace(tmp_path, {MODULE: module})
    found = places(root, "fr.image")
    assert "modules/tiny/module.yaml:13:1: tiny, content_note" in found
    assert "page: fr/law.html#fr-image" in found
    assert "page: fr/learn/t1.html, fr/learn/t1/ or fr/teach/tiny.html" in found


def test_an_entry_is_found_in_translations_with_their_language(tmp_path: Path) -> None:
    module = edited(minimal_module(), "content_note", "Voir [](term:consent).")
    english = po("en", {"content_note": ("Voir [](term:consent).", "See [](term:consent).")})
    root = workspace(tmp_path, {MODULE: module, "modules/tiny/locales/en.po": english})
    assert [place for place in places(root, "consent") if "module.yaml" in place or ".po" in place] == [
        "modules/tiny/module.yaml:13:1: tiny, content_note",
        "modules/tiny/locales/en.po:7:1: tiny, content_note [en]",
    ]


def test_an_entry_is_found_on_hand_written_pages(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    found = places(root, "fr.17")
    assert [place for place in found if place.startswith("content/")] == ["content/fr/index.md:3:12: index.md"]
    assert "page: fr/index.html" in found


def test_an_entry_is_found_among_the_emergency_services(tmp_path: Path) -> None:
    assert [place for place in places(workspace(tmp_path), "fr.17") if "course.yaml" in place] == [
        "modules/_shared/course.yaml:6:5: course, emergency/0"
    ]


def test_an_id_that_only_looks_alike_is_not_found(tmp_path: Path) -> None:
    """`find-help` is an objective, `fr.17` no part of `fr.170`."""
    module = edited(minimal_module(), "objectives/0/text", "Le mot help n'est pas un renvoi.")
    root = workspace(tmp_path, {MODULE: edited(module, "lessons/0/id", "help")})
    assert [place for place in places(root, "help") if place.startswith("modules/")] == [
        "modules/tiny/module.yaml:5:5: tiny, topics/0"
    ]


def test_an_entry_nobody_uses_is_on_its_own_page_only(tmp_path: Path) -> None:
    found = places(workspace(tmp_path), "fr.future")
    assert {place.partition("#")[0].partition("/")[2] for place in found} == {"law.html"}
