"""Every activity type: its example is valid, learners see what is theirs, facilitators their notes."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any, get_args

import pytest

from balise.discovery import PACKAGE, members
from balise.docstrings import field_docstrings
from balise.parts import Activity
from balise.registry import kinds
from balise.views import activity_views
from builders import EXAMPLES, MODULE, edited, local_of, minimal_module, report_of, workspace
from builders import example as example_of
from pages import all_of, pages_of, tree_of, words

example = partial(example_of, "activities")
TYPES = sorted(members("activities"))


def course_with(root: Path, activity: dict[str, Any], **changes: Any) -> Path:
    """Write the tiny course with one activity; `changes` are of the module, with `__` for `/`."""
    module = edited(minimal_module(), "lessons/0/activities/0", activity)
    for path, value in changes.items():
        module = edited(module, path.replace("__", "/"), value)
    return workspace(root, {MODULE: module})


def section(page: str) -> str:
    """Return the words of the activity on a page."""
    (found,) = tree_of(page).xpath("//*[@id='a-act']")
    return words(found.text_content())


def test_there_is_one_example_for_each_type() -> None:
    assert sorted(path.stem for path in (EXAMPLES / "activities").glob("*.yaml")) == TYPES


@pytest.mark.parametrize("name", TYPES)
def test_a_type_is_a_described_activity_named_like_its_folder(name: str) -> None:
    module = members("activities")[name]
    kind = module.MEMBER
    assert issubclass(kind, Activity)
    assert get_args(kind.model_fields["type"].annotation) == (name,)
    assert module.__doc__
    assert kind.__doc__
    assert kind.model_fields.keys() - field_docstrings(kind).keys() <= {"type"}
    assert (PACKAGE / "activities" / name / "learner.html").is_file()
    assert set(kind.refers) <= set(kind.model_fields)
    assert set(kind.refers.values()) <= set(kinds())


@pytest.mark.parametrize("name", TYPES)
def test_the_example_has_nothing_to_correct(name: str, tmp_path: Path) -> None:
    assert example(name)["activity"]["type"] == name
    note = "On parle d'une menace. Rien n'est montré, et l'on peut sortir sans rien expliquer."
    course = course_with(tmp_path, example(name)["activity"], content_note=note, vocabulary=["trusted-adult"])
    assert report_of(course) == "0 errors, 0 warnings"


@pytest.mark.parametrize("name", TYPES)
def test_learners_see_all_that_is_theirs_and_no_note(name: str, tmp_path: Path) -> None:
    page = pages_of(course_with(tmp_path, example(name)["activity"]))["learn/t1/1.html"]
    assert [text for text in example(name)["learner_sees"] if words(text) not in section(page)] == []
    assert [text for text in example(name)["facilitator_only"] if words(text) in all_of(page)] == []


@pytest.mark.parametrize("name", TYPES)
def test_facilitators_see_the_notes_and_what_learners_are_asked(name: str, tmp_path: Path) -> None:
    page = pages_of(course_with(tmp_path, example(name)["activity"]))["teach/tiny.html"]
    assert [text for text in example(name)["facilitator_only"] if words(text) not in section(page)] == []
    assert words(example(name)["activity"]["title"]) in section(page)


@pytest.mark.parametrize("name", TYPES)
def test_what_is_difficult_is_said_before_the_activity(name: str, tmp_path: Path) -> None:
    activity = {**example(name)["activity"], "sensitive": "Ceci peut remuer."}
    shown = section(pages_of(course_with(tmp_path, activity))["learn/t1/1.html"])
    title, note = words(activity["title"]), "Ceci peut remuer."
    assert shown.startswith(f"{title} {note}")


@pytest.mark.parametrize("name", TYPES)
def test_an_untranslated_activity_is_marked_as_french(name: str, tmp_path: Path) -> None:
    page = pages_of(course_with(tmp_path, example(name)["activity"]), "en")["learn/t1/1.html"]
    (title,) = tree_of(page).xpath("//*[@id='a-act']/h1//*[@lang='fr']")
    assert words(title.text_content()) == words(example(name)["activity"]["title"])


@pytest.mark.parametrize("name", TYPES)
def test_ids_are_used_once_on_each_page(name: str, tmp_path: Path) -> None:
    for path, page in pages_of(course_with(tmp_path, example(name)["activity"])).items():
        ids = tree_of(page).xpath("//@id")
        assert sorted(ids) == sorted(set(ids)), path


def test_an_assessment_taken_in_the_lesson_is_on_paper_only(tmp_path: Path) -> None:
    root = course_with(tmp_path, example("quiz")["activity"], quizzes__0__use="assessment")
    shown = section(pages_of(root)["learn/t1/1.html"])
    assert "Ce questionnaire se remplit sur papier." in shown
    assert "Que faire ?" not in shown


@pytest.mark.parametrize(("use", "reveal"), [("practice", True), ("assessment", False)])
def test_only_practice_is_prepared_with_its_answers(use: str, reveal: bool, tmp_path: Path) -> None:  # noqa: FBT001
    local = local_of(course_with(tmp_path, example("quiz")["activity"], quizzes__0__use=use))
    module = local.modules["tiny"]
    (view,) = activity_views(local, module, module.lessons[0])
    assert view.quiz
    assert [item.reveal for item in view.quiz.items] == [reveal]


def test_the_node_numbers_of_a_conversation_match_its_replies(tmp_path: Path) -> None:
    tree = tree_of(pages_of(course_with(tmp_path, example("branching_chat")["activity"]))["learn/t1/1.html"])
    nodes = {node.get("id"): node for node in tree.xpath("//*[@data-bl='chat']/section")}
    headings = [tree.get_element_by_id(node.get("aria-labelledby")).text_content() for node in nodes.values()]
    numbers = dict(zip(nodes, (last_number(heading) for heading in headings), strict=True))
    assert list(numbers.values()) == [1, 2, 3, 4]
    replies = tree.xpath("//*[@data-bl='chat']/section/ul/li/a")
    assert [last_number(one.text_content()) for one in replies] == [2, 3, 3, 4]
    assert [numbers[one.get("href").removeprefix("#")] for one in replies] == [2, 3, 3, 4]


def last_number(text: str) -> int:
    return int(re.findall(r"\d+", text)[-1])
