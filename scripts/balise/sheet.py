"""Stage 4 for paper: a local course becomes a list of sheets, each with all its template will see.

A kind of sheet is a folder of `sheets/`. It makes drafts of blocks; what every sheet bears is added here: its edition,
the dates of its facts, and the page that says whether it is still right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from types import ModuleType
from typing import Any

from balise import paper
from balise.catalogs import READY
from balise.discovery import PACKAGE, members, required
from balise.easy import easy_module
from balise.local import LocalCourse
from balise.messages import Message, message
from balise.model import Module
from balise.office import EDITED
from balise.office.styles import style_names
from balise.paper import Block
from balise.plan import Audience
from balise.proof import Publisher
from balise.typesetter import Typesetter, isolated
from balise.variants import EASY, STANDARD, VARIANTS, Paper, style

PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Draft:
    """A sheet before it is laid out. `to` set its words and knows which facts they show.

    `name` tells it from other sheets of the same module; `extra` is for a template of its own.
    """

    name: str
    title: str
    to: Typesetter
    blocks: list[Block] = field(default_factory=list)
    label: Message | None = None
    extra: dict[str, Any] = field(default_factory=dict)
    editable: bool = True
    """Whether it is made to edit too, where its kind is."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file: `path` under the locale's folder, `template` in the package, `data` all the template sees.

    `name` is the same in every language and variant: what its edition's page calls it. `facts` are the registry
    entries it shows, such as `service:fr.3018`. `form` is the format; an `editable` sheet is made in others too.
    """

    name: str
    kind: str
    variant: str
    path: str
    template: str
    label: Message
    title: str
    audience: Audience
    facts: tuple[str, ...]
    data: dict[str, Any] = field(repr=False)
    module: str = ""
    form: str = PDF
    editable: bool = False


def forms(sheet: Sheet) -> Iterator[Sheet]:
    """Yield a sheet in every format it is made in: as it is printed, then as documents to edit."""
    yield sheet
    if sheet.editable:
        stem = sheet.path.removesuffix(PDF)
        yield from (replace(sheet, form=form, path=f"{stem}{form}") for form in EDITED)


class Desk:
    """What kinds make drafts with: the course in one locale, and who publishes it.

    `easy`: what is written here is in easy-to-read words too.
    """

    def __init__(self, local: LocalCourse, publisher: Publisher, *, easy: bool = False) -> None:
        self.local = local
        self.publisher = publisher
        self.easy = easy

    def reworded(self) -> Desk:
        """Return the desk for easy-to-read drafts."""
        return Desk(self.local, self.publisher, easy=True)

    def setter(self, module: Module | None = None, *, adults: bool = False) -> Typesetter:
        """Return a typesetter for a new draft, in the voice of a module's readers."""
        return Typesetter(self.local, adults=adults or bool(module and module.to_adults))


def plan_sheets(
    local: LocalCourse, publisher: Publisher, paper: Paper, slug: str, *, near_only: bool = False
) -> Iterator[Sheet]:
    """Yield the sheets of a module, or those every module shares when `slug` is empty, kinds in their order.

    `near_only`: those of kinds that show the contacts of a place (`NEAR = True`).
    """
    desk = Desk(local, publisher)
    for name, kind in sorted(members("sheets").items(), key=lambda named: str(required(named[1], "ORDER"))):
        if near_only and not getattr(kind, "NEAR", False):
            continue
        variants = (STANDARD, *getattr(kind, "VARIANTS", ()))
        for draft in _drafts(kind, desk, slug):
            sheet = _sheet(desk, name, kind, draft, slug)
            yield from (_laid_out(desk, sheet, variant, paper) for variant in variants if variant != EASY)
        if EASY in variants and slug and (module := easy_module(local.modules[slug])):
            for draft in kind.module_drafts(desk.reworded(), slug, module):
                yield _laid_out(desk, _sheet(desk, name, kind, draft, slug), EASY, paper)


def _drafts(kind: ModuleType, desk: Desk, slug: str) -> Iterator[Draft]:
    """Return what a kind makes of a module, or for all of them."""
    if not slug:
        return getattr(kind, "course_drafts", _none)(desk)
    return getattr(kind, "module_drafts", _none)(desk, slug, desk.local.modules[slug])


def _none(*_: object) -> Iterator[Draft]:
    return iter(())


def is_ready(local: LocalCourse, slug: str) -> bool:
    """Say whether enough of a module is translated to hand it out in this locale; so are the shared sheets."""
    if local.is_source or not slug:
        return True
    states = [state for state in local.course.states.get(slug, ()) if state.locale == local.locale]
    return all(state.percent >= READY for state in states)


def _laid_out(desk: Desk, sheet: Sheet, variant: str, paper: Paper) -> Sheet:
    """Return a sheet in a variant."""
    # A folder of their own, so that a server can keep answer keys for adults.
    folder = "teach/print" if sheet.audience == "facilitator" else "print"
    tail = f"-{variant}" if variant else ""
    look = style(VARIANTS[variant], desk.local, paper)
    editable = sheet.editable and variant == STANDARD
    if editable:
        # A word processor lists them, in the words of whoever edits: an adult.
        look["names"] = style_names(lambda label: str(desk.local.phrase(label, adults=True)))
    return replace(
        sheet,
        variant=variant,
        path=f"{folder}/{sheet.name}{tail}-{desk.local.locale}.{sheet.form}",
        data={**sheet.data, "style": look},
        editable=editable,
    )


def _sheet(desk: Desk, kind: str, member: ModuleType, draft: Draft, slug: str) -> Sheet:
    module = desk.local.modules.get(slug)
    name = f"{module.code}-{draft.name}" if module else draft.name
    label = draft.label or member.LABEL
    draft.to.adults |= member.AUDIENCE == "facilitator"
    facts = tuple(draft.to.facts)
    own = f"sheets/{kind}/sheet.typ"
    return Sheet(
        name=name,
        kind=kind,
        variant=STANDARD,
        path="",
        template=own if (PACKAGE / own).is_file() else "templates/print/sheet.typ",
        label=label,
        title=draft.title,
        audience=member.AUDIENCE,
        facts=facts,
        data=_data(desk, draft, label, name, facts, module.code if module else ""),
        module=slug,
        form=getattr(member, "FORM", PDF),
        editable=getattr(member, "EDITABLE", False) and draft.editable,
    )


def _data(  # noqa: PLR0913, PLR0917  what every template sees
    desk: Desk, draft: Draft, label: Message, name: str, facts: tuple[str, ...], code: str
) -> dict[str, Any]:
    to, local = draft.to, desk.local
    kicker = to.text(message("{label} · module {code}"), label=label, code=code.upper()) if code else to.text(label)
    heading = to.text(draft.title)
    return {
        "lang": local.babel.language,
        "region": "FR" if local.is_source else None,
        "dir": local.direction,
        "author": local.settings.title,
        "label": paper.words_of(to.text(label)).strip(),
        "title": isolated(paper.words_of(heading)).strip(),
        "heading": heading,
        "kicker": kicker,
        "blocks": draft.blocks,
        "pictures": to.pictures,
        **desk.publisher.proof(to, facts, name, code),
        **draft.extra,
    }
