"""A build killed at any moment leaves a whole site, and the next build is right and clears what it left."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import count, cycle
from pathlib import Path
from random import Random
from typing import Any

import pytest

from built import contents
from rebuilt import begun, build, built, change, changed, left_behind, twin, undo

MOMENTS = 12
ON_DISK = {"os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "shutil.rmtree"}
WRITING = os.O_WRONLY | os.O_RDWR


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built course. Not to be written to."""
    return built(tmp_path_factory)


class Course:
    """A built course that changes and changes back. `sites` are what it makes: now, and once it changes."""

    def __init__(self, root: Path, now: Path, then: Path) -> None:
        self.root, self.site = root, root / "site"
        self.sites = [contents(now), contents(then)]
        self.changes = cycle([change, undo])

    def change(self, *, forget: bool = False) -> None:
        """Change it, and `forget` what builds remember."""
        next(self.changes)(self.root)
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
        if number % 2:
            course.change()  # what is wanted now is not what was being made
        course.assert_right_once_built()
    assert killed > MOMENTS / 4  # the others had ended before


def duration(course: Course, *, forget: bool) -> float:
    """Return how long a build lasts that is not killed, in seconds."""
    course.change(forget=forget)
    start = time.monotonic()
    begun(course.root).join()
    return time.monotonic() - start


def test_a_build_killed_at_any_step_on_the_disk_does_no_harm(course: Course) -> None:
    """Above all when the new site is whole, and as soon as it has replaced the old one."""
    total = steps(course)
    before = [*Random(7).sample(range(total), 3), total - 5]  # noqa: S311
    for moment in [*((False, number) for number in before), *((True, number) for number in range(3))]:
        course.change()
        build = begun(course.root, at_each_step(course.site, killing(moment)))
        build.join()
        assert (moment, build.exitcode) == (moment, -signal.SIGKILL)
        course.assert_whole()
        if not moment[0]:
            course.change()  # what is wanted now is not what was being made
        course.assert_right_once_built()


def killing(moment: tuple[bool, int]) -> Callable[[bool, int], None]:
    """Return what kills a build, and every process of it, at a step."""

    def kill(replaced: bool, number: int) -> None:  # noqa: FBT001
        if (replaced, number) == moment:
            os.killpg(0, signal.SIGKILL)

    return kill


def steps(course: Course) -> int:
    """Return how many steps a build takes before its site is in place, once all it needs is remembered."""
    for _ in range(2):
        course.change()
        build(course.root)
    with (course.root / "steps").open("w+b", buffering=0) as log:
        course.change()
        begun(course.root, at_each_step(course.site, lambda replaced, _: log.write(b"%d" % replaced))).join()
        log.seek(0)
        return log.read().count(b"0")


def at_each_step(site: Path, do: Callable[[bool, int], object]) -> Callable[[], None]:
    """Return what makes the first process of a build do something before each step it takes on the disk.

    It is told whether the site has been replaced, and the number of the step, before or since.
    """

    def watch() -> None:
        first, was, numbers = os.getpid(), identity(site), {False: count(), True: count()}

        def hook(event: str, given: tuple[Any, ...]) -> None:
            written = event == "open" and isinstance(given[2], int) and given[2] & WRITING
            if (event in ON_DISK or written) and os.getpid() == first:
                replaced = identity(site) != was
                do(replaced, next(numbers[replaced]))

        sys.addaudithook(hook)

    return watch


def identity(folder: Path) -> int:
    """Return which folder it is on the disk; 0 where there is none."""
    return folder.stat().st_ino if folder.exists() else 0
