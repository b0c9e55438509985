"""A cut shows what its author chose: less than the core where it says so, more than the core where it says so."""

from __future__ import annotations

from pathlib import Path

from balise.decks import Planner
from balise.deliveries import deliveries
from balise.slides import base_of
from builders import MODULE, local_of, minimal_module, workspace

CARDS = [
    {"id": f"card-{n}", "category": "yes", "text": f"La carte {n}.", "why": f"La raison {n}."} for n in range(1, 11)
]


def test_a_cut_keeps_and_leaves_out_cards_with_their_answers(tmp_path: Path) -> None:
    talk, bye = (
        {**minimal_module()["lessons"][0]["activities"][0], "id": name, "phase": name}
        for name in ("opening", "closing")
    )
    sort = {
        "id": "sort",
        "type": "card_sort",
        "title": "Trier",
        "duration": 10,
        "objectives": ["find-help"],
        "intro": "Lis.",
        "categories": [{"id": "yes", "label": "Oui"}, {"id": "no", "label": "Non"}],
        "cards": [*CARDS, {"id": "other", "category": "no", "text": "Une autre.", "why": "Une autre raison."}],
        "facilitator": {"steps": ["Trier."]},
    }
    steps = [{"activity": one, "duration": 5} for one in ("opening", "sort", "closing")]
    cut = {"id": "short", "title": "Court", "setting": "class", "duration": 15, "steps": steps}
    chosen = {**cut, "leave_out": ["sort--card--card-1"], "keep": ["sort--card--card-10", "sort--card--other"]}
    lessons = [{"id": "lesson", "title": "La séance", "activities": [talk, sort, bye]}]
    local = local_of(workspace(tmp_path, {MODULE: minimal_module(duration=30, lessons=lessons, cuts=[chosen])}))
    (delivery,) = (one for one in deliveries(local.modules["tiny"]) if one.name == "short")
    shown = [base_of(slide.id) for slide in Planner(local, "tiny").deck(delivery).slides if slide.activity == "sort"]
    asked = [name.removesuffix("--vote") for name in shown if name.endswith("--vote")]
    answered = [name.removesuffix("--answer") for name in shown if name.endswith("--answer")]
    assert asked == answered
    assert asked == [f"sort--card--{name}" for name in (*(f"card-{n}" for n in range(2, 7)), "card-10", "other")]
