"""What a locale says: penalties, money, dates, names."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from balise.deliveries import WHOLE
from balise.fields import Untranslated
from balise.local import locale_names
from balise.registries.law import Penalty
from builders import SHARED, local_of, po, workspace
from pages import words


def penalty(**more: object) -> Penalty:
    return Penalty.model_validate({"id": "base", "case": "x", **more})


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"years": 1}, "1 an d'emprisonnement"),
        ({"years": 2}, "2 ans d'emprisonnement"),
        ({"years": 20, "criminal": True}, "20 ans de réclusion criminelle"),
        ({"years": 1, "criminal": True}, "1 an de réclusion criminelle"),
        ({"fine": 60000}, "60 000 € d'amende"),
        ({"years": 2, "fine": 60000}, "2 ans d'emprisonnement et 60 000 € d'amende"),
    ],
)
def test_a_penalty_is_said_whole(given: dict[str, object], said: str, tiny: Path) -> None:
    assert words(local_of(tiny).penalty(penalty(**given))) == said


def test_a_fine_and_a_date_are_written_as_each_language_writes_them(tmp_path: Path) -> None:
    root = workspace(tmp_path, {f"{SHARED}/locales/{name}.po": po(name, {}) for name in ("en", "es")})
    shown = {name: local_of(root, name) for name in ("fr", "en", "es")}
    assert {name: words(local.money(60000)) for name, local in shown.items()} == {
        "fr": "60 000 €",
        "en": "€60,000",
        "es": "60.000 €",
    }
    assert {name: local.date(date(2026, 11, 22)) for name, local in shown.items()} == {
        "fr": "22 novembre 2026",
        "en": "22 November 2026",
        "es": "22 de noviembre de 2026",
    }


def test_a_locale_names_itself_and_its_direction() -> None:
    named = [(one.tag, one.endonym, one.direction) for one in locale_names(("fr", "en", "ar", "pt-BR"))]
    assert named == [
        ("fr", "Français", "ltr"),
        ("en", "English", "ltr"),
        ("ar", "العربية", "rtl"),
        ("pt-BR", "Português (Brasil)", "ltr"),
    ]


def test_a_word_of_the_interface_falls_back_to_french(tiny: Path, interface: Path) -> None:
    (interface / "en.po").write_text('msgid ""\nmsgstr ""\n\nmsgid "Vrai"\nmsgstr "True"\n', encoding="utf-8")
    local = local_of(tiny, "en")
    assert (local.message("Vrai"), local.message("Faux")) == ("True", "Faux")
    assert local_of(tiny).message("Vrai") == "Vrai"


def test_a_phrase_made_of_words_of_the_interface_is_all_in_one_language(tiny: Path, interface: Path) -> None:
    words_of = {"{title} · {delivery}": "{title} – {delivery}", "Séance entière": "Whole session"}
    lines = [f'msgid "{text}"\nmsgstr "{said}"\n' for text, said in words_of.items()]
    (interface / "en.po").write_text("\n".join(lines), encoding="utf-8")
    said = local_of(tiny, "en").phrase("{title} · {delivery}", title="Alone online", delivery=WHOLE)
    assert (said, isinstance(said, Untranslated)) == ("Alone online – Whole session", False)


def test_an_emergency_comes_in_the_order_of_the_course(tiny: Path) -> None:
    assert [service.id for service in local_of(tiny).emergency] == ["fr.17"]
    assert local_of(tiny).minors_rule.id == "fr.minors"


def test_a_page_that_is_not_made_of_modules_cannot_read_one(tiny: Path) -> None:
    """It would be remembered though a module has changed."""
    sealed = local_of(tiny).sealed()
    assert (list(sealed.modules), sealed.title("tiny")) == (["tiny"], "Une séance")
    with pytest.raises(TypeError, match="made by an output that gathers it"):
        sealed.modules["tiny"]


def test_a_locale_is_reviewed_when_all_its_catalogs_are(tmp_path: Path, interface: Path) -> None:
    names = (f"{SHARED}/locales/en.po", "modules/tiny/locales/en.po")
    signed = {name: po("en", {"title": ("x", "y")}, reviewed_by="Ana") for name in names}
    (interface / "en.po").write_text(signed[names[0]], encoding="utf-8")
    assert local_of(workspace(tmp_path / "all", signed), "en").reviewed is True
    assert local_of(workspace(tmp_path / "one", {names[0]: signed[names[0]]}), "en").reviewed is False
    assert local_of(workspace(tmp_path / "none"), "fr").reviewed is True
