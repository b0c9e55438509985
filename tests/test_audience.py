"""Who a page speaks to: pupils as “tu”, adults as “vous”, children in their own words; and sessions cut short."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from balise.catalogs import ADULTS, INTERFACE, read
from balise.interface import interface_messages
from builders import MODULE, SHARED, base_course, edited, minimal_module, workspace
from pages import pages_of, tree_of, words, words_of

PAUSE = "Tu peux faire une pause, ne pas répondre ou sortir quand tu veux, sans te justifier."
PAUSES = "Vous pouvez faire une pause, ne pas répondre ou sortir quand vous voulez, sans vous justifier."


def pages(root: Path, **changes: Any) -> dict[str, str]:
    return pages_of(workspace(root, {MODULE: minimal_module(**changes)}))


def test_pupils_are_spoken_to_as_tu(tmp_path: Path) -> None:
    page = words_of(pages(tmp_path)["learn/t1.html"])
    assert PAUSE in page
    assert "12–15 ans" in page


def test_adults_are_spoken_to_as_vous_on_every_page_of_their_module(tmp_path: Path) -> None:
    made = pages(tmp_path, audience="staff", settings=["staff"])
    learner, guide, sheet = (
        words_of(made[name]) for name in ("learn/t1.html", "teach/tiny.html", "sheets/t1-check.html")
    )
    assert PAUSES in learner
    assert "adultes de l'établissement" in learner
    assert "ce n'est pas ta faute" not in learner
    assert "Page des participants" in guide
    assert "Vous pouvez aussi y répondre à l'écran" in sheet


def test_one_audience_does_not_change_the_words_of_the_next(tmp_path: Path) -> None:
    staff = minimal_module(code="s1", audience="staff", settings=["staff"])
    root = workspace(tmp_path, {"modules/adults/module.yaml": staff})
    made = pages_of(root)
    assert PAUSES in words_of(made["learn/s1.html"])
    assert PAUSE in words_of(made["learn/t1.html"])


@pytest.mark.parametrize("locale", ["fr", "en", "es", "uk", "ar"])
def test_words_for_adults_are_those_of_the_pages(locale: str) -> None:
    catalog = read(INTERFACE / ADULTS / f"{locale}.po")
    assert catalog.messages
    assert set(catalog.messages) <= set(interface_messages())
    assert all(entry.msgstr and not entry.fuzzy for entry in catalog.messages.values())


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"ages": "9-12"}, "On t'écoute."),
        ({"ages": "12-15"}, "Un souci en ligne."),
        ({"audience": "families", "settings": ["family"]}, "On vous écoute."),
    ],
    ids=["children", "pupils", "adults"],
)
def test_each_reader_is_told_in_their_own_words_what_a_service_is_for(
    tmp_path: Path, changes: dict[str, Any], said: str
) -> None:
    name = f"{SHARED}/services/fr.yaml"
    services = edited(base_course()[name], "entries/2/for_children", "On t'écoute.")
    services = edited(services, "entries/2/for_adults", "On vous écoute.")
    made = pages_of(workspace(tmp_path, {name: services, MODULE: minimal_module(**changes)}))
    (help_box,) = tree_of(made["learn/t1.html"]).xpath("//section[@id='help']")
    shown = words(help_box.text_content())
    assert [one for one in ("On t'écoute.", "Un souci en ligne.", "On vous écoute.") if one in shown] == [said]


def test_a_guide_shows_each_cut_with_the_minute_every_step_begins_at(tmp_path: Path) -> None:
    bye = {
        "id": "bye",
        "type": "discussion",
        "title": "Au revoir",
        "duration": 5,
        "phase": "closing",
        "prompts": ["Une question ?"],
        "facilitator": {"steps": ["Saluer."]},
    }
    cut = {
        "id": "short",
        "title": "7 minutes, en classe",
        "setting": "class",
        "duration": 7,
        "steps": [{"activity": "talk", "duration": 4}, {"activity": "bye", "duration": 3}],
    }
    module = edited(minimal_module(duration=15, cuts=[cut]), "lessons/0/activities/1", bye)
    module = edited(module, "lessons/0/activities/0/phase", "opening")
    (table,) = tree_of(pages_of(workspace(tmp_path, {MODULE: module}))["teach/tiny.html"]).xpath(
        "//*[@id='cuts']//table"
    )
    assert words(table.findtext("caption")) == "7 minutes, en classe"
    rows = [[words(cell.text_content()) for cell in row] for row in table.find("tbody")]
    assert rows == [["0 min", "4 min", "Parler"], ["4 min", "3 min", "Au revoir"]]


def test_a_guide_without_cuts_or_letter_has_no_empty_section(tmp_path: Path) -> None:
    guide = tree_of(pages(tmp_path, family_note=[])["teach/tiny.html"])
    assert guide.xpath("//*[@id='cuts' or @id='families']") == []
