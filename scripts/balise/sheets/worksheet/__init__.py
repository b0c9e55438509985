"""The pupil's worksheet: every activity of the lesson that is done on paper, with room to write."""

from __future__ import annotations

from collections.abc import Iterator

from balise import paper
from balise.handouts import handout
from balise.messages import message
from balise.model import Module
from balise.plan import Audience
from balise.sheet import Desk, Draft
from balise.sheet_parts import easy_mark, help_note, name_fields
from balise.views import activity_views

ORDER = "10"
LABEL = message("Fiche élève")
AUDIENCE: Audience = "pupil"
VARIANTS = ("large", "dyslexia", "ink", "easy")
EDITABLE = True


def module_drafts(desk: Desk, slug: str, module: Module) -> Iterator[Draft]:  # noqa: ARG001  the slug is for others
    """Yield the worksheet of a module."""
    to = desk.setter(module)
    # Adults are not marked, nor named.
    blocks = [] if module.to_adults else [name_fields(to)]
    blocks.append(paper.note(to.text(message("À lire d'abord")), to.md(module.content_note)))
    for lesson in module.lessons:
        for view in activity_views(desk.local, module, lesson):
            if on_paper := handout(view, to, module):
                blocks += [paper.heading(2, to.text(view.activity.title)), *on_paper]
    label = message("Fiche du participant") if module.to_adults else None
    blocks += easy_mark(to, module) if desk.easy else []
    yield Draft("worksheet", module.title, to, [*blocks, *help_note(to, module, easy=desk.easy)], label)
