"""What an activity looks like on paper. Each activity's folder may say so in `handout.py`.

`handout(view, to, module)` returns the blocks of a pupil's worksheet; none for what has a sheet of its own.
`guide(view, to, module)` returns what facilitators need of it: what is read out, answers, where each card goes. An
activity that says nothing shows its texts, in the order of its model.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol, cast

from balise import paper
from balise.fields import Part, Prose, learners_fields
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
    return _announced(_own(view.kind)(view, to, module), view, to, module)


def page(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:
    """Return an activity as a plain page shows it: in words of its own, else as its worksheet does, else its texts."""
    blocks: list[Block] = []
    for face in (_own(view.kind, "page", _nothing), _own(view.kind), texts):
        blocks = blocks or face(view, to, module)
    return _announced(blocks, view, to, module)


def _announced(blocks: list[Block], view: ActivityView, to: Typesetter, module: Module) -> list[Block]:
    """Return what pupils get of an activity after its difficult side and its picture; nothing stays nothing."""
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


def texts(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    """Return the texts of an activity that says nothing of paper: those learners read, in order."""
    return _texts(view.activity, to, Activity.model_fields.keys())


def _texts(part: Part, to: Typesetter, left_out: Collection[str] = ()) -> list[Block]:
    """Return the texts of a part, those of the parts it is made of as items of a list."""
    blocks: list[Block] = []
    for name, kind, values in learners_fields(part):
        if name in left_out:
            continue
        if kind is not None:
            blocks += [block for one in values if one for block in _said(one, kind, to)]
        nested = [_texts(one, to) for one in values if isinstance(one, Part)]
        blocks += [paper.bullets(nested)] if any(nested) else []
    return blocks


def _said(words: str, kind: Prose, to: Typesetter) -> list[Block]:
    return to.md(words) if kind is Prose.MARKDOWN else [paper.para(to.text(words))]


def _nothing(view: ActivityView, to: Typesetter, module: Module) -> list[Block]:  # noqa: ARG001
    return []


@cache
def _own(kind: str, face: str = "handout", default: Handout = texts) -> Handout:
    name = f"balise.activities.{kind}.handout"
    return cast(Handout, getattr(import_module(name), face, default)) if find_spec(name) else default
