"""The site behind a real nginx that reads the file made for it: what every answer says, and that pages work."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from balise.policy import HEADERS
from browser.conftest import Watch
from browser.support import EVERY_LOCALE

CONF = """
daemon on; pid {folder}/pid; error_log {folder}/error.log; {user}
events {{}}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
    uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
    server {{
        listen 127.0.0.1:{port};
        root {folder}/site;
        include {folder}/site/server/nginx.conf;
    }}
}}
"""
KINDS = {
    "/fr/learn/a2.html": "text/html; charset=utf-8",
    "/fr/learn/a2/9.html": "text/html; charset=utf-8",
    "/ar/index.html": "text/html; charset=utf-8",
    "/": "text/html; charset=utf-8",
    "/assets/course.css": "text/css; charset=utf-8",
    "/assets/course.js": "application/javascript; charset=utf-8",
    "/fr/search.js": "application/javascript; charset=utf-8",
    "/assets/balise.svg": "image/svg+xml; charset=utf-8",
    "/catalog.json": "application/json; charset=utf-8",
    "/face.woff2": "font/woff2",
    "/no/such/page": "text/html; charset=utf-8",
}


def nginx_path() -> str:
    return shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") or pytest.fail("no nginx: install nginx-light")


@pytest.fixture(scope="module")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site with nginx on this machine only, and return its host and port."""
    folder = tmp_path_factory.mktemp("nginx")
    (folder / "site").mkdir()
    for entry in site.iterdir():
        (folder / "site" / entry.name).symlink_to(entry)
    (folder / "site/face.woff2").write_bytes(b"wOF2")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    user = "user root;" if os.geteuid() == 0 else ""
    conf = folder / "nginx.conf"
    conf.write_text(CONF.format(folder=folder, user=user, port=port), encoding="utf-8")
    command = [nginx_path(), "-p", str(folder), "-c", str(conf), "-e", str(folder / "error.log")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # returns once it listens
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    yield f"127.0.0.1:{port}"
    subprocess.run([*command, "-s", "stop"], check=True)


def ask(address: str, path: str) -> tuple[int, dict[str, str]]:
    """Ask for a file as browsers do, and return the status and headers of the answer."""
    connection = http.client.HTTPConnection(address, timeout=10)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    connection.close()
    return answer.status, {name: value for name, value in answer.getheaders() if name not in ("Date", "ETag")}


@pytest.mark.parametrize("path", KINDS)
def test_every_answer_carries_the_policy_its_type_and_how_long_to_keep_it(address: str, path: str) -> None:
    status, headers = ask(address, path)
    assert status == (404 if path == "/no/such/page" else 200)
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert headers["Content-Type"] == KINDS[path]
    kept = "max-age=3600" if re.search(r"\.(css|js|svg|woff2)$", path) else "no-cache"
    assert headers.get("Cache-Control") == (kept if status == 200 else None)
    assert headers["Server"] == "nginx"
    compressed = path != "/face.woff2"
    assert (headers.get("Content-Encoding"), headers.get("Vary")) == (
        ("gzip", "Accept-Encoding") if compressed else (None, None)
    )
    assert "Set-Cookie" not in headers


def test_the_header_says_what_the_pages_say_and_who_may_frame_them(address: str, site: Path) -> None:
    _, headers = ask(address, "/fr/index.html")
    for name in ("index.html", "404.html", "fr/index.html", "ar/learn/a2.html", "ar/learn/a2/3.html"):
        (policy,) = html.parse(site / name).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert headers["Content-Security-Policy"] == f"{policy}; frame-ancestors 'none'"


def test_pages_work_behind_nginx_without_a_complaint(browser: Browser, address: str) -> None:
    watch = Watch(f"http://{address}/")
    context = browser.new_context()
    page = context.new_page()
    watch.on(page)
    for path in ("", "fr/index.html", "ar/learn/a2.html", "ar/learn/a2/3.html", "fr/teach/online-grooming.html"):
        page.goto(f"http://{address}/{path}")
        expect(page.locator("h1")).to_be_visible()
    page.locator("[data-bl-search]:visible").first.click()
    expect(page.locator(".bl-search input")).to_be_visible()
    assert watch.complaints == []
    context.close()


def test_a_wrong_address_leads_to_help_in_every_language(browser: Browser, address: str) -> None:
    page: Page = browser.new_page()
    page.goto(f"http://{address}/fr/learn/no/such.html")
    assert page.title() == "404 – Balise"
    assert page.evaluate("getComputedStyle(document.querySelector('.bl-languages a')).display") == "block"
    links = page.locator("section a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert links == [f"/{tag}/{name}.html" for tag in EVERY_LOCALE for name in ("help", "index")]
    page.locator("section[lang=ar] a").first.click()
    expect(page).to_have_url(f"http://{address}/ar/help.html")
    page.close()
