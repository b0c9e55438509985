"""Stage 6: what a site holds besides its pages, and writing files. With `plugin.py`, all that knows MkDocs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from balise.compiled import TEMPLATES, CompiledTemplates
from balise.discovery import PACKAGE, gather
from balise.store import away

COMMENT = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*$", re.DOTALL | re.MULTILINE)
"""A comment that has its lines to itself."""
FAMILIES = ("templates", "activities", "items", "outputs")


class GeneratedPage(Page):
    """A page of the root, made of its template alone: Markdown conversion never sees it."""

    def __init__(self, path: str, file: File, config: MkDocsConfig, template: str) -> None:
        super().__init__(path, file, config)
        self.path = path
        self.template = template

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        self.markdown = ""
        self.meta = {"template": self.template}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        self.content = ""
        self.toc = TableOfContents([])
        self.present_anchor_ids = set()


def add_page(config: MkDocsConfig, files: Files, path: str, template: str) -> None:
    """Add a page of the root of the site; `template` is one of the theme."""
    file = File.generated(config, path.removesuffix(".html") + ".md", content="")
    GeneratedPage(path, file, config, template)
    files.append(file)


def theme(config_file: Path) -> Environment:
    """Return what renders the shells of mkdocs.yml's theme."""
    # Without plugins: there is one object of each in a process, and it would take these settings for its own.
    return remembering(load_config(config_file=str(config_file), plugins=[]).theme.get_env(), config_file)


def remembering(env: Environment, config_file: Path) -> Environment:
    """Return what renders templates, which now keeps them compiled from build to build."""
    env.bytecode_cache = CompiledTemplates(config_file.parent / TEMPLATES)
    return env


def add_file(config: MkDocsConfig, files: Files, path: str, content: str) -> None:
    """Add a generated file that is not a page."""
    files.append(File.generated(config, path, content=content.encode()))


def course_css(shell: list[str]) -> str:
    """Return the one stylesheet: the styles of the shell, then those of every family, in name order."""
    return _light("\n".join([*shell, _gathered("style.css")]))


def course_js() -> str:
    """Return the behaviour of every activity, item, interaction and output, in name order."""
    return _light(_gathered("behaviour.js"))


def _light(source: str) -> str:
    """Leave out comments and indentation: every reader downloads the rest."""
    return "".join(f"{line.strip()}\n" for line in COMMENT.sub("", source).splitlines() if line.strip())


def _gathered(name: str) -> str:
    own = PACKAGE / "templates" / name
    paths = [own] if own.is_file() else []
    for family in FAMILIES:
        paths += gather(family, name)
    return "\n".join(path.read_text(encoding="utf-8").strip() for path in paths) + "\n"


def member_assets() -> Iterator[tuple[str, bytes]]:
    """Yield the path in the site, and the bytes, of each file only the pages of one output ask for."""
    for folder in gather("outputs", "assets"):
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            yield f"assets/{folder.parent.name}/{file.relative_to(folder).as_posix()}", file.read_bytes()


def catalog_json(summary: dict[str, Any]) -> str:
    """Return `catalog.json` as text."""
    return json.dumps(summary, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def write_bytes(path: Path, content: bytes) -> None:
    """Write a new file: one that was there may have other names, whose content stays as it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    away(path)
    path.write_bytes(content)


def write_text(path: Path, content: str) -> None:
    """Write a new file, as UTF-8."""
    write_bytes(path, content.encode())
