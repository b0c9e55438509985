"""Times the printed sheets, beside Chromium printing the same page, in one run.

    python scripts/bench_print.py [--locales fr,en]

Cold: a new process that sets one sheet. Warm: every sheet of two pages, one after another, in a process that has set
one before. Whole: every sheet of the course, on every core, from nothing; then again with nothing changed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

import pikepdf  # noqa: E402  the program is found beside this file

from balise.i18n import states  # noqa: E402
from balise.local import LocalCourse  # noqa: E402
from balise.press import Press  # noqa: E402
from balise.printing import pdf, serialised  # noqa: E402
from balise.proof import Publisher  # noqa: E402
from balise.read import read_course  # noqa: E402
from balise.reporters import text as report_text  # noqa: E402
from balise.sheet import Sheet, plan_sheets  # noqa: E402
from balise.store import Store  # noqa: E402

ROUNDS = 5
BASE = "https://balise.example/"
COLD = """
import sys
from pathlib import Path
from balise.printing import pdf
template, data, made = sys.argv[1:]
Path(made).write_bytes(pdf(template, Path(data).read_text(encoding="utf-8")))
"""


def planned() -> list[Sheet]:
    """Return the French sheets of the course that are PDF."""
    course, report = read_course(ROOT, scope=("fr",))
    if course is None:
        sys.exit(report_text(report))
    local = LocalCourse(course, "fr")
    publisher = Publisher(BASE, "fr", course.settings.edition)
    return [
        sheet
        for slug in ("", *local.modules)
        for sheet in plan_sheets(local, publisher, "a4", slug)
        if sheet.path.endswith(".pdf")
    ]


def timed(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")})
    return (time.perf_counter() - began) * 1000


def one_sheet(folder: Path, sheets: list[Sheet]) -> None:
    """Print what one sheet costs, cold and warm, and what Chromium takes to print a page of the site."""
    two, data = [], folder / "data.json"
    for sheet in sheets:
        words = serialised(sheet.data)
        began = time.perf_counter()
        made = pdf(sheet.template, words)
        took = (time.perf_counter() - began) * 1000
        (folder / "one.pdf").write_bytes(made)
        if len(pikepdf.open(folder / "one.pdf").pages) == 2:
            two.append((took, sheet))
    data.write_text(serialised(two[0][1].data), encoding="utf-8")
    cold = [
        timed([sys.executable, "-c", COLD, two[0][1].template, str(data), str(folder / "cold.pdf")])
        for _ in range(ROUNDS)
    ]
    times = [took for took, _ in two]
    print(f"cold: {statistics.median(cold):.0f} ms (median of {ROUNDS})")
    print(
        f"warm: {len(two)} sheets of two pages, median {statistics.median(times):.0f} ms, longest {max(times):.0f} ms"
    )
    beside(folder, statistics.median(times))


def beside(folder: Path, ours: float) -> None:
    """Print how long Chromium, already running, takes for the text of such a sheet, and the ratio."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  a development tool

    text = subprocess.run(
        [shutil.which("pdftotext") or "pdftotext", str(folder / "cold.pdf"), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    html = "".join(f"<p>{line}</p>" for line in text.replace("<", "&lt;").splitlines() if line)
    (folder / "page.html").write_text(
        f"<!doctype html><html lang=fr><meta charset=utf-8><title>t</title>{html}", encoding="utf-8"
    )
    browser_path = os.environ.get("BALISE_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        times = []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            page = browser.new_page()
            page.goto((folder / "page.html").as_uri())
            page.pdf(format="A4", path=folder / "chromium.pdf", tagged=True)
            page.close()
            times.append((time.perf_counter() - began) * 1000)
        browser.close()
    theirs = statistics.median(times)
    print(f"Chromium, already running, the same words: {theirs:.0f} ms; ours is {ours / theirs:.2f} of it")


def whole(folder: Path, locales: tuple[str, ...]) -> None:
    """Print how long the whole set takes from nothing, and with nothing changed."""
    course, report = read_course(ROOT, scope=())
    if course is None:
        sys.exit(report_text(report))
    course = replace(course, states=states(course))
    for case in ("from nothing", "nothing changed"):  # in this order, and before a sheet is set in this process
        began = time.perf_counter()
        press = Press(course, folder / "sheets", BASE)
        press.memory = Store(ROOT, folder / "memory")
        done = [one for _, one in press.run(press.jobs(locales), os.cpu_count() or 1)]
        took = time.perf_counter() - began
        count, made = sum(one.sheets for one in done), sum(one.made for one in done)
        size = sum(path.stat().st_size for path in (folder / "sheets").rglob("*") if path.is_file())
        print(f"{case}: {count} files in {' '.join(locales)}, {made} set, {took:.1f} s, {size / 1e6:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--locales", default="fr,en")
    asked = parser.parse_args()
    print(f"{os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as name:
        whole(Path(name), tuple(asked.locales.split(",")))
        one_sheet(Path(name), planned())


if __name__ == "__main__":
    main()
