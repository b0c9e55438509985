"""How `mkdocs serve` learns that a file was saved: from the system, where it can tell. Builds have no use for this."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer


class Native(Observer):  # type: ignore[misc,valid-type]
    """Is told of changes by the system at once, instead of looking for them. Reading a file is none."""

    def schedule(self, event_handler: object, path: str, *, recursive: bool = False) -> object:
        changes = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
        return super().schedule(event_handler, path, recursive=recursive, event_filter=changes)


def watch(server: Any, own: list[str], theirs: list[str], build: Callable[[], None]) -> None:
    """Have MkDocs' `server` run `build` when something changes in our folders, or in what it watches by itself."""
    if _is_told([*own, *theirs]):
        for path in theirs:
            server.unwatch(path)
        server.observer = Native()
        own = [*own, *theirs]
    for path in own:
        server.watch(path)
    server.builder = build


def _is_told(paths: Iterable[str]) -> bool:
    """Return whether the system can tell of changes under all these paths: there may be more than it follows."""
    probe = Native()
    try:
        for path in paths:
            probe.schedule(FileSystemEventHandler(), path, recursive=True)
        probe.start()
    except OSError:
        return False
    finally:
        probe.stop()
    return True
