"""Exit tickets, four slips a page: no name, so that a pupil can write what matters, and whom to call on each slip."""

from __future__ import annotations

from collections.abc import Iterator

from balise import paper
from balise.activities.exit_ticket import ExitTicket
from balise.groups import SERVICE_GROUPS
from balise.messages import message
from balise.model import Module
from balise.paper import Inline
from balise.plan import Audience
from balise.sheet import Desk, Draft
from balise.sheet_parts import COLON
from balise.typesetter import Typesetter

ORDER = "50"
LABEL = message("Billet de sortie")
AUDIENCE: Audience = "pupil"
NAMELESS = message("Sans nom, sans note")
HELPLINES = 3


def module_drafts(desk: Desk, slug: str, module: Module) -> Iterator[Draft]:  # noqa: ARG001  the slug is for others
    """Yield the slips of each exit ticket of a module."""
    for lesson in module.lessons:
        for activity in lesson.activities:
            if isinstance(activity, ExitTicket):
                to = desk.setter(module)
                extra = {
                    "at": f"lessons/{lesson.id}/activities/{activity.id}/intro",
                    "nameless": to.text(NAMELESS),
                    "intro": to.md(activity.intro),
                    "questions": [to.text(one.text) for one in activity.questions],
                    "help": _helplines(to, module),
                }
                name = "exit-ticket" if len(module.lessons) == 1 else f"exit-ticket-{lesson.id}"
                yield Draft(name, activity.title, to, extra=extra)


def _helplines(to: Typesetter, module: Module) -> list[Inline]:
    """Return one number for each need, the most urgent first, with what it is for in two words."""
    found: dict[str, Inline] = {}
    for service in to.local.services(module.services):
        number = next((one.value for one in service.contacts if one.kind == "phone"), "")
        if number and service.group not in found and len(found) < HELPLINES:
            to.cite("service", service.id)
            need = [*to.text(SERVICE_GROUPS[service.group]), *to.text(COLON)]
            found[service.group] = [*need, paper.strong(to.number(number))]
    return list(found.values())
