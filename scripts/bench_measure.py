"""Runs commands for `bench.py` and says what each took, with everything it started. For Linux: it reads /proc."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
EVERY = 0.05  # seconds between two looks at the memory
SESSION = 3  # in /proc/<pid>/stat, counted after the name of the program


@dataclass(frozen=True, slots=True)
class Command:
    """A program to run in a folder."""

    words: tuple[str, ...]
    folder: Path


@dataclass(frozen=True, slots=True)
class Taken:
    """What a run took: seconds on the clock, seconds of processors, and the most memory held at once, in MiB."""

    wall: float
    cpu: float
    peak: float


def run(commands: list[Command], processes: int) -> Taken:
    """Run commands on so many cores, and as many of them at once; everything they start counts.

    Memory shared between processes counts once.
    """
    began = time.perf_counter()
    cpu, peak = 0.0, 0.0
    for first in range(0, len(commands), processes):
        used, most = _at_once(commands[first : first + processes], processes)
        cpu, peak = cpu + used, max(peak, most)
    return Taken(time.perf_counter() - began, cpu, peak)


def _at_once(commands: list[Command], processes: int) -> tuple[float, float]:
    started = [start(command, processes) for command in commands]
    watch = _Watch([child.pid for child in started])
    watch.start()
    cpu = 0.0
    for child, command in zip(started, commands, strict=True):
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        cpu += used.ru_utime + used.ru_stime
        if child.returncode:
            sys.exit(f"{' '.join(command.words)} failed in {command.folder}:\n{_said(command)}")
    watch.done.set()
    watch.join()
    return cpu, watch.peak


def start(command: Command, processes: int) -> subprocess.Popen[bytes]:
    """Start a program in a session of its own, on so many cores; what it says goes to `output.txt`."""
    # Python keeps what it has compiled, as it does by default: that of the others was compiled with their installation.
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(cores)[:processes])  # what is started stays on them
    try:
        with (command.folder / "output.txt").open("wb") as output:
            return subprocess.Popen(
                command.words,
                cwd=command.folder,
                stdout=output,
                stderr=output,
                env={**around, "NO_MKDOCS_2_WARNING": "1"},
                start_new_session=True,
            )
    finally:
        os.sched_setaffinity(0, cores)


def _said(command: Command) -> str:
    return (command.folder / "output.txt").read_text(encoding="utf-8", errors="replace")[-4000:]


class _Watch(threading.Thread):
    """Looks at the memory of whole sessions until `done`."""

    def __init__(self, sessions: list[int]) -> None:
        super().__init__(daemon=True)
        self.sessions = set(sessions)
        self.done = threading.Event()
        self.peak = 0.0

    def run(self) -> None:
        while True:
            self.peak = max(self.peak, sum(_held(pid) for pid in _members(self.sessions)) / 1024)
            if self.done.wait(EVERY):
                return


def _members(sessions: set[int]) -> list[int]:
    """Return the processes of these sessions."""
    found = []
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue  # it has just ended
            if int(fields[SESSION]) in sessions:
                found.append(int(folder.name))
    return found


def _held(pid: int) -> int:
    """Return the memory a process holds in KiB, its part only of what it shares."""
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0  # it has just ended
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
