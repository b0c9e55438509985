"""Quizzes on paper: two orders that ask the same, a key that is right for both and on no pupil's sheet."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from string import ascii_uppercase
from typing import Any

import pytest

from balise.course import Course
from balise.local import LocalCourse
from balise.model import Quiz
from balise.paper import Block, words_of
from balise.printing import serialised
from balise.proof import Publisher
from balise.sheet import Desk, Sheet, plan_sheets
from balise.sheets import quiz_key, quiz_sheet
from balise.typesetter import Typesetter
from builders import EMPTY_PO, MODULE, PROJECT, SHARED, course_of, local_of, minimal_module, workspace
from printed import bare, printed, unsaid


@pytest.fixture(scope="module")
def real() -> Course:
    return course_of(PROJECT)


def item(name: str, kind: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": name.lower(),
        "type": kind,
        "objective": "find-help",
        "stem": f"{name} ?",
        "rationale": "Secret.",
        **fields,
    }


def told(*texts: str, right: str = "") -> list[dict[str, Any]]:
    """Return options; what is said of each is a secret of the key."""
    return [{"id": t.lower(), "text": t, "correct": t == right, "feedback": f"Secret {t}."} for t in texts]


def some_of_each(right: str = "Parler", *, true: bool = True, place: str = "oui") -> list[dict[str, Any]]:
    """Return items of every interaction."""
    pairs = [{"id": f"p{n}", "left": f"Gauche {n}", "right": f"Droite {n}", "feedback": "Secret."} for n in range(4)]
    cards = [{"id": f"c{n}", "text": f"Carte {n}", "category": "non", "why": "Secret."} for n in range(4)]
    cards[0]["category"] = place
    places = [{"id": "oui", "label": "Aide"}, {"id": "non", "label": "Ferme"}]
    steps = [{"id": f"s{n}", "text": f"Moment {n}"} for n in range(4)]
    gaps = [{"id": "who", "key": "adulte", "distractors": ["écran", "silence"]}]
    points = [{"id": f"p{n}", "text": f"Point {n}", "feedback": "Secret."} for n in range(3)]
    return [
        item("Choisir", "single_choice", options=told("Parler", "Attendre", "Fuir", "Nier", right=right)),
        item("Croire", "true_false", answer=true, if_true="Secret.", if_false="Secret."),
        item("Relier", "matching", pairs=pairs, extra=["Droite 9"]),
        item("Classer", "categorise", categories=places, cards=cards),
        item("Ordonner", "ordering", steps=steps, feedback="Secret."),
        item("Remplir", "gap_fill", text="Un {who}, **vite** !", gaps=gaps, feedback="Secret."),
        item("Situer", "scale", points=points),
        item("Dire", "reflection", lines=3, model_answer="Secret."),
    ]


def quizzes(
    root: Path, items: list[dict[str, Any]], use: str = "practice", locale: str = "fr", **module: Any
) -> dict[str, Sheet]:
    """Return the sheets of a module with one quiz, `t1-check-a` and so on, in their standard layout."""
    quiz = {"id": "check", "title": "Vérifier", "use": use, "items": items}
    empty = {f"{SHARED}/locales/ar.po": EMPTY_PO, "modules/tiny/locales/ar.po": EMPTY_PO}
    workspace(root, {MODULE: minimal_module(quizzes=[quiz], **module), **empty})
    local = local_of(root, locale)
    sheets = plan_sheets(local, publisher(local), "a4", "tiny")
    return {one.name: one for one in sheets if one.kind.startswith("quiz_") and not one.variant}


def publisher(local: LocalCourse) -> Publisher:
    return Publisher("https://balise.example/", local.locale, local.settings.edition)


def questions(blocks: list[Block]) -> list[list[Block]]:
    """Return what is shown of each question of a pupil's sheet: its stem, then what is to be answered."""
    return [
        after["blocks"]
        for block, after in pairwise(blocks)
        if block["b"] == "heading" and after["b"] == "keep" and after["blocks"][0]["b"] == "para"
    ]


