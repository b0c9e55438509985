"""Every file of `templates/art/` is a drawing that any page may hold, in any colours and as often as it likes."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from balise.discovery import PACKAGE, drawings

FOLDER = PACKAGE / "templates" / "art"
STYLES = set(re.findall(r"\.(bl-art\w*)", (FOLDER / "style.css").read_text(encoding="utf-8")))
ALLOWED = {
    "svg": {"class", "viewBox", "preserveAspectRatio", "aria-hidden", "focusable"},
    "g": {"class", "transform", "fill"},
    "path": {"class", "d", "stroke-width", "stroke-dasharray"},
    "rect": {"class", "x", "y", "width", "height", "rx", "transform"},
    "circle": {"class", "cx", "cy", "r", "stroke-width", "stroke-dasharray"},
}


@pytest.mark.parametrize("name", drawings())
def test_a_drawing_is_small_silent_and_coloured_by_classes_alone(name: str) -> None:
    text = (FOLDER / f"{name}.html").read_text(encoding="utf-8")
    picture = ET.fromstring(text)  # noqa: S314  our own file
    assert len(text.encode()) <= 1600
    assert (picture.get("aria-hidden"), picture.get("viewBox")) == ("true", "0 0 160 100")
    for part in picture.iter():
        assert set(part.attrib) <= ALLOWED[part.tag], part.attrib
        assert set(part.get("class", "bl-art").split()) <= STYLES
        assert part.get("fill", "none") == "none"  # a colour written here would not follow the page's


def test_no_two_drawings_are_the_same() -> None:
    files = sorted(Path(FOLDER).glob("*.html"))
    assert len({file.read_bytes() for file in files}) == len(files) >= 18
