"""A leaflet folded in three: its outside says nothing to whoever finds it, its inside what to do and whom to call."""

from __future__ import annotations

from collections.abc import Iterator

from balise.lifelines import TITLE, lifelines, longest, school
from balise.messages import message
from balise.plan import Audience
from balise.sheet import Desk, Draft
from balise.sheet_parts import CARE

ORDER = "81"
LABEL = message("Dépliant")
AUDIENCE: Audience = "site"

KEEP = message("À garder, ou à donner à quelqu'un.")
LEAVE = message("Si garder ce papier est risqué pour toi, retiens un numéro et jette le papier.")
FAULT = message("Ce n'est pas ta faute")
BELIEVED = (
    message("La personne trompée ou menacée n'est jamais en faute."),
    message("Ton malaise compte : tu n'as pas besoin d'être sûr ou sûre, ni d'avoir une preuve, pour en parler."),
    message("Il n'est jamais trop tard, même après avoir payé, même après avoir envoyé."),
    message("Tu n'as pas à t'en sortir sans aide."),
)
ACT = message("Ce que tu peux faire")
PRESSED = message("Si quelqu'un te menace ou te met la pression :")
GESTURES = (
    message("Parles-en à un adulte en qui tu as confiance. Un seul geste suffit pour commencer, et c'est parler."),
    message("Ne paie pas, et n'envoie rien de plus."),
    message(
        "Garde les messages, les pseudos, les dates : ils peuvent t'aider. Et si tu as déjà tout effacé, on peut "
        "quand même agir."
    ),
    message("S'il y a une image, personne n'a besoin de la voir pour t'aider. Ne la copie pas, ne la transfère pas."),
)
WORDS = message("Pour commencer, tu peux dire :")
FIRST = message("« Il se passe quelque chose. Tu peux m'écouter ? »")
AGAIN = message(
    "Si la première personne n'est pas là ou n'écoute pas, essaie avec une autre. Tu as le droit d'insister."
)
NEXT = message("Ce qui se passe ensuite")


def course_drafts(desk: Desk) -> Iterator[Draft]:
    """Yield the leaflet."""
    to = desk.setter()
    known = lifelines(desk, to, "pupil")
    if not known["emergency"] and not known["helplines"]:
        return
    found = known["helplines"]
    # The panel with the emergency numbers has room for fewer.
    first = len(found) // 2 if known["emergency"] else (len(found) + 1) // 2
    extra = {
        **known,
        "keep": to.text(KEEP),
        "leave": to.text(LEAVE),
        "fault": {"title": to.text(FAULT), "care": to.text(CARE), "points": [to.text(one) for one in BELIEVED]},
        "act": {
            "title": to.text(ACT),
            "pressed": to.text(PRESSED),
            "gestures": [to.text(one) for one in GESTURES],
            "words": to.text(WORDS),
            "first": to.text(FIRST),
            "again": to.text(AGAIN),
        },
        "after": to.text(NEXT),
        "helplines": [found[:first], found[first:]],
        "at": longest(found, "next"),
        "school": school(to),
    }
    yield Draft("leaflet", TITLE, to, extra=extra)
