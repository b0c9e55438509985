"""The zip for a USB key."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from balise.cli import main
from balise.pack import NoSiteError, pack


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "fr").mkdir(parents=True)
    (folder / "fr/index.html").write_text("<p>Été</p>", encoding="utf-8")
    (folder / "index.html").write_text("<p>Balise</p>", encoding="utf-8")
    (folder / "catalog.json").write_text(json.dumps({"edition": "2026-11-22"}), encoding="utf-8")
    return folder


def test_the_zip_holds_the_whole_site_in_one_folder(site: Path, tmp_path: Path) -> None:
    target = pack(site, tmp_path / "dist")
    assert target == tmp_path / "dist/balise-2026-11-22.zip"
    with ZipFile(target) as archive:
        assert archive.namelist() == [
            f"balise-2026-11-22/{name}"
            for name in ("LISEZMOI-README.txt", "SHA256SUMS", "catalog.json", "fr/index.html", "index.html")
        ]
        assert archive.read("balise-2026-11-22/fr/index.html").decode() == "<p>Été</p>"
        assert "index.html" in archive.read("balise-2026-11-22/LISEZMOI-README.txt").decode()


def test_the_checksums_are_those_of_every_other_file(site: Path, tmp_path: Path) -> None:
    with ZipFile(pack(site, tmp_path)) as archive:
        lines = archive.read("balise-2026-11-22/SHA256SUMS").decode().splitlines()
        said = {line[66:]: line[:64] for line in lines}
        names = [name.partition("/")[2] for name in archive.namelist()]
        assert sorted(said) == sorted(name for name in names if name != "SHA256SUMS")
        for name, digest in said.items():
            assert digest == hashlib.sha256(archive.read(f"balise-2026-11-22/{name}")).hexdigest()


def test_the_same_site_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    first = pack(site, tmp_path / "one").read_bytes()
    (site / "index.html").touch()
    assert pack(site, tmp_path / "two").read_bytes() == first


def test_a_local_edition_is_packed_by_its_name_wherever_it_was_built(site: Path, tmp_path: Path) -> None:
    own = site / "local/lyon"
    (own / "fr").mkdir(parents=True)
    (own / "fr/index.html").write_text("<p>Lyon</p>", encoding="utf-8")
    (own / "catalog.json").write_text(
        json.dumps({"edition": "2026-11-22", "local_edition": {"name": "lyon"}}), encoding="utf-8"
    )
    for built in (site, own):
        target = pack(built, tmp_path / "dist", "lyon")
        assert target.name == "balise-lyon-2026-11-22.zip"
        with ZipFile(target) as archive:
            assert archive.read("balise-lyon-2026-11-22/fr/index.html") == b"<p>Lyon</p>"
    with pytest.raises(NoSiteError, match="balise build --edition paris"):
        pack(site, tmp_path / "dist", "paris")


def test_half_a_site_is_not_packed(site: Path, tmp_path: Path) -> None:
    (site / "catalog.json").unlink()
    with pytest.raises(NoSiteError):
        pack(site, tmp_path / "dist")
    done = CliRunner().invoke(main, ["pack", "--root", str(tmp_path)])
    assert (done.exit_code, done.output) == (1, "Error: there is no site to pack: run `balise build` first\n")
