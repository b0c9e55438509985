"""How far every translation is, for readers and for whoever would like to help: as `balise i18n status` counts it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from typing import Any

from balise.catalogs import State
from balise.course import SHARED
from balise.local import LocalCourse, LocaleName, locale_names
from balise.messages import message
from balise.model import Module
from balise.plan import Artifact, Render, SearchEntry, Section


@dataclass(frozen=True, slots=True)
class Row:
    """One part of the course in one language; `href` leads to it where it is a page."""

    title: str
    state: State
    href: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """One language: `whole` sums up its rows."""

    name: LocaleName
    whole: State
    rows: tuple[Row, ...]
    reviewed: int

    @property
    def anchor(self) -> str:
        return f"l-{self.name.tag}"


def of_module(local: LocalCourse, slug: str, module: Module, render: Render) -> dict[str, Any]:  # noqa: ARG001
    """Return how far a module is in each language."""
    return {state.locale: astuple(state) for state in local.course.states.get(slug, ())}


def gather(local: LocalCourse, shown: Mapping[str, Any]) -> Iterator[Artifact]:
    """Yield the page of translations."""
    title = local.message(message("Traductions"))
    source, *names = locale_names(local.course.locales)
    languages = [_language(local, name, shown) for name in names if local.course.states]
    text = local.message(message("Où en est chaque langue, qui l'a relue, comment aider"))
    yield Artifact(
        path="translations.html",
        template="outputs/translations/page.html",
        title=title,
        data={"languages": languages, "source": source},
        sections=(
            *(Section(one.anchor, one.name.endonym) for one in languages),
            Section("missing", local.message(message("Quand un passage n'est pas traduit"))),
            Section("help-translate", local.message(message("Aider à traduire ou à relire"))),
        ),
        search=(SearchEntry("", title, f"{text} {' '.join(name.endonym for name in names)}"),),
    )


def _language(local: LocalCourse, name: LocaleName, shown: Mapping[str, Any]) -> Language:
    words, shared = (
        next(state for state in local.course.states[of] if state.locale == name.tag) for of in ("", SHARED)
    )
    rows = [
        Row(local.message(message("Les mots de l'interface : boutons, menus, titres")), words),
        Row(local.message(message("Les registres : lois, services, glossaire, programmes")), shared),
    ]
    rows += [Row(local.title(slug), State(*own[name.tag]), f"teach/{slug}.html") for slug, own in shown.items()]
    states = [row.state for row in rows]
    translated, fuzzy, missing = (
        sum(getattr(state, count) for state in states) for count in ("translated", "fuzzy", "missing")
    )
    whole = State("", name.tag, translated, fuzzy, missing, "")
    return Language(name, whole, tuple(rows), sum(bool(state.reviewed_by) for state in states))
