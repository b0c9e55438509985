"""The real course, built once a run, served and opened from a folder, in one browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, expect, sync_playwright

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
    settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    # A thousand sheets more, of other modules or languages, would be minutes: tests/printing sets some of each.
    some = "- balise: {sheets: [fr], only: [intimate-images]}\n"
    (root / "mkdocs.yml").write_text(settings.replace("- balise\n", some), encoding="utf-8")
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
        for event, heard in self._heard():
            page.on(event, heard)  # type: ignore[call-overload]

    def off(self, page: Page) -> None:
        for event, heard in self._heard():
            page.remove_listener(event, heard)

    def _heard(self) -> list[tuple[str, Callable[[Any], None]]]:
        return [
            ("request", self._request),
            ("requestfailed", self._failed),
            ("console", self._console),
            ("pageerror", self._error),
        ]

    def _error(self, error: Error) -> None:
        self.complaints.append(f"script: {error}")

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


class Kept:
    """Pages made once a run: making one costs more than most tests. What a page keeps of a test, the site must not."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.pages: dict[str, Page] = {}

    def page(self, name: str, *, script: str = "", **options: Any) -> Page:
        """Return the page of this name as it was made: blank, on a phone, in light colours, with less motion."""
        if name not in self.pages:
            context = self.browser.new_context(viewport=PHONE, reduced_motion="reduce", **options)
            context.set_default_timeout(5000)
            self.pages[name] = context.new_page()
            if script:
                self.pages[name].add_init_script(script)
        page = self.pages[name]
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        page.emulate_media(media="null", color_scheme="light", reduced_motion="reduce", forced_colors="none")
        return page


@pytest.fixture(scope="session")
def kept(browser: Browser) -> Kept:
    return Kept(browser)


@contextmanager
def watched(page: Page, watch: Watch) -> Iterator[Page]:
    """Watch a page that is kept until it is blank again."""
    watch.on(page)
    yield page
    page.goto("about:blank")
    watch.off(page)
    assert not watch.complaints


@pytest.fixture
def page(kept: Kept, watch: Watch) -> Iterator[Page]:
    """Return a page on a phone."""
    with watched(kept.page("page"), watch) as page:
        yield page


@pytest.fixture
def plain(kept: Kept, watch: Watch) -> Iterator[Page]:
    """Return a page on a phone, in a browser that runs no script."""
    with watched(kept.page("plain", java_script_enabled=False), watch) as page:
        yield page
