"""Builds the site: one MkDocs build a locale, in parallel processes, beside the old site; then they change places."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from balise import __version__, write
from balise.course import Course
from balise.diagnostics import Report
from balise.i18n import status
from balise.parallel import each
from balise.pipeline import open_locale


def build_locales(
    course: Course, config_file: Path, target: Path, locales: tuple[str, ...], today: date
) -> Iterator[tuple[str, int, Report]]:
    """Check and build each locale into `target/<locale>`, as many at once as there are cores.

    Yields the locale, how many pages were written (none if it has errors), and what is wrong in it.
    """
    work = partial(_build_locale, course, config_file, target, today)
    for locale, (pages, report) in each(work, locales, os.cpu_count() or 1):
        yield locale, pages, report


def _build_locale(course: Course, config_file: Path, target: Path, today: date, locale: str) -> tuple[int, Report]:
    """One MkDocs build, in a process of its own."""
    from mkdocs.commands.build import build  # noqa: PLC0415  only children need it
    from mkdocs.config import load_config  # noqa: PLC0415

    from balise.plugin import BalisePlugin  # noqa: PLC0415

    local, report = open_locale(course, locale, today)
    if report.failed():
        return 0, report
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    config = load_config(config_file=str(config_file), site_dir=str(target / locale))
    plugin = config.plugins["balise"]
    assert isinstance(plugin, BalisePlugin)  # noqa: S101
    plugin.begin_locale(locale, local)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return plugin.page_count, report


def summary(course: Course, site: Path, locales: tuple[str, ...]) -> dict[str, object]:
    """Return what `catalog.json` holds: edition, locales, modules, and every file with its SHA-256."""
    files = sorted(path for path in site.rglob("*") if path.is_file() and path.name != "catalog.json")
    states = {(state.document, state.locale): state for state in status(course)}
    return {
        "generator": f"balise {__version__}",
        "edition": course.registry.edition,
        "locales": list(locales),
        "modules": {slug: _module(course, slug, locales, states) for slug in course.modules},
        "artifacts": {
            path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
        },
    }


def _module(course: Course, slug: str, locales: tuple[str, ...], states: dict) -> dict[str, object]:  # type: ignore[type-arg]
    module = course.modules[slug].module
    assert module  # noqa: S101
    translations = {}
    for locale in locales[1:]:
        if state := states.get((slug, locale)):
            translations[locale] = {
                "translated": state.translated,
                "total": state.total,
                "reviewed_by": state.reviewed_by,
            }
    return {
        "code": module.code,
        "title": module.title,
        "ages": module.ages,
        "duration": module.duration,
        "settings": list(module.settings),
        "learner_page": f"learn/{module.code}.html",
        "facilitator_page": f"teach/{slug}.html",
        "review": {
            name: mark and {"by": mark.by, "on": mark.on.isoformat()}
            for name, mark in (("legal", module.review.legal), ("pedagogical", module.review.pedagogical))
        },
        "translations": translations,
    }


def swap(aside: Path, site: Path) -> None:
    """Put the new site where the old one was; the old one stays whole until the new one is complete."""
    old = site.with_name(site.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    aside.rename(site)
    shutil.rmtree(old, ignore_errors=True)


INPUTS = ("mkdocs.yml", "content", "modules", "site_overrides", "scripts/balise")


def fingerprint(root: Path, today: date, locales: tuple[str, ...]) -> str:
    """Return a hash of everything a build depends on: sources, templates, program, day, languages."""
    digest = hashlib.blake2b(f"{__version__} {today} {locales}".encode(), digest_size=16)
    package = Path(__file__).parent
    roots = [root / name for name in INPUTS]
    if package not in roots:
        roots.append(package)
    for base in roots:
        paths = [base] if base.is_file() else sorted(base.rglob("*"))
        for path in paths:
            if path.is_file() and path.suffix not in (".pyc", ".pot"):
                digest.update(str(path).encode() + b"\0" + hashlib.blake2b(path.read_bytes(), digest_size=16).digest())
    return digest.hexdigest()


def remembered(root: Path) -> dict[str, str]:
    """Return what the last build left in `.cache/balise/last.json`, or nothing."""
    try:
        loaded = json.loads((root / ".cache" / "balise" / "last.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}


def remember(root: Path, inputs: str, site: Path) -> None:
    """Note that `site` was made from these inputs."""
    seal = hashlib.sha256((site / "catalog.json").read_bytes()).hexdigest()
    write.write_text(root / ".cache" / "balise" / "last.json", json.dumps({"inputs": inputs, "catalog": seal}))


def is_current(root: Path, inputs: str, site: Path) -> bool:
    """Say whether `site` already is what these inputs make."""
    last = remembered(root)
    catalog = site / "catalog.json"
    if last.get("inputs") != inputs or not catalog.is_file():
        return False
    return hashlib.sha256(catalog.read_bytes()).hexdigest() == last.get("catalog")
