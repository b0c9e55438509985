"""Pages of the tiny course as HTML trees, without a site around them."""

from __future__ import annotations

import re
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from lxml import html

from balise.offers import offers
from balise.plan import Artifact, handouts_of, plan_course, plan_module, shown_of
from balise.render import Renderer
from builders import local_of

_COMPILED = tempfile.TemporaryDirectory(prefix="balise-templates-")


def renderer_of(root: Path, locale: str = "fr") -> Renderer:
    """Return what renders the pages of a locale; templates are compiled once a run."""
    return Renderer(local_of(root, locale), cache=Path(_COMPILED.name))


def artifacts_of(root: Path, locale: str = "fr") -> tuple[Renderer, list[Artifact]]:
    """Return what renders the pages of a locale, and the pages planned."""
    renderer = renderer_of(root, locale)
    local = renderer.local
    renderer.offer(partial(handouts_of, local), partial(offers, local))
    own = [artifact for slug in local.modules for artifact in plan_module(local, slug)]
    shown = {slug: shown_of(local, slug, renderer.fragment) for slug in local.modules}
    return renderer, [*own, *plan_course(local, shown)]


def pages_of(root: Path, locale: str = "fr") -> dict[str, str]:
    """Return the HTML of every generated page, by address."""
    renderer, artifacts = artifacts_of(root, locale)
    return {artifact.path: renderer.render(artifact) for artifact in artifacts}


def tree_of(page: str) -> Any:
    """Return HTML as a tree."""
    return html.fromstring(f"<div>{page}</div>")


def words(text: str) -> str:
    """Return text with plain spaces and apostrophes, so that typography does not matter."""
    return re.sub(r"[\s\u00a0\u202f]+", " ", text.replace("’", "'")).strip()


def words_of(page: str) -> str:
    """Return the words a reader sees."""
    return words(tree_of(page).text_content())


def all_of(page: str) -> str:
    """Return the words of a page and the values of every attribute: whatever its source shows."""
    values = [value for element in tree_of(page).iter() for value in element.attrib.values()]
    return words(" ".join([words_of(page), *map(str, values)]))
