"""The real course, built once a run, served and opened from a folder, in one browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

from browser.support import PHONE, PROJECT
from sharing import shared

ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--disable-gpu",
]
OPEN = Callable[..., Page]
expect.set_options(timeout=10_000)  # a busy machine is slow, not wrong


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the real course, once for all the workers of a run, and return the folder of the site: never written to."""
    return shared(tmp_path_factory, "real", build_real) / "site"


def build_real(root: Path) -> None:
    shutil.copy(PROJECT / "mkdocs.yml", root)
    for name in ("content", "modules", "site_overrides"):
        shutil.copytree(PROJECT / name, root / name)
    command = [sys.executable, "-m", "balise", "build", "--today", "2026-11-22"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """Serve the site on this machine only, and return its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session", params=["http", "file"])
def base(request: pytest.FixtureRequest, site: Path, served: str) -> str:
    """Return the address of the site, once on a server and once in a folder."""
    return served if request.param == "http" else site.as_uri()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    path = os.environ.get("BALISE_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    assert path, "no Chromium: install one, or set BALISE_CHROMIUM to its path"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


class Watch:
    """What every page must never do: ask another origin for something, or say an error."""

    def __init__(self, *origins: str) -> None:
        self.origins = origins
        self.complaints: list[str] = []
        self.requests: list[str] = []

    def on(self, page: Page) -> None:
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((*self.origins, "data:")):
            self.complaints.append(f"another origin: {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the page was left before its icon came
            self.complaints.append(f"{request.failure}: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text}")


@pytest.fixture
def watch(served: str, site: Path) -> Watch:
    return Watch(f"{served}/", f"{site.as_uri()}/")


@pytest.fixture
def opened(browser: Browser, watch: Watch) -> Iterator[OPEN]:
    """Return a function that opens a new, watched page; its options are those of a browser context."""
    contexts = []

    def open_page(**options: Any) -> Page:
        context = browser.new_context(**{"viewport": PHONE, "reduced_motion": "reduce", **options})
        context.set_default_timeout(5000)
        contexts.append(context)
        page = context.new_page()
        watch.on(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not watch.complaints


@pytest.fixture
def page(opened: OPEN) -> Page:
    """Return a page on a phone."""
    return opened()


@pytest.fixture
def plain(opened: OPEN) -> Page:
    """Return a page on a phone, in a browser that runs no script."""
    return opened(java_script_enabled=False)