def marked(shown: list[Block], quiz: Quiz, to: Typesetter) -> str:
    """Answer a printed question from the model alone, as a pupil who knows would: what the key must say of it."""

    def said(markdown: str) -> str:
        return bare(words_of(to.inline(markdown)))

    stem, *rest = shown
    one: Any = max((i for i in quiz.items if bare(words_of(stem)).startswith(said(i.stem))), key=lambda i: len(i.stem))
    answers = rest[-1]
    if one.type in ("single_choice", "multiple_choice"):
        right = {said(option.text) for option in one.options if option.correct}
        return "·".join(row["letter"] for row in answers["items"] if bare(words_of(row["c"])) in right)
    if one.type in ("true_false", "myth_or_fact"):
        return "A" if one.answer in (True, "myth") else "B"
    if one.type == "ordering":
        places = {said(step.text): place for place, step in enumerate(one.steps, 1)}
        rows = [bare(words_of(row[1])) for row in answers["rows"]]
        return "·".join(f"{row[0]}{places[row[1:]]}" for row in rows)
    if one.type in ("matching", "categorise"):
        return _joined(one, [bare(words_of(c)) for c in rest[0]["items"]], answers["rows"], said)
    if one.type == "gap_fill":
        order = [part.split("}")[0] for part in one.text.split("{")[1:]]
        assert len(order) == len(one.gaps)
        return "·".join(f"({n}){said(gap.key)}" for n, gap in enumerate(one.gaps, 1))
    return "–"


def _joined(one: Any, targets: list[str], rows: list[Any], said: Any) -> str:
    letters = {target[1:]: target[0] for target in targets}
    if one.type == "matching":
        right = {said(pair.left): said(pair.right) for pair in one.pairs}
    else:
        labels = {category.id: said(category.label) for category in one.categories}
        right = {said(card.text): labels[card.category] for card in one.cards}
    found = [bare(words_of(row[0])) for row in rows]
    return "·".join(f"{n}{letters[right[text[len(str(n)) :]]]}" for n, text in enumerate(found, 1))


def key_table(blocks: list[Block]) -> list[list[str]]:
    """Return the columns of a key: numbers, sheet A, sheet B."""
    table = next(block for block in blocks if block["b"] == "table")
    return [[bare(words_of(row[column])) for row in table["rows"]] for column in range(3)]


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_key_is_right_for_both_sheets_of_every_quiz_and_on_none_of_them(locale: str, real: Course) -> None:
    local = LocalCourse(real, locale)
    desk = Desk(local, publisher(local))
    for slug, module in local.modules.items():
        sheets = {draft.name: draft.blocks for draft in quiz_sheet.module_drafts(desk, slug, module)}
        keys = {draft.name: draft.blocks for draft in quiz_key.module_drafts(desk, slug, module)}
        to = desk.setter(module)
        for quiz in module.quizzes:
            _, *columns = key_table(keys[f"{quiz.id}-key"])
            secrets = [bare(words_of(to.inline(one.rationale))) for one in quiz.items]
            for letter, column in zip("ab", columns, strict=True):
                blocks = sheets[f"{quiz.id}-{letter}"]
                assert column == [marked(shown, quiz, to) for shown in questions(blocks)], f"{slug} {quiz.id} {letter}"
                text = bare(words_of(blocks))
                assert [secret for secret in secrets if secret in text] == []


