"""Cutting texts for slides: short pieces that lose nothing, never cut inside a mark or a quotation."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balise.markup import escaped, plain
from balise.paper import strong, words_of
from balise.runs import parts_of
from balise.sentences import counter, pieces, sentences, shared

COUNT = counter(lambda target: target.partition(":")[2])
WORD = st.sampled_from(["un", "Lou", "écrit", "très", "[une règle](law:fr.x)", "**gras**", "*penché*", "(entre nous)"])
PAUSE = st.sampled_from([" ", " ", " ", ", ", " ; ", " : ", ". ", " ? ", " « oui », "])
TEXT = st.lists(st.tuples(WORD, PAUSE), min_size=1, max_size=90).map(lambda found: "".join(a + b for a, b in found))


def cut(text: str, most: int = 40) -> list[str]:
    """Return a text as the slides that show it."""
    return [" ".join(group) for group in pieces([text], most, COUNT)]


def letters(text: str) -> str:
    return re.sub(r"\W", "", plain(text)).lower()


@given(text=TEXT, most=st.integers(15, 40))
def test_nothing_is_lost_and_nothing_is_too_long(text: str, most: int) -> None:
    found = cut(text, most)
    assert letters("".join(found)) == letters(text)
    assert [one for one in found if COUNT(one) > most] == []


@given(text=TEXT, most=st.integers(15, 40))
def test_nothing_is_cut_inside_a_mark(text: str, most: int) -> None:
    for piece in cut(text, most):
        assert piece.count("**") % 2 == 0
        assert piece.replace("**", "").count("*") % 2 == 0
        assert piece.count("[") == piece.count("](") == piece.count("]")


@given(words=st.lists(st.integers(0, 30), max_size=40), most=st.integers(30, 60))
def test_groups_keep_the_order_are_full_enough_and_as_few_as_can_be(words: list[int], most: int) -> None:
    places = list(range(len(words)))
    groups = shared(places, words, most)
    assert [place for group in groups for place in group] == places
    assert all(sum(words[place] for place in group) <= most for group in groups)
    assert len(groups) <= 2 * sum(words) // most + 1


def test_the_last_slide_of_a_text_is_not_left_with_a_few_words() -> None:
    text = " ".join(["Une phrase de sept mots est là."] * 6)
    assert [COUNT(one) for one in cut(text)] == [21, 21]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Un signe. Un autre !", ["Un signe.", "Un autre !"]),
        ("Mme Le Goff et M. Roy. Puis Lou.", ["Mme Le Goff et M. Roy.", "Puis Lou."]),
        ("Elle dit « Non. Jamais. » Puis rien.", ["Elle dit « Non. Jamais. »", "Puis rien."]),
        ("L'art. 3 (cf. p. 4). Fin.", ["L'art. 3 (cf. p. 4).", "Fin."]),
        ("Це ст. КК. Далі слово. кінець", ["Це ст. КК.", "Далі слово. кінець"]),
        ("هل هذا صحيح؟ نعم.", ["هل هذا صحيح؟", "نعم."]),
        ("- Un.\n- Deux.", ["Un.", "Deux."]),
    ],
)
def test_a_sentence_ends_where_a_reader_stops(text: str, found: list[str]) -> None:
    assert list(sentences(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Garde tous les messages ; ne réponds plus à personne",
            ["Garde tous les messages.", "Ne réponds plus à personne"],
        ),
        (
            "Voici ce que dit Lou : « Je ne veux pas »",
            ["Voici ce que dit Lou :", "« Je ne veux pas »"],
        ),
        (
            "Une image prise hier soir, et montrée à toute la classe",
            ["Une image prise hier soir…", "… et montrée à toute la classe"],
        ),
        (
            "Il écrit « oui, ou non » puis il ferme tout",
            ["Il écrit « oui, ou non »…", "… puis il ferme tout"],
        ),
        (
            "في بيت صديقتها الجديدة، مع كل أصدقاء الصف",
            ["في بيت صديقتها الجديدة…", "… مع كل أصدقاء الصف"],
        ),
    ],
)
def test_a_long_sentence_is_cut_at_a_pause_and_says_that_it_goes_on(text: str, found: list[str]) -> None:
    assert cut(text, 7) == found


@pytest.mark.parametrize("text", ["*Un* [deux] <trois> `4` & _cinq_", "1. Non", "- Oui", "# Titre", "> Cité", "\\"])
def test_plain_text_is_shown_to_the_letter(text: str) -> None:
    assert plain(escaped(text)) == text


def test_runs_are_cut_between_words_with_their_marks() -> None:
    runs = ["Un deux trois ", strong(["quatre cinq six"]), " sept huit"]
    parts = parts_of(runs, 5)
    assert [words_of(part) for part in parts] == ["Un deux trois quatre…", "… cinq six sept huit"]
    assert [part[1] for part in parts] == [strong(["quatre"]), strong(["cinq six"])]


def test_a_number_is_not_cut() -> None:
    parts = parts_of(["Un deux \u2066116 006\u2069 cinq six sept huit"], 4)
    assert len(parts) > 1
    assert [part for part in parts if words_of(part).count("\u2066") != words_of(part).count("\u2069")] == []
