"""The steps of a module: what is on each page learners turn, and the way from one to the next."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from balise.steps import Step, steps_of
from builders import MODULE, edited, local_of, minimal_module, po, workspace
from pages import pages_of, tree_of, words

SECOND = {
    "id": "second",
    "title": "Encore",
    "activities": [
        {
            "id": "asked",
            "type": "quiz",
            "title": "On répond",
            "duration": 10,
            "phase": "closing",
            "quiz": "check",
            "intro": "Sans note.",
            "facilitator": {"steps": ["Lire."]},
        }
    ],
}


def asked(count: int, **changes: Any) -> dict[str, Any]:
    """Return a module whose quiz has so many questions."""
    module = minimal_module(**changes)
    (item,) = module["quizzes"][0]["items"]
    items = [{**item, "id": f"q{number}", "stem": f"Numéro {number} ?"} for number in range(1, count + 1)]
    return edited(module, "quizzes/0/items", items)


def in_lesson(count: int) -> dict[str, Any]:
    """Return a module of two lessons, the second of which asks the quiz."""
    module = edited(asked(count), "duration", 20)
    return edited(module, "lessons", [*module["lessons"], SECOND])


def steps(root: Path, module: dict[str, Any], locale: str = "fr") -> tuple[Step, ...]:
    local = local_of(workspace(root, {MODULE: module}), locale)
    return steps_of(local, local.modules["tiny"])


def numbers(step: Step) -> list[int]:
    return [view.number for view in step.quiz.items] if step.quiz else []


@pytest.mark.parametrize(
    ("count", "parts"),
    [
        (1, [[1]]),
        (3, [[1, 2, 3]]),
        (4, [[1, 2], [3, 4]]),
        (10, [[1, 2, 3], [4, 5, 6], [7, 8], [9, 10]]),
        (12, [[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]]),
    ],
)
def test_a_quiz_is_cut_into_pages_of_about_as_many_questions(
    count: int, parts: list[list[int]], tmp_path: Path
) -> None:
    first, *rest = steps(tmp_path, asked(count))
    assert numbers(first) == []
    assert [numbers(step) for step in rest] == parts


def test_a_quiz_a_lesson_asks_is_asked_there_and_nowhere_else(tmp_path: Path) -> None:
    found = steps(tmp_path, in_lesson(4))
    assert [(step.number, step.lesson, step.title) for step in found] == [
        (1, 0, "Parler"),
        (2, 1, "On répond"),
        (3, 1, "On répond"),
    ]


@pytest.mark.parametrize(("count", "parts"), [(7, [""]), (8, ["les services", "les situations"])])
def test_a_map_with_many_situations_has_them_on_a_page_of_their_own(
    count: int, parts: list[str], tmp_path: Path
) -> None:
    situation = {"id": "s", "text": "Que faire ?", "best": "fr.17", "why": "C'est un danger."}
    chart = {
        "id": "chart",
        "type": "services_map",
        "title": "La carte",
        "duration": 10,
        "intro": "Voici des services.",
        "services": ["fr.17", "fr.3018"],
        "situations": [{**situation, "id": f"s{number}"} for number in range(count)],
        "facilitator": {"steps": ["Lire."]},
    }
    module = edited(minimal_module(), "lessons/0/activities/0", chart)
    root = workspace(tmp_path, {MODULE: module})
    local = local_of(root)
    found = [step for step in steps_of(local, local.modules["tiny"]) if step.activity]
    assert [step.part(local) for step in found] == parts
    assert [step.first for step in found] == [True, False][: len(parts)]
    pages = pages_of(root)
    shown = [tree_of(pages[f"learn/t1/{step.number}.html"]) for step in found]
    assert [len(tree.xpath("//*[@class='bl-map']/li")) for tree in shown] == [2, 0][: len(parts)]
    assert sum(len(tree.xpath("//*[contains(@class, 'bl-situations')]/li")) for tree in shown) == count
    assert ["Voici des services." in words(tree.text_content()) for tree in shown] == [True, False][: len(parts)]


def test_an_assessment_has_no_page_for_learners(tmp_path: Path) -> None:
    assert [step.title for step in steps(tmp_path, edited(asked(2), "quizzes/0/use", "assessment"))] == ["Parler"]


def test_what_introduces_a_quiz_is_said_once_and_each_page_has_its_own_score(tmp_path: Path) -> None:
    pages = pages_of(workspace(tmp_path, {MODULE: in_lesson(5)}))
    second, third = (tree_of(pages[f"learn/t1/{number}.html"]) for number in (2, 3))
    assert ["Sans note." in words(tree.text_content()) for tree in (second, third)] == [True, False]
    assert [tree.xpath("//@data-scored")[0] for tree in (second, third)] == ["3", "2"]
    assert words(third.findtext(".//h1/span/span")) == "questions 4 et 5"
    names = third.xpath("//*[@class='bl-item__number']")
    assert [words(one.text_content()) for one in names] == ["Question 4", "Question 5"]


def test_each_page_leads_to_those_before_and_after_it(tmp_path: Path) -> None:
    pages = pages_of(workspace(tmp_path, {MODULE: asked(4)}))
    ways = {}
    for number in (1, 2, 3):
        (turn,) = tree_of(pages[f"learn/t1/{number}.html"]).xpath("//nav[@class='bl-turn']")
        ways[number] = [(one.get("rel"), one.get("href")) for one in turn.iter("a")]
    assert ways == {
        1: [("next", "2.html")],
        2: [("prev", "1.html"), ("next", "3.html")],
        3: [("prev", "2.html"), (None, "../../learn/t1.html")],
    }


def test_the_first_page_leads_to_every_step_lesson_by_lesson(tmp_path: Path) -> None:
    tree = tree_of(pages_of(workspace(tmp_path, {MODULE: in_lesson(4)}))["learn/t1.html"])
    (listed,) = tree.xpath("//section[@id='steps']")
    assert [words(one.text_content()) for one in listed.iter("h3")] == ["La séance", "Encore"]
    lists = [[link.get("href") for link in one.iter("a")] for one in listed.iter("ol")]
    assert lists == [["t1/1.html"], ["t1/2.html", "t1/3.html"]]
    assert words(listed.xpath("string(.//ol[2]/li[2])")) == "On répond questions 3 et 4"


def test_every_page_says_whom_to_call_and_that_one_may_stop(tmp_path: Path) -> None:
    pages = {path: page for path, page in pages_of(workspace(tmp_path)).items() if path.startswith("learn/")}
    assert len(pages) == 3
    for path, page in pages.items():
        tree = tree_of(page)
        (box,) = tree.xpath("//section[@id='help']")
        assert {"tel:17", "tel:3018"} <= set(box.xpath(".//a/@href")), path
        assert "Tu peux faire une pause" in words(tree.text_content())


def test_the_guide_leads_to_each_activity_as_it_is_projected(tmp_path: Path) -> None:
    guide = tree_of(pages_of(workspace(tmp_path, {MODULE: in_lesson(4)}))["teach/tiny.html"])
    led = [link for link in guide.xpath("//section[starts-with(@id, 'a-')]//a/@href") if "?project" in link]
    assert led == ["../learn/t1/1.html?project", "../learn/t1/2.html?project"]


def test_the_name_of_a_step_that_is_not_translated_says_its_language(tmp_path: Path) -> None:
    english = po("en", {"title": ("Une séance", "A session")})
    root = workspace(tmp_path, {MODULE: asked(4), "modules/tiny/locales/en.po": english})
    (title,) = tree_of(pages_of(root, "en")["learn/t1/2.html"]).xpath("//h1")
    assert title.xpath("string(.//*[@lang='fr'])") == "Vérifier"
    assert words(title.xpath("string(.//*[@class='bl-part'])")) == "questions 1 and 2"
