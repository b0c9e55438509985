"""A deck becomes a presentation: the same deck, the same bytes."""

from __future__ import annotations

from datetime import date, datetime, time
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

import pptx

from balise.office.xml import packed, unpacked
from balise.powerpoint.board import Board
from balise.powerpoint.check import checked
from balise.powerpoint.layouts import layouts_of
from balise.powerpoint.slide import look_of, put
from balise.powerpoint.voice import Voice, voice_of
from balise.sheet_parts import DOT

TEMPLATE = Path(__file__).parent / "template.pptx"


def engine() -> str:
    """Name what writes presentations, with its version."""
    return f"python-pptx {version('python-pptx')}"


def presentation(data: dict[str, Any]) -> bytes:
    """Return a deck as a presentation. `data` is what a sheet's template would see, with its `slides`.

    Raises:
        DeckError: when the presentation is not what it must be: a fault of ours, never of an author.
    """
    made = pptx.Presentation(str(TEMPLATE))
    voice = voice_of(data)
    layouts = layouts_of(made, rtl=voice.rtl)
    foot = [run for place, one in enumerate(data["foot"]) for run in ([DOT] if place else []) + one]
    boards = {}
    for number, slide in enumerate(data["slides"], 1):
        layout = layouts[look_of(slide)]
        board = Board(made.slides.add_slide(layout.made), number, layout, voice, data["labels"])
        put(board, slide, foot, data["pictures"])
        boards[slide["id"]] = board
    _link(boards)
    for name, layout in layouts.items():
        layout.made._element.cSld.set("name", data["labels"]["layouts"][name])  # noqa: SLF001
    _say(made.core_properties, data, voice)
    checked(made, voice)
    out = BytesIO()
    made.save(out)
    return packed(unpacked(out.getvalue()))


def _link(boards: dict[str, Board]) -> None:
    """Lead the shapes that lead to another slide there, now that all are made."""
    for board in boards.values():
        for shape, name in board.waits:
            shape.click_action.target_slide = boards[name].slide


def _say(core: Any, data: dict[str, Any], voice: Voice) -> None:
    """Say what the presentation is; its dates are those of its edition, whenever it is made."""
    core.title, core.language = data["title"], voice.tag
    core.author = core.last_modified_by = data["author"]
    core.created = core.modified = datetime.combine(date.fromisoformat(data["dated"]), time())
