"""Writes a module to fill in: valid, commented, and showing one of each thing an author starts with."""

from __future__ import annotations

import re
from pathlib import Path

from balise import catalogs
from balise.diagnostics import Report
from balise.discovery import PACKAGE
from balise.read import known_locales


class ScaffoldError(Exception):
    """The module cannot be written; the message says why, in the author's words."""


def write_module(root: Path, slug: str) -> Path:
    """Write `modules/<slug>/module.yaml`, and a catalog to fill for each language; return the module's path.

    Raises:
        ScaffoldError: for a name that is not a slug, or a module that exists.
    """
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) or len(slug) > 60:
        raise ScaffoldError(
            f'"{slug}" cannot name a module: use lower-case letters, digits and hyphens, such as online-safety'
        )
    if not (root / "modules").is_dir():
        raise ScaffoldError(f"there is no modules/ folder in {root}: run this in the folder of the course")
    file = root / "modules" / slug / "module.yaml"
    if file.exists():
        raise ScaffoldError(f"{file} exists already; nothing was written")
    code = _free_code(root)
    template = (PACKAGE / "templates" / "new-module.yaml").read_text(encoding="utf-8")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(template.replace("CODE", code), encoding="utf-8")
    for locale in known_locales(root, Report())[1:]:
        catalogs.write(file.parent / "locales" / f"{locale}.po", [], catalogs.standard_headers(locale))
    return file


def _free_code(root: Path) -> str:
    """Return a neutral code no module uses."""
    used = set()
    for path in sorted((root / "modules").glob("*/module.yaml")):
        found = re.search(r"^code:\s*(\S+)", path.read_text(encoding="utf-8", errors="replace"), re.MULTILINE)
        used.add(found[1] if found else "")
    return next(code for number in range(1, 1000) if (code := f"n{number}") not in used)
