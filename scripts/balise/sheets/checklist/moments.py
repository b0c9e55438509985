"""The three moments of a checklist. It speaks to an adult, of a room that may be of pupils or of adults."""

from __future__ import annotations

from collections.abc import Sequence

from balise import paper
from balise.briefing import minutes, span
from balise.deliveries import Delivery
from balise.help_slides import KINDS, STAY
from balise.messages import Message, message
from balise.model import Module
from balise.paper import Block, Inline
from balise.registries.protocol import ProtocolStep
from balise.sheet_parts import COLON, joined
from balise.typesetter import Typesetter

# By whether the room is of adults: there, everybody is one.
SECOND = {False: message("Second adulte"), True: message("Seconde personne")}
NAMES = (
    message("Qui reçoit juste après"),
    message("Téléphone sur place"),
    message("Salle et heure"),
)
PLACE = {
    False: message("Le second adulte est là. Sa place est près de la porte, du début à la fin."),
    True: message("La seconde personne qui anime est là. Sa place est près de la porte, du début à la fin."),
}
ROOM = (
    message("Vous savez qui, dans l'établissement, peut recevoir quelqu'un juste après, et dans quelle pièce."),
    message("Les numéros d'aide sont affichés, et se lisent depuis les chaises."),
    message("Les feuilles et les cartes à voter sont imprimées, comptées, rangées dans l'ordre."),
    message("Les notes imprimées sont sur la table : vous pourriez finir sans machine."),
)
SCREEN = (
    message("Ouvrez le diaporama depuis la clé, sur la machine de la salle, sans réseau."),
    message("Réglez le second écran : la salle voit les diapositives, vous seul voyez vos notes. Vérifiez du fond."),
    message("Coupez le son, les notifications et la mise en veille. Branchez le chargeur."),
    message("Fermez tout le reste : messagerie, onglets, photos."),
    message("Essayez la télécommande. Ayez des piles de rechange."),
)
OPEN = {
    False: message("Lisez la note de contenu. Montrez la porte, nommez les adultes présents, dites les règles."),
    True: message("Lisez la note de contenu. Montrez la porte, présentez la seconde personne, dites les règles."),
}
LEAVING = {
    False: message("Le second adulte sort avec la personne qui sort."),
    True: message("La seconde personne sort avec qui veut de la compagnie, et laisse les autres sortir seuls."),
}
LEAD = (
    message("À chaque partie, un regard vers l'écran : rien ne s'affiche de vos notes."),
    message("Personne n'est obligé de répondre, ni de parler de soi."),
    message("Gardez la fin pour l'aide, même si vous êtes en retard."),
)
ASSEMBLY = message(
    "Dans une grande salle, ne demandez à personne de raconter : on ne peut pas suivre chacun. Dites où vous trouver "
    "après."
)
BROKEN = (
    message(
        "Deux minutes d'essais, pas plus. Puis continuez avec les notes imprimées : toutes les diapositives y sont."
    ),
    message("Lisez chaque question et ses réponses à voix haute. Faites voter à main levée, ou avec les cartes."),
)
LEAVE = (
    message("Relevez la boîte à questions. Lisez chaque papier le jour même."),
    message("Faites le point à deux : qui s'est tu, qui est sorti, qui vous inquiète, qui suit qui."),
    message("Effacez le tableau. Reprenez les feuilles, les cartes et vos notes."),
    message("Fermez le diaporama, retirez la clé : rien ne reste sur la machine."),
)
CONFIDES = {False: message("Si un élève se confie"), True: message("Si quelqu'un se confie")}
AT_ONCE = {
    False: ("in-class", "believe", "open-questions", "no-secrecy-promise", "image", "danger"),
    True: ("believe", "open-questions", "image", "danger"),
}
"""The rules of the disclosure protocol that serve while everybody is in the room, by whether they are all adults."""
LATER = ("write", "same-day", "agreement", "parents")


