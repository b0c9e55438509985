"""The checklist of a session: before, during, after."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from balise.paper import words_of
from balise.proof import Publisher
from balise.sheet import Sheet, plan_sheets
from balise.typesetter import isolated
from builders import MODULE, SHARED, base_course, local_of, minimal_module, workspace
from printed import printed, sheets_of, unsaid

PROTOCOL = f"{SHARED}/protocol.yaml"
LED = {"steps": ["Lire."]}
PARTS: dict[str, Any] = {
    "duration": 40,
    "lessons": [
        {
            "id": "lesson",
            "title": "La séance",
            "activities": [
                {
                    "id": name,
                    "type": "discussion",
                    "title": title,
                    "duration": lasts,
                    "prompts": ["?"],
                    "facilitator": LED,
                }
                for name, title, lasts in (("open", "Ouvrir", 10), ("talk", "Parler", 20), ("close", "Fermer", 10))
            ],
        }
    ],
}
SHORT = [{"activity": "open", "duration": 5}, {"activity": "close", "duration": 10}]


def cut(name: str, setting: str, steps: list[dict[str, Any]]) -> dict[str, Any]:
    lasts = sum(one["duration"] for one in steps)
    return {"id": name, "title": name, "setting": setting, "duration": lasts, "steps": steps}


def lists(root: Path, more: dict[str, Any] | None = None, **module: Any) -> dict[str, Sheet]:
    """Return the checklists of a small module, by name."""
    workspace(root, {MODULE: minimal_module(**{**PARTS, **module}), **(more or {})})
    local = local_of(root)
    planned = plan_sheets(local, Publisher("", "fr", local.settings.edition), "a4", "tiny")
    return {one.name: one for one in planned if one.kind == "checklist"}


def said(sheet: Sheet) -> str:
    return plain(sheet.data["blocks"])


def plain(part: object) -> str:
    return isolated(words_of(part)).replace("\xa0", " ").replace("\u202f", " ").replace("’", "'").strip()


def under(sheet: Sheet, title: str) -> list[Any]:
    """Return the items of the list under a heading."""
    blocks = sheet.data["blocks"]
    place = next(place for place, one in enumerate(blocks) if one["b"] == "heading" and plain(one["c"]) == title)
    return list(blocks[place + 1]["items"])


@pytest.mark.parametrize("locale", ["fr", "ar"])
def test_the_list_is_printed_whole_on_two_pages_at_most(locale: str, tmp_path: Path) -> None:
    sheet = sheets_of(tmp_path, locale, materials=["Feutres", "Feuilles", "Ciseaux", "Boîte"])["checklist"]
    assert sheet.path == f"teach/print/t1-checklist-{locale}.pdf"
    pages, text = printed(sheet, tmp_path)
    assert pages <= 2
    assert [word for word in unsaid(sheet, text) if word.strip(":") not in text] == []


def test_a_long_preparation_is_set_smaller_to_stay_on_two_pages(tmp_path: Path) -> None:
    asked = "Prévenez la direction et demandez qui pourra recevoir un élève juste après. " * 6
    sheet = lists(tmp_path, preparation=[asked] * 17, follow_up=["Prenez des nouvelles."] * 11)["t1-checklist"]
    pages, _ = printed(sheet, tmp_path)
    assert pages == 2


def test_the_session_is_told_in_three_moments_with_boxes_to_tick(tmp_path: Path) -> None:
    [sheet] = lists(tmp_path, materials=["Des feutres."], follow_up=["Prendre des nouvelles."]).values()
    moments = [plain(one["c"]) for one in sheet.data["blocks"] if one["b"] == "heading" and one["level"] == 2]
    assert moments == ["Avant", "Pendant", "Après"]
    assert [plain(one) for one in under(sheet, "À apporter")] == ["Des feutres."]
    assert [plain(one) for one in under(sheet, "Ensuite")] == ["Prendre des nouvelles."]


def test_the_items_of_a_list_stay_apart_in_one_box(tmp_path: Path) -> None:
    [sheet] = lists(tmp_path, preparation=["Relire :\n\n- la fiche ;\n- le guide.\n\nPuis poser."]).values()
    [item] = under(sheet, "Les jours d'avant")
    lines = " ".join("|" if isinstance(run, dict) and run.get("t") == "break" else plain(run) for run in item)
    assert lines == "Relire : | – la fiche ; | – le guide. | Puis poser."


def test_the_minutes_of_every_session_stand_side_by_side(tmp_path: Path) -> None:
    same = [{"activity": name, "duration": lasts} for name, lasts in (("open", 10), ("talk", 20), ("close", 10))]
    [sheet] = lists(tmp_path, cuts=[cut("class-15", "class", SHORT), cut("class-40", "class", same)]).values()
    [table] = [one for one in sheet.data["blocks"] if one["b"] == "table"]
    assert [plain(one) for one in table["head"]] == ["Activité", "40 min", "15 min"]
    rows = [[plain(cell) for cell in row] for row in table["rows"]]
    assert rows == [["Ouvrir", "0–10", "0–5"], ["Parler", "10–30", "—"], ["Fermer", "30–40", "5–15"]]


def test_an_assembly_has_a_list_of_its_own(tmp_path: Path) -> None:
    found = lists(tmp_path, settings=["class", "assembly"], cuts=[cut("assembly-15", "assembly", SHORT)])
    assert list(found) == ["t1-checklist", "t1-checklist-assembly"]
    whole, assembly = found.values()
    asked = "ne demandez à personne de raconter"
    assert asked in said(assembly)
    assert asked not in said(whole)
    assert "Parler" not in said(assembly)


def test_adults_are_not_called_pupils(tmp_path: Path) -> None:
    [pupils] = lists(tmp_path / "pupils").values()
    [staff] = lists(tmp_path / "staff", audience="staff", settings=["staff"]).values()
    assert "Si un élève se confie" in said(pupils)
    assert "Si quelqu'un se confie" in said(staff)
    assert "élève" not in said(staff)
    assert "Second adulte" in said(pupils)
    assert "second adulte" not in said(staff).lower()


def test_without_a_machine_the_numbers_go_on_the_board(tmp_path: Path) -> None:
    [sheet] = lists(tmp_path).values()
    assert plain(under(sheet, "Si la machine tombe en panne")[-1]).endswith("au tableau : 17 · 3018")
    assert {"service:fr.17", "service:fr.3018"} <= set(sheet.facts)


@pytest.mark.parametrize(("told", "rules"), [("Prendre des nouvelles.", 1), ("« [](protocol:receive.write) »", 0)])
def test_what_comes_after_a_disclosure_is_said_once(told: str, rules: int, tmp_path: Path) -> None:
    steps = base_course()[PROTOCOL]["entries"]
    more = {PROTOCOL: {"entries": [*steps, {**steps[0], "id": "receive.write", "title": "Écrivez tout de suite"}]}}
    [sheet] = lists(tmp_path, more, follow_up=[told]).values()
    assert said(sheet).count("Si un élève s'est confié Écrivez tout de suite") == rules
    assert said(sheet).count("Écrivez tout de suite") == 1
