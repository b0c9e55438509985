"""`mkdocs serve` shows what an author has just saved: what a saved module changes, or everything, as a build would."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from builders import EMPTY_PO, SHARED
from built import copied, differing, environment
from rebuilt import SENTENCES, TINY, build, built, replaced, rewritten, twin

PATIENCE = 20  # seconds
LESSON, GUIDE = "fr/learn/t1/2.html", "fr/teach/tiny.html"
PO = "modules/tiny/locales/en.po"


@dataclass(frozen=True)
class Served:
    """A course being served: its folder, the site it makes, and where that is."""

    root: Path
    site: Path
    address: str

    def until(self, path: str, seen: Callable[[str], bool]) -> None:
        """Wait until a page is as it should be."""
        end = time.monotonic() + PATIENCE
        while not seen(self.page(path)):
            assert time.monotonic() < end, f"{path} never came"
            time.sleep(0.02)

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(f"{self.address}/{path}", timeout=PATIENCE) as answer:  # noqa: S310
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            return ""

    def made(self) -> int:
        """Return when the site was last made as a whole."""
        return (self.site / "catalog.json").stat().st_mtime_ns

    def becomes_what_is_built(self, to: Path) -> None:
        """Wait until the site is what its sources make where nothing was ever built."""
        shutil.rmtree(to, ignore_errors=True)
        to.mkdir()
        build(copied(self.root, to), sheets=False)
        end = time.monotonic() + PATIENCE
        while found := [name for name in differing(self.site, to / "site") if name != "catalog.json"]:
            assert time.monotonic() < end, found
            time.sleep(0.02)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for all: each test leaves the course as it was."""
    folder = tmp_path_factory.mktemp("served")
    root = twin(built(tmp_path_factory), folder / "course")
    replaced(root / "mkdocs.yml", "  - balise: {", '  - balise: {today: "2026-11-22", ')
    (folder / "sites").mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    told = {**environment(), "TMPDIR": str(folder / "sites")}
    with (folder / "log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(words, cwd=root, env=told, stderr=log, stdout=log)
        try:
            one = Served(root, folder / "sites", f"http://127.0.0.1:{port}")
            one.until(LESSON, lambda page: "Attendre." in page)
            yield Served(root, next(one.site.glob("mkdocs_*")), one.address)
        finally:
            os.kill(process.pid, signal.SIGTERM)
            process.wait()


def test_a_saved_sentence_changes_what_shows_it_and_nothing_else(served: Served, tmp_path: Path) -> None:
    whole = served.made()
    for old, new in (SENTENCES, SENTENCES[::-1]):
        replaced(served.root / TINY, old, new)
        served.until(LESSON, lambda page, new=new: new in page)  # type: ignore[misc]
        served.becomes_what_is_built(tmp_path / "anew")
    assert served.made() == whole


def test_a_saved_translation_shows(served: Served, tmp_path: Path) -> None:
    whole = served.made()
    for old, new in (("What to do?", "What now?"), ("What now?", "What to do?")):
        replaced(served.root / PO, old, new)
        served.until("en/learn/t1/2.html", lambda page, new=new: new in page)  # type: ignore[misc]
        served.becomes_what_is_built(tmp_path / "anew")
    assert served.made() == whole


def test_a_title_shows_on_the_pages_that_lead_there(served: Served, tmp_path: Path) -> None:
    for old, new in (
        ("title: Une séance\n", "title: Une rencontre\n"),
        ("title: Une rencontre\n", "title: Une séance\n"),
    ):
        replaced(served.root / TINY, old, new)
        served.until("fr/learn/t2.html", lambda page, new=new: new[7:].strip() in page)  # type: ignore[misc]
        served.becomes_what_is_built(tmp_path / "anew")


def test_a_fault_leaves_the_site_as_it_was_until_it_is_mended(served: Served, tmp_path: Path) -> None:
    def saved(content: bytes) -> None:
        rewritten(served.root / TINY, lambda _: content)

    right = (served.root / TINY).read_bytes()
    saved(right.replace(b"code: t1", b"code: [t1"))
    saved(right.replace(b"Attendre.", b"Temporiser."))
    served.until(LESSON, lambda page: "Temporiser." in page)
    served.becomes_what_is_built(tmp_path / "anew")
    saved(right)
    served.until(LESSON, lambda page: "Attendre." in page)
    served.becomes_what_is_built(tmp_path / "anew")


def test_whatever_else_is_saved_shows_too(served: Served, tmp_path: Path) -> None:
    service = served.root / SHARED / "services/fr.yaml"
    replaced(service, "Un danger maintenant.", "Un danger tout de suite.")
    served.until("fr/learn/t1.html", lambda page: "Un danger tout de suite." in page)
    served.becomes_what_is_built(tmp_path / "anew")
    replaced(service, "Un danger tout de suite.", "Un danger maintenant.")
    served.until("fr/learn/t1.html", lambda page: "Un danger maintenant." in page)
    other = served.root / SHARED / "locales/eo.po"
    other.write_text(EMPTY_PO.replace("en", "eo"), encoding="utf-8")
    served.until("eo/learn/t1/2.html", lambda page: "Attendre." in page)
    served.becomes_what_is_built(tmp_path / "anew")
