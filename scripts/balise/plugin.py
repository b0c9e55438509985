"""The MkDocs plugin: a thin skin. MkDocs makes the pages of the root; every locale is built apart from it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click
from jinja2 import Environment
from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from balise import local_sites, locale_build, reporters, rootpages, site, write
from balise.changeover import Changeover
from balise.course import Course
from balise.diagnostics import Report, Severity
from balise.examination import examine, report_of
from balise.garbage import seldom
from balise.maker import Order
from balise.progress import counter
from balise.read import Shelf, read_course
from balise.serving import Desk, Stamps, stamps
from balise.store import Store, memory
from balise.variants import SIZES

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

WATCHED = ("modules", "site_overrides", "scripts/balise")
STYLES = ("assets/reset.css", "assets/theme.css", "assets/shell.css")


class PluginConfig(base.Config):  # type: ignore[no-untyped-call]
    """Options under `plugins: balise:` in mkdocs.yml."""

    today = c.Optional(c.Type(str))
    """Day to judge freshness by, YYYY-MM-DD; the system's date when left out."""
    locales = c.ListOfItems(c.Type(str), default=[])
    """Locales to build; every one when left out."""
    sheets = c.Type((bool, list), default=True)
    """Whether the printed sheets are made too, or in which languages; never while serving."""
    decks = c.Type(bool, default=True)
    """Whether decks are made too: two pages a delivery of each module."""
    only = c.ListOfItems(c.Type(str), default=[])
    """Modules whose sheets are made; every one when left out."""
    edition = c.Type(str, default="")
    """The local edition to build, a file of modules/_shared/editions/; the national site when left out."""
    all_editions = c.Type(bool, default=False)
    """Whether every local edition is built too, under `local/`."""
    paper = c.Choice(tuple(SIZES), default="a4")
    """The paper they are for: `a4` or `letter`."""


