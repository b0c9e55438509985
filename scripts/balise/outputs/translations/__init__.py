"""How far every translation is, for readers and for whoever would like to help: as `balise i18n status` counts it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from balise.catalogs import State
from balise.course import SHARED
from balise.local import LocalCourse, LocaleName, locale_names
from balise.messages import message
from balise.plan import Artifact, SearchEntry, Section


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


def plan(local: LocalCourse) -> Iterator[Artifact]:
    """Yield the page of translations."""
    title = local.message(message("Traductions"))
    source, *names = locale_names(local.course.locales)
    languages = [_language(local, name) for name in names if local.course.states]
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


def _language(local: LocalCourse, name: LocaleName) -> Language:
    found = {key: state for key, states in local.course.states.items() for state in states if state.locale == name.tag}
    rows = [
        Row(local.message(message("Les mots de l'interface : boutons, menus, titres")), found[""]),
        Row(local.message(message("Les registres : lois, services, glossaire, programmes")), found[SHARED]),
    ]
    rows += [Row(local.title(slug), found[slug], f"teach/{slug}.html") for slug in local.modules]
    states = [row.state for row in rows]
    translated, fuzzy, missing = (
        sum(getattr(state, count) for state in states) for count in ("translated", "fuzzy", "missing")
    )
    whole = State("", name.tag, translated, fuzzy, missing, "")
    return Language(name, whole, tuple(rows), sum(bool(state.reviewed_by) for state in states))
