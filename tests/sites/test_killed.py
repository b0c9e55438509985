"""A build killed at any moment leaves a whole site, and the next build is right and clears what it left."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest

from built import contents
from rebuilt import SENTENCES, TINY, begun, build, built, changed, left_behind, replaced, twin

MOMENTS = 12
ON_DISK = {"os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "shutil.rmtree"}
WRITING = os.O_WRONLY | os.O_RDWR


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built course. Not to be written to."""
    return built(tmp_path_factory)


class Course:
    """A built course of which a sentence changes and changes back. `sites` are what it makes: now, and otherwise."""

    def __init__(self, root: Path, now: Path, otherwise: Path) -> None:
        self.root, self.site = root, root / "site"
        self.sites = [contents(now), contents(otherwise)]
        self.sentences = list(SENTENCES)

    def change(self, *, forget: bool = False) -> None:
        """Change the sentence, and `forget` what builds remember."""
        replaced(self.root / TINY, *self.sentences)
        self.sentences.reverse()
        self.sites.reverse()
        if forget:
            shutil.rmtree(self.root / ".cache")

    def assert_whole(self) -> None:
        """Hold the site to be one of the two, to the last byte."""
        assert contents(self.site) in self.sites

    def assert_right_once_built(self) -> None:
        build(self.root)
        assert contents(self.site) == self.sites[0]
        assert left_behind(self.root) == []


@pytest.fixture
def course(root: Path, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Course:
    return Course(twin(root, tmp_path / "course"), root / "site", changed(tmp_path_factory, root))


def test_a_build_killed_at_any_time_does_no_harm(course: Course) -> None:
    some, killed = Random(7), 0  # noqa: S311
    lasts = {forget: duration(course, forget=forget) for forget in (False, True)}
    for number in range(MOMENTS):
        forget = number % 4 == 0
        course.change(forget=forget)
        build = begun(course.root)
        time.sleep(lasts[forget] * (number + some.random()) / MOMENTS)
        with suppress(ProcessLookupError):
            os.killpg(build.pid or 0, signal.SIGKILL)
        build.join()
        killed += build.exitcode == -signal.SIGKILL
        course.assert_whole()
        course.assert_right_once_built()
    assert killed > MOMENTS / 4  # the others had ended before


def duration(course: Course, *, forget: bool) -> float:
    """Return how long a build lasts that is not killed, in seconds."""
    course.change(forget=forget)
    start = time.monotonic()
    begun(course.root).join()
    return time.monotonic() - start


def test_a_build_killed_at_any_step_on_the_disk_does_no_harm(course: Course) -> None:
    """Above all just before the new site is in place, and just after."""
    course.change()
    with (course.root / "steps").open("w+b", buffering=0) as log:
        begun(course.root, at_each_step(lambda _: log.write(b"%d " % identity(course.site)))).join()
        log.seek(0)
        sites = log.read().split()
    exchanged = next(number for number, site in enumerate(sites) if site != sites[0])
    earlier = Random(7).sample(range(exchanged - 1), 3)  # noqa: S311
    for number in [*earlier, *range(exchanged - 1, exchanged + 2)]:
        course.change()
        build = begun(course.root, at_each_step(killing(number)))
        build.join()
        assert build.exitcode == -signal.SIGKILL
        course.assert_whole()
        course.assert_right_once_built()


def killing(number: int) -> Callable[[int], None]:
    """Return what kills a build, and every process of it, at this step."""

    def kill(step: int) -> None:
        if step == number:
            os.killpg(0, signal.SIGKILL)

    return kill


def identity(folder: Path) -> int:
    """Return which folder it is on the disk; 0 where there is none."""
    return folder.stat().st_ino if folder.exists() else 0


def at_each_step(do: Callable[[int], Any]) -> Callable[[], None]:
    """Return what makes the first process of a build do something before each step it takes on the disk."""

    def watch() -> None:
        first, numbers = os.getpid(), count()

        def hook(event: str, given: tuple[Any, ...]) -> None:
            written = event == "open" and isinstance(given[2], int) and given[2] & WRITING
            if (event in ON_DISK or written) and os.getpid() == first:
                do(next(numbers))

        sys.addaudithook(hook)

    return watch
