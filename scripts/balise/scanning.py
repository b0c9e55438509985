"""The files of a folder, found the quickest way: a site has tens of thousands, looked at more than once a build."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG


def scanned(folder: str | Path) -> Iterator[tuple[str, os.stat_result]]:
    """Yield the path of every file under a folder with its status, in no order; one that is just gone is left out."""
    folders = [os.fspath(folder)]
    while folders:
        with suppress(OSError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                    continue
                with suppress(OSError):
                    status = entry.stat()
                    if S_ISREG(status.st_mode):
                        yield entry.path, status


def seen_of(status: os.stat_result) -> list[int]:
    """Return what can be seen of a file without reading it, which changes when it is written to."""
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
