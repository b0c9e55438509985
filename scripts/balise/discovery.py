"""Finds the members of a family: every folder or file of `activities/`, `items/`, `checks/`, `outputs/`.

Adding a member is adding its folder; nothing lists them.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

PACKAGE = Path(__file__).parent


class BrokenMemberError(Exception):
    """A folder of a family lacks what every member must have."""

    def __init__(self, folder: Path, lacks: str) -> None:
        super().__init__(f"{folder} lacks {lacks}")


@cache
def members(family: str) -> dict[str, ModuleType]:
    """Map each member's name to its Python module, in name order.

    Raises:
        BrokenMemberError: for a folder without `__init__.py`.
    """
    folder = PACKAGE / family
    found = {info.name: import_module(f"balise.{family}.{info.name}") for info in iter_modules([str(folder)])}
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in found and not path.name.startswith(("_", ".")):
            raise BrokenMemberError(path, "__init__.py")
    return dict(sorted(found.items()))


def required(module: ModuleType, name: str) -> object:
    """Return what a member must define.

    Raises:
        BrokenMemberError: when it does not.
    """
    if not hasattr(module, name):
        raise BrokenMemberError(Path(module.__file__ or module.__name__), f"`{name}`")
    return getattr(module, name)


@cache
def drawings() -> tuple[str, ...]:
    """Return the name of every drawing: each is a file of `templates/art/`."""
    return tuple(sorted(path.stem for path in (PACKAGE / "templates" / "art").glob("*.html")))


def gather(family: str, file_name: str) -> list[Path]:
    """Return every member's file of that name (`style.css`, `behaviour.js`), in name order."""
    return sorted(path for path in (PACKAGE / family).glob(f"*/{file_name}"))
