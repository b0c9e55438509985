"""Stage 4: a local course becomes a list of artifacts: every page that will exist, its template, its data.

Choices are made here, so that templates only show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, Literal, Protocol, TypeAlias, cast

from balise.discovery import members, required
from balise.local import LocalCourse
from balise.messages import Message
from balise.model import Module

Audience = Literal["pupil", "facilitator", "site"]
Render: TypeAlias = Callable[..., str]
"""Makes HTML of a template of the package and its data, each by its name."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a page, for its table of contents, or another page of the same module. `title` is plain text.

    `path` is that of the other page, `anchor` that of the heading: each is empty where there is none.
    """

    anchor: str
    title: str
    path: str = ""


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
    """Slug of the module this page is the lesson or the guide of."""
    within: str = ""
    """Path of the page this one is a step of: machines are told of that one alone, and menus list its steps."""
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
    """The face of an output that makes pages of the course as a whole, and shows no more of modules than their names.

    Its pages are remembered until one of these changes, or what all modules share.
    """

    def plan(self, local: LocalCourse) -> Iterator[Artifact]:
        """Yield the artifacts of this output."""


class GatheringOutput(Protocol):
    """The face of an output whose pages show something of every module.

    That is made with the module, and remembered: a course may have a thousand, of which one has changed.
    """

    def of_module(self, local: LocalCourse, slug: str, module: Module, render: Render) -> dict[str, Any]:
        """Return what is shown of a module, made of what JSON has; `render` makes HTML of a template and its data."""

    def gather(self, local: LocalCourse, shown: Mapping[str, Any]) -> Iterator[Artifact]:
        """Yield the artifacts of this output, from what is shown of each module by its slug, in their order."""


def plan_module(local: LocalCourse, slug: str) -> list[Artifact]:
    """Return the artifacts of a module, outputs in name order."""
    module = local.modules[slug]
    found = (cast(ModuleOutput, output).plan_module(local, slug, module) for _, output in _outputs("plan_module"))
    return [artifact for some in found for artifact in some]


def handouts_of(local: LocalCourse, slug: str) -> list[Handout]:
    """Return what a module's card says can be printed or taken away, from the outputs that say so (`handouts`)."""
    makers = [output.handouts for output in members("outputs").values() if hasattr(output, "handouts")]
    return [handout for make in makers for handout in make(local.modules[slug])]


def shown_of(local: LocalCourse, slug: str, render: Render) -> dict[str, Any]:
    """Return what pages of the course as a whole show of a module, by the name of the output."""
    gathering = ((name, cast(GatheringOutput, output)) for name, output in _outputs("gather"))
    return {name: output.of_module(local, slug, local.modules[slug], render) for name, output in gathering}


def plan_course(local: LocalCourse, shown: Mapping[str, Mapping[str, Any]]) -> list[Artifact]:
    """Return the artifacts of the course as a whole; `shown` is what `shown_of` returned of each module, by slug."""
    return [*plan_apart(local), *plan_gathered(local, shown)]


def plan_apart(local: LocalCourse) -> list[Artifact]:
    """Return the artifacts that show nothing of modules but names, outputs in name order."""
    sealed = local.sealed()
    found = (cast(CourseOutput, output).plan(sealed) for _, output in _outputs("plan"))
    return [artifact for some in found for artifact in some]


def plan_gathered(local: LocalCourse, shown: Mapping[str, Mapping[str, Any]]) -> list[Artifact]:
    """Return the artifacts that show something of every module, outputs in name order."""
    planned: list[Artifact] = []
    for name, output in _outputs("gather"):
        own = {slug: found[name] for slug, found in shown.items()}
        planned += cast(GatheringOutput, output).gather(local, own)
    return planned


def course_paths(local: LocalCourse) -> list[str]:
    """Return the addresses of the pages of the course as a whole: they are the same whatever modules there are."""
    return [artifact.path for artifact in plan_course(local.without_modules(), {})]


def _outputs(*faces: str) -> Iterator[tuple[str, ModuleType]]:
    """Yield each output that has one of these faces, with its name, in name order."""
    for name, output in members("outputs").items():
        if not {"plan", "plan_module", "gather"} & vars(output).keys():
            required(output, "plan")
        if not vars(output).keys().isdisjoint(faces):
            yield name, output
