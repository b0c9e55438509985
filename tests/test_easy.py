"""Easy-to-read texts: what is reworded takes the place of the rest, and a sheet shows nothing else."""

from __future__ import annotations

from typing import Any

from balise.easy import easy_activities, has_easy, simplified
from balise.fields import Untranslated, segments
from balise.model import Module
from balise.translate import translate
from builders import catalog, edited, minimal_module

LONG = "Une phrase bien trop longue, qui dit en passant deux ou trois choses à la fois sans finir."
WHERE = "lessons/lesson/activities/talk/easy/prompts/0"


def module(**changes: Any) -> Module:
    data = minimal_module()
    for path, value in changes.items():
        data = edited(data, path.replace("__", "/"), value)
    return Module.model_validate(data)


def talk(**changes: Any) -> Module:
    return module(**{f"lessons__0__activities__0__{name}": value for name, value in changes.items()})


def test_what_is_reworded_takes_its_place_at_every_depth_and_the_rest_stays() -> None:
    source = module(
        easy={"title": "Parler", "ground_rules": ["Tu peux sortir.", "Tu peux te taire."]},
        ground_rules=["On a le droit de sortir et de se taire."],
        lessons__0__activities__0__easy={"prompts": ["Qui ?", "Quand ?"]},
        quizzes__0__items__0__options__1__easy={"text": "Attends."},
    )
    shown = simplified(source)
    assert (shown.title, shown.summary) == ("Parler", source.summary)
    assert shown.ground_rules == ("Tu peux sortir.", "Tu peux te taire.")
    (_, activity), *_ = shown.activities()
    assert (activity.title, getattr(activity, "prompts", None)) == ("Parler", ("Qui ?", "Quand ?"))
    texts = [one.value for one in segments(shown)]
    assert "Attends." in texts
    assert "Attendre." not in texts
    assert len(texts) == len(set(segments(shown)))
    assert has_easy(segments(source))
    assert not has_easy(segments(shown))


def test_a_module_with_nothing_reworded_is_the_same_one() -> None:
    source = module()
    assert simplified(source) is source
    assert not has_easy(segments(source))


def test_an_activity_is_easy_once_every_long_text_learners_read_is_reworded() -> None:
    prompts = {"prompts": ["Qui peut t'aider ?"]}
    assert [activity.id for _, activity in easy_activities(talk(prompts=[LONG], easy=prompts))] == ["talk"]
    assert not list(easy_activities(talk(prompts=[LONG], intro=LONG, easy=prompts)))
    assert not list(easy_activities(talk(prompts=[LONG], easy={"title": "Parle"})))
    assert not list(easy_activities(talk()))
    notes = {"steps": [LONG]}
    assert list(easy_activities(talk(prompts=[LONG], facilitator=notes, easy=prompts)))


def test_easy_texts_are_translated_like_the_others() -> None:
    source = talk(easy={"prompts": ["Qui peut t'aider ?", "Quand ?"]})
    english = simplified(translate(source, catalog((WHERE, "Qui peut t'aider ?", "Who can help you?", False))))
    (_, activity), *_ = english.activities()
    first, second = getattr(activity, "prompts", ())
    assert (str(first), isinstance(first, Untranslated)) == ("Who can help you?", False)
    assert (str(second), isinstance(second, Untranslated)) == ("Quand ?", True)