def before(to: Typesetter, module: Module) -> list[Block]:
    """Return what to do in the days before, then in the room."""
    adults = module.to_adults
    return [
        paper.heading(2, to.text(message("Avant"))),
        *_part(to, message("Les jours d'avant"), [_ticked(to, one) for one in module.preparation]),
        *_part(to, message("À apporter"), [to.text(one) for one in module.materials]),
        *_part(to, message("Dans la salle, avant l'arrivée"), [to.text(one) for one in (PLACE[adults], *ROOM)]),
        paper.fields([to.text(one) for one in (SECOND[adults], *NAMES)]),
        *_part(to, message("Si vous projetez"), [to.text(one) for one in SCREEN]),
    ]


def during(to: Typesetter, module: Module, setting: str, ways: Sequence[Delivery]) -> list[Block]:
    """Return when each activity begins and ends, how to lead, and what to do when something happens."""
    adults = module.to_adults
    lead = (OPEN[adults], *LEAD, LEAVING[adults], *((ASSEMBLY,) if setting == "assembly" else ()))
    return [
        paper.heading(2, to.text(message("Pendant"))),
        _timetable(to, ways),
        paper.checks([to.text(one) for one in lead]),
        *_rules(to, CONFIDES[adults], AT_ONCE[adults]),
        *_titled(to, message("Si la machine tombe en panne"), paper.bullets(_broken(to, module))),
    ]


def after(to: Typesetter, module: Module) -> list[Block]:
    """Return what to do before leaving, then in the days after."""
    told = any("protocol:receive" in one for one in module.follow_up)
    return [
        paper.heading(2, to.text(message("Après"))),
        *_part(to, message("Avant de partir"), [to.text(one) for one in (STAY, *LEAVE)]),
        *_part(to, message("Ensuite"), [_ticked(to, one) for one in module.follow_up]),
        *([] if told or module.to_adults else _rules(to, message("Si un élève s'est confié"), LATER)),
    ]


def _titled(to: Typesetter, title: Message, block: Block) -> list[Block]:
    return [paper.heading(3, to.text(title)), block]


def _part(to: Typesetter, title: Message, items: Sequence[Inline]) -> list[Block]:
    """Return boxes to tick under a heading; nothing when there are none."""
    return _titled(to, title, paper.checks(items)) if items else []


def _ticked(to: Typesetter, text: str) -> Inline:
    """Return Markdown on the lines of one box: the items of its lists follow each other on lines of their own."""
    runs: Inline = []
    for block in to.md(text):
        listed = [one["c"] for item in block.get("items", ()) for one in item if "c" in one]
        for line in [["– ", *words] for words in listed] or [block["c"]]:
            runs += [*([paper.line_break()] if runs else []), *line]
    return runs


def _timetable(to: Typesetter, ways: Sequence[Delivery]) -> Block:
    """Return the activities, and from which minute to which each goes in every session."""
    names = {step.activity.id: step.activity.title for one in ways for step in one.steps}
    spans = [_spans(to, one) for one in ways]
    head = [to.text(message("Activité")), *(minutes(to, one.duration) for one in ways)]
    rows = [[to.text(title), *(each.get(name, ["—"]) for each in spans)] for name, title in names.items()]
    return paper.table(head, rows, [4, *(1 for _ in ways)])


def _spans(to: Typesetter, way: Delivery) -> dict[str, Inline]:
    found, start = {}, 0
    for step in way.steps:
        found[step.activity.id] = span(to, start, step.minutes)
        start += step.minutes
    return found


def _rules(to: Typesetter, title: Message, names: Sequence[str]) -> list[Block]:
    """Return rules of the disclosure protocol, by name; those the course has not are left out."""
    known = {one.id.partition(".")[2]: one for one in to.local.registry.of(ProtocolStep)}
    found = [to.text(known[name].title) for name in names if name in known]
    return _titled(to, title, paper.bullets(found)) if found else []


def _broken(to: Typesetter, module: Module) -> list[Inline]:
    """Return how to go on without a machine, the numbers of the module among it."""
    numbers = []
    for one in to.local.services(module.services):
        if any(way.kind in KINDS for way in one.contacts):
            to.cite("service", one.id)
            numbers.append([paper.strong(to.text(one.short))])
    told = [*to.text(message("Écrivez les numéros d'aide au tableau")), *to.text(COLON), *joined(numbers)]
    return [*(to.text(one) for one in BROKEN), told]
