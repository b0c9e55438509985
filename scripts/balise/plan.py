"""Stage 4: a local course becomes a list of artifacts: every page that will exist, its template, its data.

Choices are made here, so that templates only show.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, Literal, Protocol, cast

from balise.discovery import members, required
from balise.local import LocalCourse
from balise.messages import Message
from balise.model import Module

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
class Handout:
    """A page of a module that can be printed or taken away: its address, its title, and what a card calls it."""

    path: str
    title: str
    handout: Message


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

    @property
    def output(self) -> str:
        """The name of the output it is of."""
        return self.template.split("/")[1]

    @property
    def root(self) -> str:
        """The way from this page to its locale's folder."""
        return "../" * self.path.count("/")


class ModuleOutput(Protocol):
    """The face of an output that makes pages of each module. They depend on nothing of other modules but names."""

    def plan_module(self, local: LocalCourse, slug: str, module: Module) -> Iterator[Artifact]:
        """Yield the artifacts of a module."""


class CourseOutput(Protocol):
    """The face of an output that makes pages of the course as a whole."""

    def plan(self, local: LocalCourse) -> Iterator[Artifact]:
        """Yield the artifacts of this output."""


def plan_module(local: LocalCourse, slug: str) -> list[Artifact]:
    """Return the artifacts of a module, outputs in name order."""
    module = local.modules[slug]
    found = (cast(ModuleOutput, output).plan_module(local, slug, module) for output in _outputs("plan_module"))
    return [artifact for some in found for artifact in some]


def handouts_of(local: LocalCourse, slug: str) -> list[Handout]:
    """Return what a module's card says can be printed or taken away, from the outputs that say so (`handouts`)."""
    makers = [output.handouts for output in members("outputs").values() if hasattr(output, "handouts")]
    return [handout for make in makers for handout in make(local.modules[slug])]


def plan_course(local: LocalCourse) -> list[Artifact]:
    """Return the artifacts of the course as a whole, outputs in name order."""
    return [artifact for output in _outputs("plan") for artifact in cast(CourseOutput, output).plan(local)]


def course_paths(local: LocalCourse) -> list[str]:
    """Return the addresses of the pages of the course as a whole: they are the same whatever modules there are."""
    return [artifact.path for artifact in plan_course(local.without_modules())]


def plan(local: LocalCourse) -> list[Artifact]:
    """Return every artifact of a locale, outputs in name order."""
    found = [*(one for slug in local.modules for one in plan_module(local, slug)), *plan_course(local)]
    return sorted(found, key=lambda artifact: artifact.output)


def _outputs(face: str) -> Iterator[ModuleType]:
    for module in members("outputs").values():
        if face in vars(module):
            yield module
        elif not {"plan", "plan_module"} & vars(module).keys():
            required(module, "plan")
