"""Measures Balise beside plain MkDocs with Material, and Zensical where it is installed, on the same pages in one run.

    python scripts/bench.py [--modules 50] [--rounds 1] [--engine balise] [--processes 1] [--cold] [--no-serve]
        [--keep FOLDER]

Prints a table and writes build/bench.json: medians of the rounds. Cold: nothing was built before, nothing remembered.
Unchanged: the same again. One sentence: in one module, whose translation then falls back. One translation: in one
language. `serve`: from a saved sentence to the page that shows it, at 200 modules, in build/bench-serve.json.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
from collections import defaultdict
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from bench_course import LOCALES, ROOT, make_course
from bench_engines import CASES, NAMES, Balise, Engine, Row, built, engines, rounded
from bench_measure import Taken
from bench_serve import save_to_visible

SIZES = (50, 200, 1000)
SERVED = 200
"""The size at which `serve` is measured."""
REFERENCE = "mkdocs+material"
HEAD = (
    f"{'engine':17}{'case':17}{'pages':>7}{'wall s':>9}{'cpu s':>9}{'MiB':>8}{'MB':>8}{'/ plain':>9}{'/ own cold':>12}"
)


def measure(engine: Engine, modules: int, processes: int, rounds: int, last: int) -> list[Row]:
    """Return one row a case, of the first `last`: medians, and what was built."""
    taken: dict[str, list[Taken]] = defaultdict(list)
    sizes: dict[str, tuple[int, int]] = {}
    for round_ in range(rounds):
        for case, one in islice(engine.cases(round_, processes), last):
            taken[case].append(one)
            sizes[case] = built(engine)
    return [rounded(_row(engine, modules, processes, case, found, sizes[case])) for case, found in taken.items()]


def _row(  # noqa: PLR0913, PLR0917  what makes one line
    engine: Engine, modules: int, processes: int, case: str, taken: list[Taken], size: tuple[int, int]
) -> Row:
    wall, cpu, peak = (statistics.median(getattr(one, name) for one in taken) for name in ("wall", "cpu", "peak"))
    return Row(engine.name, modules, len(LOCALES), processes, case, size[0], wall, cpu, peak, size[1])


def show(rows: list[Row]) -> None:
    """Print the rows of one size on so many processes, beside the cold build of the reference and their own."""
    first = rows[0]
    print(f"\n{first.modules} modules × {first.locales} languages, {first.processes} process(es)\n{HEAD}")
    cold = {row.engine: row.wall_s for row in rows if row.case == "cold"}
    for row in rows:
        beside = f"{row.wall_s / cold[REFERENCE]:9.3f}" if REFERENCE in cold else f"{'–':>9}"
        print(
            f"{row.engine:17}{row.case:17}{row.pages:7}{row.wall_s:9.2f}{row.cpu_s:9.2f}{row.peak_mib:8.0f}"
            f"{row.bytes / 1e6:8.1f}{beside}{row.wall_s / cold[row.engine]:12.3f}"
        )


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--modules", type=int, action="append", help="a size; repeat for several (50, 200, 1000)")
    parser.add_argument("--engine", choices=NAMES, action="append", help="one to measure; repeat for several (all)")
    parser.add_argument("--rounds", type=int, default=3, help="of which the medians are kept (3)")
    parser.add_argument("--processes", type=int, action="append", help="cores and processes; repeat (1, and all)")
    parser.add_argument("--cold", action="store_true", help="the others: cold builds only, which are all they have")
    parser.add_argument("--no-serve", dest="serve", action="store_false", help="leave out save-to-visible")
    parser.add_argument("--keep", type=Path, help="leave the courses in this folder")
    parser.add_argument("--to", type=Path, default=ROOT / "build", help="folder of the results (build)")
    return parser.parse_args()


def main() -> None:
    asked = options()
    rows: list[Row] = []
    asked.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="balise-bench-") as scratch:
        base = asked.keep or Path(scratch)
        for modules in asked.modules or SIZES:
            made = make_course(base / f"course-{modules}", modules)
            compared = engines(asked.engine or NAMES, made, base / f"plain-{modules}")
            for processes in asked.processes or sorted({1, os.cpu_count() or 1}):
                found = []
                for one in compared:
                    last = 1 if asked.cold and one.name != Balise.name else len(CASES)
                    found += measure(one, modules, processes, asked.rounds, last)
                show(found)
                rows += found
                text = json.dumps([asdict(row) for row in rows], indent=1)
                (asked.to / "bench.json").write_text(f"{text}\n", encoding="utf-8")
            if asked.serve and modules == SERVED:
                save_to_visible(made, asked.rounds, asked.to / "bench-serve.json")


if __name__ == "__main__":
    main()
