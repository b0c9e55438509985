"""What others say of a module. Remembered, it spares the reading of those that have not changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from balise.model import Module


@dataclass(frozen=True, slots=True)
class Head:
    """A module as others speak of it. `pictures` are the names of the files it shows, `listed` is for the catalog."""

    code: str
    title: str
    jurisdiction: str
    pictures: tuple[str, ...]
    listed: dict[str, Any]


def head_of(module: Module) -> Head:
    """Return what others say of a module."""
    marks = (("legal", module.review.legal), ("pedagogical", module.review.pedagogical))
    listed = {
        "code": module.code,
        "title": module.title,
        "ages": module.ages,
        "duration": module.duration,
        "settings": list(module.settings),
        "review": {name: mark and {"by": mark.by, "on": mark.on.isoformat()} for name, mark in marks},
    }
    pictures = dict.fromkeys(activity.picture.file for _, activity in module.activities() if activity.picture)
    return Head(module.code, module.title, module.jurisdiction, tuple(pictures), listed)
