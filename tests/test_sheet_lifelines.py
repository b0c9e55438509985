"""Numbers on a wall, in a leaflet, in a pocket: the poster, the leaflet and the cards."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from balise.local import LocalCourse
from balise.paper import words_of
from balise.printing import TooLongError, pdf, serialised
from balise.proof import Publisher
from balise.sheet import Sheet, plan_sheets
from builders import EMPTY_PO, SHARED, base_course, course_of, workspace
from printed import bare, printed

SERVICES = f"{SHARED}/services/fr.yaml"
NAMES = ("help-poster", "help-poster-large", "leaflet", "wallet-cards")
MM = 72 / 25.4
DOTS = 5  # a millimetre


def course(root: Path, **changes: dict[str, Any]) -> Any:
    """Write a small course that is sure of 119 and 3018, not of a fourth number; `changes` by number."""
    data = base_course()[SERVICES]
    for one in data["entries"]:
        sure = {"confidence": "high", "hours": "24 h/24"} if one["short"] in {"119", "3018"} else {}
        one |= {**sure, **changes.get(f"n{one['short']}", {})}
    unsure = {**data["entries"][1], "id": "fr.3919", "short": "3919", "confidence": "medium"}
    unsure["contacts"] = [{"kind": "phone", "value": "3919"}]
    data["entries"].append(unsure)
    return course_of(
        workspace(
            root,
            {SERVICES: data, f"{SHARED}/locales/ar.po": EMPTY_PO, "modules/tiny/locales/ar.po": EMPTY_PO},
        )
    )


def sheets_of(known: Any, locale: str = "fr", base: str = "https://balise.example/") -> dict[str, Sheet]:
    """Return the sheets all modules share, by name."""
    publisher = Publisher(base, locale, known.settings.edition)
    return {one.name: one for one in plan_sheets(LocalCourse(known, locale), publisher, "a4", "")}


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Any:
    gentle = {"purpose": "Un chantage.", "for_children": "Un souci en ligne."}
    return course(tmp_path_factory.mktemp("lifelines"), n3018=gentle)


def boxes(sheet: Sheet, folder: Path) -> list[tuple[int, str, float, float]]:
    """Return the words of a printed sheet: page, word, and its left and right in millimetres."""
    file = folder / "sheet.pdf"
    file.write_bytes(pdf(sheet.template, serialised(sheet.data)))
    said = subprocess.run(["pdftotext", "-bbox", str(file), "-"], check=True, capture_output=True, text=True).stdout
    found, page = [], 0
    for one in re.finditer(
        r'<page |<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>', said
    ):
        page += not one[1]
        if one[1]:
            found.append((page, one[3], float(one[1]) / MM, float(one[2]) / MM))
    return found


@pytest.mark.parametrize("locale", ["fr", "ar"])
def test_each_shows_the_numbers_the_registry_is_sure_of_and_no_other(known: Any, locale: str, tmp_path: Path) -> None:
    sheets = sheets_of(known, locale)
    for name in NAMES:
        pages, text = printed(sheets[name], tmp_path)
        assert pages == (2 if name == "leaflet" else 1)
        assert sheets[name].facts == ("service:fr.17", "service:fr.119", "service:fr.3018")
        for words in ("119", "3018", "24 h/24", f"balise.example/{locale}/help.html"):
            assert bare(words) in text, (name, words)
        assert "3919" not in text


def test_what_others_see_never_says_why_one_reads_it(known: Any) -> None:
    sheets = sheets_of(known)
    assert {sheets[name].data["title"] for name in NAMES} == {"Numéros utiles"}
    assert "chantage" in serialised(sheets["leaflet"].data)
    for name in ("help-poster", "help-poster-large", "wallet-cards"):
        assert "chantage" not in serialised(sheets[name].data)


def test_without_a_public_address_a_card_has_room_for_one_more_number(tmp_path: Path) -> None:
    more = {"confidence": "high", "contacts": [{"kind": "phone", "value": "116 006"}], "status": "open"}
    known = course(tmp_path, n3020={**more, "superseded_by": None})
    for name in NAMES:
        assert bare("116 006") in printed(sheets_of(known, base="")[name], tmp_path)[1]
    assert "116 006" not in words_of([one["number"] for one in sheets_of(known)["wallet-cards"].data["helplines"]])


def test_cards_are_cut_where_the_marks_are(known: Any, tmp_path: Path) -> None:
    file = tmp_path / "cards.pdf"
    cards = sheets_of(known)["wallet-cards"]
    file.write_bytes(pdf(cards.template, serialised(cards.data)))
    made = subprocess.run(
        ["pdftoppm", "-gray", "-r", str(25.4 * DOTS), str(file)], check=True, capture_output=True
    ).stdout
    _, size, _, dots = made.split(b"\n", 3)
    width, height = map(int, size.split())

    def inked(left: float, top: float, right: float, bottom: float) -> list[tuple[float, float]]:
        """Return the dark dots of a rectangle, in millimetres of the page."""
        across, down = range(round(left * DOTS), round(right * DOTS)), range(round(top * DOTS), round(bottom * DOTS))
        return [(x / DOTS, y / DOTS) for y in down for x in across if dots[y * width + x] < 128]

    assert (width, height) == (210 * DOTS + 1, 297 * DOTS + 1)  # rounded up
    left, top, right, bottom = 20, 13.5, 190, 283.5
    for x in (left, left + 85, right):
        assert inked(x - 0.4, 0, x + 0.4, top)
        assert inked(x - 0.4, bottom, x + 0.4, 297)
        assert not inked(x - 0.4, top, x + 0.4, bottom)
    for y in (top + 54 * row for row in range(6)):
        assert inked(0, y - 0.4, left, y + 0.4)
        assert not inked(left, y - 0.4, right, y + 0.4)
    code = [x for x, _ in inked(left + 52, top + 1, left + 85, top + 30)]
    assert max(code) - min(code) >= 24.5


@pytest.mark.usefixtures("interface")  # French words in both directions: Arabic ones come out in pieces
@pytest.mark.parametrize("locale", ["fr", "ar"])
def test_a_leaflet_folds_between_its_panels(known: Any, locale: str, tmp_path: Path) -> None:
    words = boxes(sheets_of(known, locale)["leaflet"], tmp_path)
    folds = {"fr": ((97, 197), (100, 200)), "ar": ((100, 200), (97, 197))}[locale]
    for page, _, left, right in words:
        assert all(right < fold - 5 or left > fold + 5 for fold in folds[page - 1])
    [cover] = [left for page, word, left, _ in words if page == 1 and word == "utiles"]
    [flap] = [left for page, word, left, _ in words if page == 1 and word == "Ce"]
    [first] = [left for page, word, left, _ in words if page == 2 and word == "Ce"]
    if locale == "fr":
        assert flap < 97
        assert cover > 197
        assert first < 100
    else:
        assert cover < 100
        assert flap > 200
        assert first > 197


def test_words_too_long_for_a_poster_are_found_in_the_registry(tmp_path: Path) -> None:
    known = course(tmp_path, n119={"purpose": "Parler avec quelqu'un. " * 120})
    poster = sheets_of(known)["help-poster"]
    with pytest.raises(TooLongError) as told:
        pdf(poster.template, serialised(poster.data))
    assert told.value.context in {passage.context for one in known.shared for passage in one.passages()}
    assert told.value.context == "service/fr.119/purpose"
