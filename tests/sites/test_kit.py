"""`balise pack MODULE`: one session on a USB key."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import html

from builders import minimal_module, site_workspace
from sharing import shared

KIT = "balise-t1-fr-2026-11-22"
OTHER = {"modules/other/module.yaml": minimal_module(code="t2", title="Une autre séance")}


def balise(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "balise", *words, "--root", str(root)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=dict(os.environ))


def make(folder: Path) -> None:
    root = site_workspace(folder / "course", OTHER)
    done = balise(root, "pack", "tiny", "--today", "2026-11-22")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Unpack it on the key and open COMMENCER.html." in done.stdout
    with ZipFile(root / f"dist/{KIT}.zip") as archive:
        archive.extractall(folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shared(tmp_path_factory, "kit", make)


@pytest.fixture
def kit(folder: Path) -> Path:
    return folder / KIT


def names(kit: Path) -> set[str]:
    return {path.relative_to(kit).as_posix() for path in kit.rglob("*") if path.is_file()}


def test_everything_the_first_page_leads_to_is_on_the_key(kit: Path) -> None:
    page = html.parse(kit / "COMMENCER.html").getroot()
    targets = [link.get("href").partition("#")[0] for link in page.iter("a", "link") if "data:" not in link.get("href")]
    assert [target for target in targets if not (kit / target).is_file()] == []
    assert {"site/fr/teach/present/t1.html", "site/fr/present/t1.html", "site/fr/teach/tiny.html"} <= set(targets)


def test_every_link_of_its_site_stays_on_the_key(kit: Path) -> None:
    broken = []
    for path in (kit / "site").rglob("*.html"):
        if path.name == "404.html":
            continue  # shown at any depth of a server: its links begin at its root
        for link in html.parse(path).getroot().iter("a"):
            target = (link.get("href") or "").partition("#")[0].partition("?")[0]
            if target and ":" not in target and not (path.parent / target).is_file():
                broken.append(f"{path.relative_to(kit)} -> {target}")
    assert broken == []


def test_folders_hold_what_is_prepared_presented_and_handed_out(kit: Path) -> None:
    found = names(kit)
    assert {
        "1-preparer/t1-guide-fr.pdf",
        "3-distribuer/t1-worksheet-fr.pdf",
        "3-distribuer/voting-cards-fr.pdf",
    } <= found
    assert not [name for name in found if name.startswith("3-") and "key" in name]


def test_sheets_of_other_modules_stay_at_home(kit: Path) -> None:
    assert not [name for name in names(kit) if "/t2-" in name and name.endswith((".pdf", ".docx", ".pptx"))]


def test_checksums_are_those_of_every_other_file(kit: Path) -> None:
    lines = (kit / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    said = {line[66:]: line[:64] for line in lines}
    assert said.keys() == names(kit) - {"SHA256SUMS"}
    assert all(hashlib.sha256((kit / name).read_bytes()).hexdigest() == digest for name, digest in said.items())


def test_the_same_session_gives_the_same_bytes(folder: Path) -> None:
    zipped = folder / f"course/dist/{KIT}.zip"
    before = zipped.read_bytes()
    zipped.unlink()
    assert balise(folder / "course", "pack", "tiny", "--today", "2026-11-22").returncode == 0
    assert zipped.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["tinny"], 'there is no module "tinny". did you mean "tiny"?'),
        (["tiny", "--locale", "de"], 'there is no language "de".'),
        (["tiny", "--minutes", "5"], "tiny: there is no delivery of 5 minutes or less for the setting"),
        (["tiny", "--setting", "assembly"], 'for the setting "assembly"; there are: 10 (class)'),
    ],
)
def test_what_cannot_be_packed_is_said_and_nothing_is_written(tmp_path: Path, words: list[str], said: str) -> None:
    root = site_workspace(tmp_path / "course", OTHER)
    done = balise(root, "pack", *words)
    assert (done.returncode, said in done.stderr) == (1, True), done.stderr
    assert not (root / "dist").exists()
