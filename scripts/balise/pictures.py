"""Pictures of modules: where each is kept, what it holds, and where the site shows it from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from balise.course import Course
from balise.images import Size, size_of
from balise.load import Path_
from balise.model import Module
from balise.parts import Picture

MEDIA = "media"
HEAVIEST = 1_000_000
"""Bytes: pages are read on old telephones, and packed on keys."""


def media_folder(root: Path, slug: str) -> Path:
    """Return the folder of a module's pictures."""
    return root / "modules" / slug / MEDIA


def picture_bytes(root: Path, slug: str, picture: Picture) -> bytes:
    """Return what the file of a picture holds.

    Raises:
        OSError: when there is no such file; the check `pictures` has said so before.
    """
    return (media_folder(root, slug) / picture.file).read_bytes()


def cited(module: Module) -> Iterator[tuple[Path_, Picture]]:
    """Yield every picture of a module, with its path in the YAML."""
    for path, activity in module.activities():
        if activity.picture:
            yield (*path, "picture"), activity.picture


def sizes(root: Path, slug: str, names: Iterable[str]) -> dict[str, Size]:
    """Return the width and height of these pictures of a module, by name; those that cannot be read are left out."""
    found = {}
    for name in names:
        file = media_folder(root, slug) / name
        if file.is_file() and file.stat().st_size <= HEAVIEST and (size := size_of(file.read_bytes())):
            found[name] = size
    return found


def address(code: str, name: str) -> str:
    """Return where a picture is in the site: under the module's code, for an address must not say what one reads."""
    return f"assets/{MEDIA}/{code}/{name}"


def site_files(course: Course) -> Iterator[tuple[str, bytes]]:
    """Yield every picture the course shows, with its place in the site: once for all languages."""
    for slug, document in course.modules.items():
        for name in document.head.pictures:
            yield address(document.head.code, name), (media_folder(course.root, slug) / name).read_bytes()
