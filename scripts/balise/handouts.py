"""What an activity looks like on paper. Each activity's folder may say so in `handout.py`.

`handout(view, to, module)` returns the blocks of a pupil's worksheet; none for what has a sheet of its own.
`guide(view, to, module)` returns what facilitators need of it: what is read out, answers, where each card goes. An
activity that says nothing shows its texts, in the order of its model.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol, cast

from balise import paper
from balise.fields import ADULTS, Prose, prose_fields
from balise.model import Module
from balise.paper import Block
from balise.parts import Activity
from balise.pictures import picture_bytes
from balise.typesetter import Typesetter
from balise.views import ActivityView, PictureView


class Handout(Protocol):
    """The two faces of an activity's `handout.py`."""

    def __call__(self, view: ActivityView, to: Typesetter, module: Module) -> list[Block]:
        """Return the blocks of a worksheet, or of the guide."""


def handout(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:
    """Return an activity as a pupil's worksheet shows it, its difficult side said first."""
    blocks = _own(view.kind)(view, to, module)
    if not blocks:
        return []
    picture = picture_of(view.picture, to, module) if view.picture else []
    sensitive = to.md(view.activity.sensitive) if view.activity.sensitive else []
    return [*(paper.quote([one]) for one in sensitive), *picture, *blocks]


def picture_of(view: PictureView, to: Typesetter, module: Module) -> list[Block]:
    """Return the picture of an activity, its credit after its caption; nothing where its file is missing."""
    course, picture = to.local.course, view.picture
    slug = next(slug for slug, own in to.local.modules.items() if own.code == module.code)
    try:
        to.picture(picture.file, picture_bytes(course.root, slug, picture))
    except OSError:
        return []  # the check `pictures` says so, and nothing is printed
    caption = [*(to.text(picture.caption) if picture.caption else []), " (", picture.credit, ")"]
    return [paper.picture(picture.file, paper.words_of(to.text(picture.alt)), caption)]


def guide(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:
    """Return what the guide shows of an activity, after how to lead it."""
    sensitive = to.md(view.activity.sensitive) if view.activity.sensitive else []
    return [*(paper.quote([one]) for one in sensitive), *_own(view.kind, "guide")(view, to, module)]


@cache
def _own(kind: str, face: str = "handout") -> Handout:
    name = f"balise.activities.{kind}.handout"
    return cast(Handout, getattr(import_module(name), face, texts)) if find_spec(name) else texts


def texts(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return the texts of an activity that says nothing of paper: those learners read, in order."""
    blocks: list[Block] = []
    own = type(view.activity)
    shown = prose_fields(own).keys() - Activity.model_fields.keys()
    for name in own.model_fields:
        if name in shown and ADULTS not in own.model_fields[name].metadata:
            value, kind = getattr(view.activity, name), prose_fields(own)[name]
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, str):
                    blocks += to.md(one) if kind is Prose.MARKDOWN else [paper.para(to.text(one))]
    return blocks
