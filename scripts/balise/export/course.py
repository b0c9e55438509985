"""Exports a course: a folder a locale, with plain Markdown pages in `docs/` and a `mkdocs.yml` beside them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path

from balise import paper
from balise.course import Course
from balise.export.config import BEGINS, DIRECTION, RIGHT_TO_LEFT, Menu, mkdocs_yml
from balise.export.modules import GUIDE, LEARNER, module_pages
from balise.export.page import Page, PageSetter
from balise.export.registers import registry_pages_of
from balise.export.written import led, written_pages
from balise.local import LocalCourse
from balise.messages import message
from balise.model import Module
from balise.paper import Block
from balise.parallel import each
from balise.pictures import site_files
from balise.sheet_parts import COLON

HOME = "index.md"
MODULES = message("Modules")
FROM = message("À partir de {n} ans")
REFERENCES = message("Références")
REFERRED = ("about.md",)
"""Pages written by hand that go with the registries in the menu, not before them."""


class NotOursError(Exception):
    """A folder holds pages that no export wrote: they are not ours to replace."""


def export(course: Course, target: Path, locales: tuple[str, ...], workers: int = 0) -> Iterator[tuple[str, int]]:
    """Write each locale into `target/<locale>`; yield it with its number of pages.

    Raises:
        NotOursError: before anything is written, for a folder that holds other pages.
    """
    for locale in locales:
        if not _is_ours(target / locale):
            raise NotOursError(f"{target / locale} holds files that no export wrote")
    yield from each(partial(_export, course, target), locales, workers)


def _is_ours(folder: Path) -> bool:
    file = folder / "mkdocs.yml"
    if file.is_file():
        return file.read_text(encoding="utf-8").startswith(BEGINS)
    return not folder.exists() or not any(folder.iterdir())


def _export(course: Course, target: Path, locale: str) -> int:
    local = LocalCourse(course, locale)
    files, pages = exported(local)
    folder = target / locale
    shutil.rmtree(folder / "docs", ignore_errors=True)
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return pages


def exported(local: LocalCourse) -> tuple[dict[str, bytes], int]:
    """Return every file of a locale by its path, and how many pages there are."""
    hand = list(written_pages(local))
    shown = list(registry_pages_of(local))
    modules = {slug: list(module_pages(local, slug, module)) for slug, module in local.modules.items()}
    pages = [*hand, *shown, _catalogue(local), *(page for found in modules.values() for page in found)]
    paths = frozenset(page.path for page in pages)
    files = {f"docs/{page.path}": _text(page, paths).encode() for page in pages}
    files |= {f"docs/{path}": content for path, content in site_files(local.course)}
    if local.direction == "rtl":
        files[f"docs/{DIRECTION}"] = RIGHT_TO_LEFT.encode()
    files["mkdocs.yml"] = mkdocs_yml(local, _menu(local, hand, shown, modules)).encode()
    return files, len(pages)


def _text(page: Page, paths: frozenset[str]) -> str:
    """Return a page; what somebody wrote by hand may lead to pages that are the site's alone."""
    return led(page.text(), paths) if page.written else page.text()


def _youngest(named: tuple[str, Module]) -> int:
    return int(named[1].ages.partition("-")[0])


def _by_age(local: LocalCourse) -> Iterator[tuple[str, list[tuple[str, Module]]]]:
    """Yield the modules by the youngest age they are written for, as the catalogue of the site does."""
    for age, found in groupby(sorted(local.modules.items(), key=_youngest), key=_youngest):
        yield local.phrase(FROM, n=age), list(found)


def _catalogue(local: LocalCourse) -> Page:
    """Return the list of modules, each with its two pages."""
    to = PageSetter(local)
    blocks: list[Block] = []
    for label, found in _by_age(local):
        rows = []
        for slug, module in found:
            title = to.to_page(to.text(module.title), f"learn/{module.code}.md")
            guide = to.to_page(to.text(GUIDE), f"teach/{slug}.md")
            rows.append([*title, *to.text(COLON), *to.text(module.summary), " ", *guide])
        blocks += [paper.heading(2, to.text(label)), paper.bullets(rows)]
    return Page("modules.md", local.message(MODULES), to, blocks)


def _said(local: LocalCourse, text: str) -> str:
    """Return words as plain text, for menus."""
    return paper.words_of(PageSetter(local).text(text)).strip()


def _menu(local: LocalCourse, hand: list[Page], shown: list[Page], modules: dict[str, list[Page]]) -> Menu:
    """Return the menu: home and help first, then modules by age, who the site is for, and what all rests on."""
    said = partial(_said, local)
    [home] = [page for page in hand if page.path == HOME]
    others = [page for page in hand if page.path not in (HOME, *REFERRED)]
    referred = [*shown[1:], *(page for page in hand if page.path in REFERRED)]
    ages: Menu = [{said(MODULES): "modules.md"}]
    for label, found in _by_age(local):
        ages.append({said(label): [{said(one.title): _pages(said, modules[slug])} for slug, one in found]})
    return [
        {home.name: home.path},
        {shown[0].name: shown[0].path},
        {said(MODULES): ages},
        *({page.name: page.path} for page in others),
        {said(REFERENCES): [{page.name: page.path} for page in referred]},
    ]


def _pages(said: Callable[[str], str], pages: list[Page]) -> Menu:
    """Return the pages of a module but its steps: two are named by who they are for, the others by their titles."""
    learner, guide, *sheets = [page for page in pages if page.path.count("/") == 1]
    return [
        {said(LEARNER): learner.path},
        {said(GUIDE): guide.path},
        *({page.name: page.path} for page in sheets),
    ]
