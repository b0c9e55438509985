"""Stage 4: a local course becomes a list of artifacts: every page that will exist, its template, its data.

Choices are made here, so that templates only show.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, cast

from balise.discovery import members, required
from balise.local import LocalCourse

Audience = Literal["pupil", "facilitator", "site"]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a page, for its table of contents. `title` is plain text."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What search finds: plain text under a heading. Never holds the key of an assessment."""

    anchor: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Artifact:
    """One page: `path` under the locale's folder, `template` in the package, `data` the template sees.

    `tab_title` replaces the title in the browser's tab and history, where a title could betray its reader.
    """

    path: str
    template: str
    title: str
    data: dict[str, Any]
    audience: Audience = "site"
    description: str = ""
    tab_title: str = ""
    to_adults: bool = False
    """Whether it speaks to adults: “vous”, not “tu”."""
    sections: tuple[Section, ...] = ()
    search: tuple[SearchEntry, ...] = field(default=(), repr=False)
    partner: str = ""
    """Path of the same module's page for the other audience."""
    module: str = ""
    """Slug of the module this page is the lesson or the guide of: machines are told of it."""
    frame: str = ""
    """The template of the theme around it; empty for that of most pages. A page with one of its own is a tool."""
    handout: str = ""
    """What the module's card calls it among what can be printed or taken away; empty for any other page."""

    @property
    def root(self) -> str:
        """The way from this page to its locale's folder."""
        return "../" * self.path.count("/")


class Output(Protocol):
    """The face of an output module."""

    def plan(self, local: LocalCourse) -> Iterator[Artifact]:
        """Yield the artifacts of this output."""


def plan(local: LocalCourse) -> list[Artifact]:
    """Return every artifact of a locale, outputs in name order."""
    artifacts: list[Artifact] = []
    for module in members("outputs").values():
        required(module, "plan")
        artifacts += cast(Output, module).plan(local)
    return artifacts
