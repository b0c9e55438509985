"""How long a saved sentence takes to show in `mkdocs serve`, for `bench.py`."""

from __future__ import annotations

import json
import os
import signal
import socket
import statistics
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from bench_course import LOCALES, Made
from bench_measure import Command, start

PAGE = "fr/learn/q0.html"
PATIENCE = 900  # seconds
SETTLED = 2.0  # seconds: the first build is over when the page is there, its watch begins soon after


def save_to_visible(made: Made, rounds: int, results: Path) -> None:
    """Print and write the median time from a saved sentence to a page that shows it, on every core."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = (sys.executable, "-m", "mkdocs", "serve", "-q", "-a", f"127.0.0.1:{port}")
    child = start(Command(words, made.folder), os.cpu_count() or 1)
    address = f"http://127.0.0.1:{port}/{PAGE}"
    try:
        _until(address, "</html>")
        taken = []
        for round_ in range(rounds):
            time.sleep(SETTLED)
            word = f"visible{round_}"
            began = time.perf_counter()
            made.edit_sentence(word)
            _until(address, word)
            taken.append(time.perf_counter() - began)
    finally:
        os.killpg(child.pid, signal.SIGTERM)
        child.wait()
    median = round(statistics.median(taken), 3)
    print(f"\nserve: a saved sentence shows after {median} s (median of {rounds}, {made.modules} modules)")
    row = {
        "modules": made.modules,
        "locales": len(LOCALES),
        "processes": os.cpu_count() or 1,
        "save_to_visible_s": median,
    }
    results.write_text(json.dumps(row, indent=1) + "\n", encoding="utf-8")


def _until(address: str, words: str) -> None:
    """Wait until a page says some words."""
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310  our own server
                if words in answer.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.02)
    sys.exit(f"{address} never said {words!r}")
