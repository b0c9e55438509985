"""Every item type: its example is valid, lowers to one of five interactions, and never shows its key unasked."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, get_args

import pytest

from balise.discovery import members
from balise.docstrings import field_docstrings
from balise.fields import prose_fields
from balise.interactions import Choice, ExtendedText, Interaction, Match, Order, TextEntry
from balise.parts import Item
from builders import EXAMPLES, MODULE, course_of, edited, minimal_module, report_of, workspace
from builders import example as example_of
from pages import all_of, pages_of, tree_of, words, words_of

example = partial(example_of, "items")
TYPES = sorted(members("items"))
SAID_AFTER = ("feedback", "if_true", "if_false", "if_myth", "if_fact", "why", "model_answer")
ANSWER_MARKS = (
    "[@data-correct or @data-target or @data-bl-feedback or @data-bl-answer or contains(@class, 'bl-answers')]"
)


def course_with(root: Path, item: dict[str, Any], use: str = "practice") -> Path:
    """Write the tiny course with one item in its quiz."""
    module = edited(minimal_module(), "quizzes/0/items/0", item)
    return workspace(root, {MODULE: edited(module, "quizzes/0/use", use)})


def lowered(root: Path) -> Interaction:
    module = course_of(root).modules["tiny"].module
    assert module
    return module.quizzes[0].items[0].lower()


def texts(data: Any, names: tuple[str, ...]) -> list[str]:
    """Return every string under these keys, as the page may show it."""
    if isinstance(data, list):
        return [text for one in data for text in texts(one, names)]
    if not isinstance(data, dict):
        return []
    own = [words(value) for key, value in data.items() if key in names and isinstance(value, str)]
    return own + [text for value in data.values() for text in texts(value, names)]


def key_of(interaction: Interaction) -> Any:
    """Return the key in the words of the item: ids say nothing."""
    match interaction:
        case Choice(options=options):
            return [str(option.text) for option in options if option.correct]
        case Order(shown=shown, key=key):
            steps = {step.id: step.text for step in shown}
            return [steps[name] for name in key]
        case Match(rows=rows, targets=targets, key=key):
            labels = {target.id: target.text for target in targets}
            return {row.text: labels[key[row.id]] for row in rows}
        case TextEntry(gaps=gaps):
            return {gap.id: gap.key for gap in gaps}
        case ExtendedText(model_answer=answer):
            return answer


def test_there_is_one_example_for_each_type() -> None:
    assert sorted(path.stem for path in (EXAMPLES / "items").glob("*.yaml")) == TYPES


@pytest.mark.parametrize("name", TYPES)
def test_a_type_is_a_described_item_named_like_its_folder(name: str) -> None:
    module = members("items")[name]
    kind = module.MEMBER
    assert issubclass(kind, Item)
    assert get_args(kind.model_fields["type"].annotation) == (name,)
    assert module.__doc__
    assert kind.__doc__
    assert kind.model_fields.keys() - field_docstrings(kind).keys() <= {"type"}
    assert {"stem", "rationale"} <= {field for field, prose in prose_fields(kind).items() if prose}


@pytest.mark.parametrize("name", TYPES)
def test_the_example_has_nothing_to_correct(name: str, tmp_path: Path) -> None:
    assert example(name)["item"]["type"] == name
    assert report_of(course_with(tmp_path, example(name)["item"])) == "0 errors, 0 warnings"


@pytest.mark.parametrize("name", TYPES)
def test_the_example_lowers_to_its_interaction_with_its_key(name: str, tmp_path: Path) -> None:
    interaction = lowered(course_with(tmp_path, example(name)["item"]))
    kinds = {Choice: "choice", Order: "order", Match: "match", TextEntry: "text_entry", ExtendedText: "extended_text"}
    assert kinds[type(interaction)] == interaction.kind == example(name)["lowers_to"]
    assert key_of(interaction) == example(name)["key"]


@pytest.mark.parametrize("name", TYPES)
def test_an_item_is_scored_when_it_has_a_right_answer(name: str, tmp_path: Path) -> None:
    interaction = lowered(course_with(tmp_path, example(name)["item"]))
    assert interaction.scored is (name not in ("scale", "reflection"))


@pytest.mark.parametrize("name", TYPES)
def test_lowering_twice_gives_the_same(name: str, tmp_path: Path) -> None:
    root = course_with(tmp_path, example(name)["item"])
    assert lowered(root) == lowered(root)


@pytest.mark.parametrize("name", TYPES)
def test_practice_shows_the_question_and_keeps_every_explanation_in_the_answer(name: str, tmp_path: Path) -> None:
    item = example(name)["item"]
    page = pages_of(course_with(tmp_path, item))["learn/t1/2.html"]
    tree = tree_of(page)
    (shown,) = tree.xpath("//*[@id='i-check-first']")
    (answer,) = shown.xpath(".//details[@data-bl-answer]")
    inside = words(answer.text_content())
    answer.getparent().remove(answer)
    assert words(item["stem"]).replace("*", "") in words(shown.text_content())
    for explanation in texts(item, SAID_AFTER):
        assert explanation in inside
        assert explanation not in words(shown.text_content())
    assert words(item["rationale"]) not in all_of(page)


@pytest.mark.parametrize("name", TYPES)
def test_an_assessment_shows_learners_nothing_of_its_answers(name: str, tmp_path: Path) -> None:
    item = example(name)["item"]
    pages = pages_of(course_with(tmp_path, item, "assessment"))
    sheet = pages["sheets/t1-check.html"]
    assert words(item["stem"]).replace("*", "") in words_of(sheet)
    assert "learn/t1/2.html" not in pages
    for page in (sheet, *(page for path, page in pages.items() if path.startswith("learn/"))):
        assert [text for text in texts(item, (*SAID_AFTER, "rationale")) if text in all_of(page)] == []
        assert tree_of(page).xpath(f"//*{ANSWER_MARKS}") == []


@pytest.mark.parametrize("name", TYPES)
def test_the_facilitator_page_shows_key_explanations_and_rationale(name: str, tmp_path: Path) -> None:
    item = example(name)["item"]
    page = words_of(pages_of(course_with(tmp_path, item, "assessment"))["teach/tiny.html"])
    assert [text for text in texts(item, (*SAID_AFTER, "rationale")) if text not in page] == []


@pytest.mark.parametrize("name", ["single_choice", "multiple_choice", "true_false", "myth_or_fact"])
def test_the_explained_options_are_marked_right_or_wrong_as_they_are(name: str, tmp_path: Path) -> None:
    tree = tree_of(pages_of(course_with(tmp_path, example(name)["item"]))["learn/t1/2.html"])
    answers = tree.xpath("//details[@data-bl-answer]//ul[@class='bl-answers']/li")
    right = [words(one.text_content()) for one in answers if "data-correct" in one.attrib]
    assert len(answers) >= 2
    assert len(right) == len(example(name)["key"])
    for said, text in zip(right, example(name)["key"], strict=True):
        assert said.startswith(f"Juste {words(text)}")


OTHER_KEYS = {
    "single_choice": {"options/1/correct": False, "options/2/correct": True},
    "multiple_choice": {"options/0/correct": False},
    "true_false": {"answer": True},
    "myth_or_fact": {"answer": "fact"},
    "categorise": {"cards/0/category": "fine"},
    "matching": {"pairs/0/right": "Une association", "pairs/1/right": "La police"},
    "gap_fill": {"gaps/0/key": "secrets", "gaps/0/distractors/0": "messages"},
    "ordering": {
        "steps/0": {"id": "keep", "text": "Garder les messages."},
        "steps/1": {"id": "breathe", "text": "Souffler."},
    },
}


@pytest.mark.parametrize("name", sorted(OTHER_KEYS))
def test_the_sheet_of_an_assessment_is_the_same_whatever_its_key(name: str, tmp_path: Path) -> None:
    item = example(name)["item"]
    other = item
    for path, value in OTHER_KEYS[name].items():
        other = edited(other, path, value)
    roots = [course_with(tmp_path / side, one, "assessment") for side, one in (("a", item), ("b", other))]
    assert key_of(lowered(roots[0])) != key_of(lowered(roots[1]))
    first, second = (pages_of(root)["sheets/t1-check.html"] for root in roots)
    assert first == second


def test_the_order_of_two_words_for_a_gap_says_nothing_of_the_right_one(tmp_path: Path) -> None:
    gap = {"id": "what", "key": "messages", "distractors": ["secrets"]}
    item = edited(edited(example("gap_fill")["item"], "text", "Je garde mes {what}."), "gaps", [gap])
    other = edited(item, "gaps", [{**gap, "key": "secrets", "distractors": ["messages"]}])
    first, second = (lowered(course_with(tmp_path / side, one)) for side, one in (("a", item), ("b", other)))
    assert isinstance(first, TextEntry)
    assert isinstance(second, TextEntry)
    assert first.gaps[0].words == second.gaps[0].words


@pytest.mark.parametrize("name", ["matching", "categorise"])
def test_the_names_of_rows_and_targets_do_not_give_the_key_away(name: str, tmp_path: Path) -> None:
    """They are in the source of the page: a target named like its row would be the answer."""
    interaction = lowered(course_with(tmp_path, example(name)["item"]))
    assert isinstance(interaction, Match)
    assert [row for row, target in interaction.key.items() if row == target] == []
