"""The `mkdocs.yml` of an export: what MkDocs, ProperDocs and Zensical all read, and nothing that one of them lacks."""

from __future__ import annotations

from typing import Any

import yaml

from balise.local import LocalCourse
from balise.paper import words_of
from balise.typesetter import Typesetter

BEGINS = "# Written by balise export: what is changed here is lost the next time."
DIRECTION = "direction.css"
RIGHT_TO_LEFT = "body { direction: rtl; }\n"
"""For themes that do not know the direction of a language."""
Menu = list[dict[str, Any]]


def mkdocs_yml(local: LocalCourse, menu: Menu) -> str:
    """Return the settings of one locale. Nothing is fetched from elsewhere: no font, no highlighting of code."""
    rtl = local.direction == "rtl"
    settings = {
        "site_name": _words(local, local.settings.title),
        "site_description": _words(local, local.settings.summary),
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": False,
        **({"extra_css": [DIRECTION]} if rtl else {}),
        "markdown_extensions": ["tables", {"toc": {"permalink": False}}],
        "validation": {"links": {"anchors": "warn"}},
        "nav": menu,
    }
    theme = {
        "language": local.locale,
        "direction": "rtl" if rtl else "ltr",
        "locale": local.locale,
        "font": False,
        "highlightjs": False,
    }
    lines = [
        BEGINS,
        "# The theme may be named when building: THEME=mkdocs properdocs build. `material` is Zensical's own too.",
        "theme:",
        "  name: !ENV [THEME, material]",
        *(f"  {line}" for line in _yaml(theme).splitlines()),
    ]
    return "\n".join(lines) + "\n" + _yaml(settings)


def _yaml(data: dict[str, Any]) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)


def _words(local: LocalCourse, text: str) -> str:
    return words_of(Typesetter(local).text(text)).strip()
