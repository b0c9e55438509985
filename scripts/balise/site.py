"""What a site holds besides the pages of its locales."""

from __future__ import annotations

import hashlib
from pathlib import Path

from balise import __version__, rootpages, write
from balise.course import Course
from balise.locale_build import BuiltLocale
from balise.metadata import prefix_of
from balise.pictures import site_files
from balise.scanning import scanned
from balise.servers import server_files


def add_root_files(course: Course, built: Path, base: str, indexed: dict[str, tuple[str, ...]]) -> None:
    """Write what all languages share, pictures among it, and what servers and search engines read.

    A sitemap holds whole addresses: without one there is none. `indexed` are the pages it lists, by locale in order.
    """
    for path, asset in (*site_files(course), *write.member_assets()):
        write.write_bytes(built / path, asset)
    files = server_files(prefix_of(base))
    if base:
        files["sitemap.xml"] = rootpages.sitemap(base, indexed)
        files["robots.txt"] = rootpages.robots(base)
    for path, content in files.items():
        write.write_text(built / path, content)


def _hashes(folder: Path, base: Path) -> dict[str, str]:
    files = sorted(Path(path) for path, _ in scanned(folder))
    return {path.relative_to(base).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def summary(course: Course, site: Path, locales: tuple[str, ...], built: list[BuiltLocale]) -> dict[str, object]:
    """Return what `catalog.json` holds: edition, locales, modules, and every file with its SHA-256."""
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in site.iterdir() if path.is_file()}
    files |= _hashes(site / "assets", site) | _hashes(site / "server", site)
    for locale in locales:
        files |= _hashes(site / locale / "print", site) | _hashes(site / locale / "teach" / "print", site)
    for one in built:
        files |= one.files
    return {
        "generator": f"balise {__version__}",
        "edition": course.registry.edition,
        "locales": list(locales),
        "modules": {slug: _module(course, slug, locales) for slug in course.modules},
        "artifacts": files,
    }


def _module(course: Course, slug: str, locales: tuple[str, ...]) -> dict[str, object]:
    head = course.modules[slug].head
    translations = {
        state.locale: {"translated": state.translated, "total": state.total, "reviewed_by": state.reviewed_by}
        for state in course.states.get(slug, ())
        if state.locale in locales
    }
    return {
        **head.listed,
        "learner_page": f"learn/{head.code}.html",
        "facilitator_page": f"teach/{slug}.html",
        "translations": translations,
    }
