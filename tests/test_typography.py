"""The spaces and marks each language asks for, and numbers in text from right to left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balise.typography import NARROW, WIDE, isolate, set_text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Qui ?", f"Qui{NARROW}?"),
        ("Non ! Si ; voilà", f"Non{NARROW}! Si{NARROW}; voilà"),
        ("Note : ceci", f"Note{WIDE}: ceci"),
        ("Note :", f"Note{WIDE}:"),
        ("« mot »", f"«{WIDE}mot{WIDE}»"),
        ("«mot»", f"«{WIDE}mot{WIDE}»"),
        ("l'été", "l’été"),
        ("aujourd'hui", "aujourd’hui"),
        ("'mot'", "'mot'"),
        ("60 000 €", f"60{NARROW}000{NARROW}€"),
        ("de 9 h à 23 h, hors ligne", f"de 9{NARROW}h à 23{NARROW}h, hors ligne"),
        ("1 000 000", f"1{NARROW}000{NARROW}000"),
        ("50 %", f"50{NARROW}%"),
        ("en 2025 100 élèves", f"en 2025{NARROW}100 élèves"),
        ("12:30", "12:30"),
        ("https://a.b", "https://a.b"),
        ("Qui?", "Qui?"),
    ],
)
def test_french_text_is_set_this_way(typed: str, shown: str) -> None:
    assert set_text(typed, "fr") == shown


@given(text=st.text(max_size=40))
def test_setting_french_twice_changes_nothing_more(text: str) -> None:
    once = set_text(text, "fr")
    assert set_text(once, "fr") == once


@given(text=st.text(max_size=40), language=st.sampled_from(["en", "ar", "uk", "es"]))
def test_other_languages_stay_as_typed(text: str, language: str) -> None:
    assert set_text(text, language) == text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("رقم 3018.", 'رقم <bdi dir="ltr">3018</bdi>.'),
        ("116 006", '<bdi dir="ltr">116 006</bdi>'),
        ("+33 1 40", '<bdi dir="ltr">+33 1 40</bdi>'),
        ("226-2-1", '<bdi dir="ltr">226-2-1</bdi>'),
        ("7", '<bdi dir="ltr">7</bdi>'),
        ("بدون أرقام", "بدون أرقام"),
        ('"9"', '&#34;<bdi dir="ltr">9</bdi>&#34;'),
        ("l'un & <b>", "l&#39;un &amp; &lt;b&gt;"),
    ],
)
def test_numbers_are_isolated_and_nothing_else(text: str, html: str) -> None:
    assert isolate(text) == html
