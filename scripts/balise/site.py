"""What a site holds besides the pages of its locales, and whether a build has anything to do."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from hashlib import blake2b
from pathlib import Path

from balise import __version__, rootpages, write
from balise.course import Course
from balise.locale_build import BuiltLocale
from balise.metadata import prefix_of
from balise.pictures import site_files
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
    files = sorted(path for path in folder.rglob("*") if path.is_file())
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
    module = course.modules[slug].module
    assert module  # noqa: S101
    translations = {
        state.locale: {"translated": state.translated, "total": state.total, "reviewed_by": state.reviewed_by}
        for state in course.states.get(slug, ())
        if state.locale in locales
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
    memory = {"inputs": inputs, "site": _stamp(site)}
    write.write_text(root / ".cache" / "balise" / "last.json", json.dumps(memory))


def is_current(root: Path, inputs: str, site: Path) -> bool:
    """Say whether `site` already is what these inputs make, every file as it was left."""
    last = remembered(root)
    return last.get("inputs") == inputs and (site / "catalog.json").is_file() and last.get("site") == _stamp(site)


def _stamp(site: Path) -> str:
    """Return a hash of the name, size and time of every file: a change is seen without reading them."""
    stamp = blake2b(digest_size=16)
    for path in sorted(site.rglob("*")):
        status = path.stat()
        if not path.is_dir():
            stamp.update(f"{path.relative_to(site)} {status.st_size} {status.st_mtime_ns}\n".encode())
    return stamp.hexdigest()
