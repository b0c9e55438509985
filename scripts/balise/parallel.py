"""Runs one function over several things at once, in forked processes where the system has them."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from math import ceil
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

FEW = 4  # so few that starting processes would take longer than the work
TOGETHER = 16
"""How many things a share holds at most: what is worked out for them is in memory together."""
_job: Callable[..., object] | None = None


def worth(workers: int, things: Collection[object]) -> int:
    """Return how many of these workers are worth starting for so many things."""
    return workers if len(things) > FEW else 0


def shares(things: Sequence[T], workers: int) -> list[tuple[T, ...]]:
    """Return the things in shares, several a worker, so that none ends long before the others."""
    size = min(TOGETHER, ceil(len(things) / (4 * max(workers, 1)))) or 1
    return [tuple(things[start : start + size]) for start in range(0, len(things), size)]


def each(work: Callable[[T], R], things: Sequence[T], workers: int) -> Iterator[tuple[T, R]]:
    """Yield each thing with what `work` made of it, in the order they finish; in this process if `workers` is 0.

    What `work` raises is raised here.
    """
    if workers == 0:
        yield from ((thing, work(thing)) for thing in things)
        return
    forks = "fork" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if forks else "spawn")
    global _job  # noqa: PLW0603  a forked child inherits it, course and all, where pickling would copy it
    _job = work
    call: Callable[[T], R] = _inherited if forks else work
    gc.freeze()  # what children inherit is looked at no more: that would take time, and copy it in each of them
    with ProcessPoolExecutor(min(workers, len(things)), mp_context=context) as pool:
        jobs = {pool.submit(call, thing): thing for thing in things}
        for job in as_completed(jobs):
            yield jobs[job], job.result()


def _inherited(thing: T) -> R:  # type: ignore[type-var]
    assert _job is not None  # noqa: S101
    return _job(thing)  # type: ignore[return-value]