def test_nothing_of_the_key_is_in_what_a_pupils_sheet_is_made_of(tmp_path: Path) -> None:
    sheets = quizzes(tmp_path / "one", some_of_each())
    others = quizzes(tmp_path / "two", some_of_each(right="Nier", true=False, place="non"))
    for letter in "ab":
        data = serialised(sheets[f"t1-check-{letter}"].data)
        assert "Secret" not in data
        assert sheets[f"t1-check-{letter}"].path == f"print/t1-check-{letter}-fr.pdf"
        assert data == serialised(others[f"t1-check-{letter}"].data)
    assert sheets["t1-check-key"].path == "teach/print/t1-check-key-fr.pdf"
    assert key_table(sheets["t1-check-key"].data["blocks"]) != key_table(others["t1-check-key"].data["blocks"])


def test_sheet_b_asks_the_same_in_another_order(tmp_path: Path) -> None:
    sheets = quizzes(tmp_path, some_of_each())
    first, second = (questions(sheets[f"t1-check-{letter}"].data["blocks"]) for letter in "ab")
    stems = [[words_of(shown[0]) for shown in side] for side in (first, second)]
    assert stems[0] != stems[1]
    assert sorted(stems[0]) == sorted(stems[1])
    other = {words_of(shown[0]): shown for shown in second}
    same = {words_of(shown[0]).split()[0] for shown in first if other[words_of(shown[0])] == shown}
    assert same == {"Croire", "Situer", "Dire"}
    labels = [[words_of(c) for c in side["Classer"]] for side in map(_targets, (first, second))]
    assert labels[0] == labels[1]


def _targets(side: list[list[Block]]) -> dict[str, Any]:
    return {words_of(shown[0]).split()[0]: shown[1].get("items") for shown in side}


@pytest.mark.parametrize("count", range(1, 4))
def test_a_short_quiz_has_two_sheets_that_differ_where_they_can(count: int, tmp_path: Path) -> None:
    items = [item(f"Vrai{n}", "true_false", answer=True, if_true="Oui.", if_false="Non.") for n in range(count)]
    sheets = quizzes(tmp_path, items)
    first, second = (questions(sheets[f"t1-check-{letter}"].data["blocks"]) for letter in "ab")
    assert (first != second) == (count > 1)


def test_steps_are_never_shown_in_the_right_order(tmp_path: Path) -> None:
    texts = ascii_uppercase[:12]
    items = [
        item(f"Ordre{n}", "ordering", feedback="Oui.", steps=[{"id": f"s{i}", "text": t} for i, t in enumerate(trio)])
        for n, trio in enumerate(texts[start : start + 3] for start in range(10))
    ]
    sheets = quizzes(tmp_path, items)
    orders = [key_table(sheets["t1-check-key"].data["blocks"])[side] for side in (1, 2)]
    assert all("A1·B2·C3" not in order for order in orders)


@pytest.mark.parametrize(
    ("use", "scale", "audience", "named", "scored"),
    [
        ("practice", False, "pupils", False, False),
        ("assessment", False, "pupils", True, True),
        ("assessment", True, "pupils", False, False),
        ("assessment", False, "staff", False, True),
    ],
)
def test_a_name_is_asked_of_pupils_only_where_nobody_speaks_of_themselves(  # noqa: PLR0913
    use: str, audience: str, tmp_path: Path, *, scale: bool, named: bool, scored: bool
) -> None:
    items = some_of_each()[: 7 if scale else 6]
    blocks = quizzes(tmp_path, items, use, audience=audience)["t1-check-b"].data["blocks"]
    assert any(block["b"] == "fields" for block in blocks) == named
    assert ("/ 6" in words_of(blocks)) == scored


@pytest.mark.parametrize(("locale", "name"), [("fr", "a"), ("ar", "b"), ("ar", "key")])
def test_a_sheet_prints_every_word_it_is_made_of(locale: str, name: str, tmp_path: Path) -> None:
    sheet = quizzes(tmp_path, some_of_each(), "assessment", locale)[f"t1-check-{name}"]
    _, text = printed(sheet, tmp_path)
    # Joined letters come back from a PDF in pieces, in no order that a comparison could use.
    assert [word for word in unsaid(sheet, text) if word.isascii() or locale == "fr"] == []
