"""A certificate of participation, filled in by hand. It names the session by its code: no subject is hung on a wall."""

from __future__ import annotations

from collections.abc import Iterator

from balise.messages import message
from balise.model import Module
from balise.plan import Audience
from balise.sheet import Desk, Draft

ORDER = "70"
LABEL = message("Attestation de participation")
AUDIENCE: Audience = "site"
SESSION = message("a suivi la séance {code} du parcours « {course} », d'une durée de {minutes} minutes.")
KEPT_BY_NOBODY = message("Cette attestation se remplit à la main. Elle n'est enregistrée nulle part.")

WRITTEN = (message("Lieu et date"), message("Signature de l'intervenante ou de l'intervenant"))


def module_drafts(desk: Desk, slug: str, module: Module) -> Iterator[Draft]:  # noqa: ARG001  the slug is for others
    """Yield the certificate of a module."""
    to = desk.setter(module)
    code, course = module.code.upper(), desk.local.settings.title
    extra = {
        "name": to.text(message("Prénom et nom")),
        "session": to.text(SESSION, code=code, course=course, minutes=module.duration),
        "lines": [
            to.text(message("Lieu et date")),
            to.text(message("Signature de l'intervenant ou de l'intervenante")),
        ],
        "kept": to.text(KEPT_BY_NOBODY),
    }
    yield Draft("certificate", LABEL, to, extra=extra)
