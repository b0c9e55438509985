"""How a new site takes the place of the old one: made aside, by one build at a time, then exchanged in one step.

Whenever a build is killed, the old site or the new one is there, whole; the next build clears what was left behind.
The next is made from the folders of the old one: most of its files are in their place, and need not be moved.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from filelock import FileLock, Timeout

EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
HERE = -100  # AT_FDCWD


class Changeover:
    """One build of the site at `target`; `aside` is where it is made. `cache` is a folder of the course.

    `spare`, which is in it, holds folders of the site before the last.
    """

    def __init__(self, target: Path, cache: Path) -> None:
        self.target = target
        self.aside = target.with_name(f"{target.name}.building")
        self.old = target.with_name(f"{target.name}.old")
        self.locks = cache / "locks"
        self.locks.mkdir(parents=True, exist_ok=True)
        name = blake2b(str(target).encode(), digest_size=8).hexdigest()
        self.lock = FileLock(self.locks / f"{name}.lock")
        self.spare = cache / "spare" / name  # of this site alone, so that the lock is on it too

    def begin(self, say: Callable[[str], None]) -> None:
        """Wait for any other build of this site, and clear what one that was killed left behind."""
        try:
            self.lock.acquire(timeout=0)
        except Timeout:
            say("Another build of this site is at work: waiting for it.")
            self.lock.acquire()
        if self.old.exists() and not self.target.exists():
            self.old.rename(self.target)
        self._clear()

    def end(self, folders: Iterable[str] = ()) -> None:
        """Put the new site in place of the old one, of which these folders are put by."""
        before = self.aside
        if not self.target.exists():
            self.aside.rename(self.target)
        elif not _exchanged(self.aside, self.target):
            before = self.old
            self.target.rename(self.old)
            self.aside.rename(self.target)
        self._forget_spares()
        for name in folders:
            with suppress(OSError):  # there was none, or it is on another disk
                self.spare.mkdir(parents=True, exist_ok=True)
                (before / name).rename(self.spare / name)
        self.leave()

    def _forget_spares(self) -> None:
        """Remove what was put by of any site, but of those that are being built: a course needs one spare."""
        shutil.rmtree(self.spare, ignore_errors=True)
        for other in self.spare.parent.glob("*"):
            with suppress(OSError), FileLock(self.locks / f"{other.name}.lock", timeout=0):  # nobody holds it
                shutil.rmtree(other, ignore_errors=True)

    def leave(self) -> None:
        """Leave nothing behind but the site, and let others build."""
        self._clear()
        self.lock.release()

    def _clear(self) -> None:
        shutil.rmtree(self.aside, ignore_errors=True)
        shutil.rmtree(self.old, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, where the system can; return whether it did."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    return rename is not None and not rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE)