class BalisePlugin(BasePlugin[PluginConfig]):  # type: ignore[no-untyped-call]
    """One object serves every rebuild of `mkdocs serve`."""

    def __init__(self) -> None:
        super().__init__()
        self.course: Course | None = None
        self.serving = False
        self.changeover: Changeover | None = None
        self.memory: Store
        self.shelf: Shelf = {}
        self.base = ""
        self.seen: Stamps = {}
        self.desk: Desk | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        seldom()
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the course; an error stops here. The new site is made aside: the old one stays whole meanwhile."""
        config.theme.static_templates = set()
        config.theme.dirs = config.theme.dirs[:1]  # ours is all that is used: Material has twelve thousand files
        config.nav = []
        self.base = "" if self.serving else config.site_url or ""  # while writing, there is no public address
        root = Path(config.config_file_path).parent
        self.seen = stamps(root) if self.serving else {}
        self.memory = memory(root)
        self.memory.begin()
        course, report = read_course(root, scope=(), shelf=self.shelf, workers=os.cpu_count() or 1)
        course = self._accept(course, report, strict=config.strict)
        self.course = course
        course = replace(course, sheets=self._sheets(), decks=self.config.decks, only=tuple(self.config.only))
        self.course = self._placed(course)
        try:
            self.changeover = Changeover(Path(config.site_dir), root / ".cache" / "balise")
            self.changeover.begin(_tell)
        except OSError as error:
            raise Abort(f"{error.filename}: {error.strerror}. A build needs a folder of that name.") from None
        config.site_dir = str(self.changeover.aside)
        return config

    def _today(self) -> date:
        return date.fromisoformat(self.config.today) if self.config.today else date.today()  # noqa: DTZ011

    def _accept(self, course: Course | None, report: Report, *, strict: bool) -> Course:
        """Print what is wrong, and stop the build where it must not go on."""
        failed = report.failed(strict=strict and not self.serving)
        if failed or report.count(Severity.WARNING):
            click.echo(reporters.text(report), err=True)
        if failed or course is None:
            raise Abort("Nothing was built: the site is as it was before.")
        if unknown := [locale for locale in self.config.locales if locale not in course.locales]:
            raise Abort(f'There is no locale "{unknown[0]}". The course has: {", ".join(course.locales)}.')
        return course

    def _placed(self, course: Course) -> Course:
        """Return the course for the local editions asked for."""
        try:
            return local_sites.asked(course, self.config.edition, every=self.config.all_editions)
        except local_sites.UnknownEditionError as error:
            raise Abort(str(error)) from None

    def _sheets(self) -> tuple[str, ...]:
        """Return the locales of this build whose sheets are made."""
        wanted = self.config.sheets
        if self.serving or not wanted:
            return ()
        return tuple(locale for locale in self.locales if not isinstance(wanted, list) or locale in wanted)

    @property
    def locales(self) -> tuple[str, ...]:
        assert self.course  # noqa: S101
        return tuple(self.config.locales) or self.course.locales

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace what MkDocs found by what the stages made."""
        assert self.course  # noqa: S101
        kept = Files([file for file in files if _is_asset(file.src_uri)])
        write.add_file(config, kept, "assets/course.css", write.course_css(_styles(files)))
        write.add_file(config, kept, "assets/course.js", write.course_js())
        for path, (template, _) in rootpages.PAGES.items():
            write.add_page(config, kept, path, template)
        return kept

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Keep the templates of the root compiled too."""
        return write.remembering(env, Path(config.config_file_path))

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:  # noqa: ARG002
        """Give a page of the root what it shows."""
        assert isinstance(page, write.GeneratedPage)  # noqa: S101
        assert self.course  # noqa: S101
        _, make = rootpages.PAGES[page.path]
        context["bl"] = make(self.course, self.locales, self.base)
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """After the root page: check the course, build its locales, write the catalog, put the new site in place."""
        assert self.course  # noqa: S101
        assert self.changeover  # noqa: S101
        workers = os.cpu_count() or 1
        today = self._today()
        self.course, known = examine(self.course, self.locales, today, workers, counter("Checked"))
        self._accept(self.course, report_of(known), strict=config.strict)
        built = Path(config.site_dir)
        (built / "sitemap.xml").unlink(missing_ok=True)
        made = []
        order = Order(self.course, Path(config.config_file_path), built, self.locales, self.base)
        makers = locale_build.Makers(order)
        for one in locale_build.build_locales(makers, self.changeover.spare, workers, counter("Made")):
            made.append(one)
            _say(f"[{len(made)}/{len(self.locales)}] {one.locale}: {len(one.files)} files, {one.made} pages made anew")
        self._print(built)
        found = {one.locale: one.indexed for one in made}
        site.add_root_files(self.course, built, self.base, {tag: found[tag] for tag in self.locales})
        local_sites.complete(self.course, built)
        summary = site.summary(self.course, built, self.locales, made)
        local_sites.finish(self.course, built, summary)
        self.changeover.end(self.locales)
        config.site_dir = str(self.changeover.target)
        self.memory.tidy((name for one in made for name in one.used), sum(one.made for one in made))
        if self.serving and not self.course.place and not self.course.places:
            makers.follow(replace(order, folder=self.changeover.target), ())
            self.desk = Desk(makers, today, self.seen, known)

    def _print(self, built: Path) -> None:
        """Print the sheets into the new site; one that cannot be printed stops the build."""
        assert self.course  # noqa: S101
        if not self.course.sheets:
            return
        report = Report()
        for line, found in local_sites.printed(self.course, built, self.base, SIZES[self.config.paper]):
            report.extend(found)
            _say(line)
        self._accept(self.course, report, strict=False)

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Leave no half-made site behind."""
        if self.changeover:
            self.changeover.leave()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Rebuild when something changes: all of it, or what a saved module changes."""
        from balise.watching import watch  # noqa: PLC0415  a build has no use for what takes long to import

        root = Path(config.config_file_path).parent
        own = [str(root / name) for name in WATCHED if (root / name).is_dir()]
        theirs = [config.docs_dir, config.config_file_path]
        watch(server, own, theirs, partial(self._again, builder))
        return server

    def _again(self, build: Callable[[], None]) -> None:
        desk, self.desk = self.desk, None  # what fails half-way is not gone on from
        if desk and desk.refresh(lambda report: click.echo(reporters.text(report), err=True)):
            self.desk = desk
        else:
            build()


def _say(line: str) -> None:
    if sys.stderr.isatty():
        _tell(line)


def _tell(line: str) -> None:
    click.echo(line, err=True)


def _styles(files: Files) -> list[str]:
    """Return the styles of the shell, in the order they apply."""
    return [file.content_string for file in map(files.get_file_from_path, STYLES) if file]


def _is_asset(uri: str) -> bool:
    """Keep assets, but for the styles that go into one file."""
    return uri.startswith("assets/") and uri not in STYLES
