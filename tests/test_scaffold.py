"""`balise new`: a module that is right from the start, and names that are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from balise.scaffold import ScaffoldError, write_module
from builders import MODULE, edited, minimal_module, report_of, workspace


def test_a_new_module_has_nothing_to_correct(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    assert write_module(root, "online-safety") == root / "modules/online-safety/module.yaml"
    assert report_of(root) == "0 errors, 0 warnings"


def test_two_new_modules_have_codes_of_their_own(tmp_path: Path) -> None:
    root = workspace(tmp_path, {MODULE: edited(minimal_module(), "code", "n2")})
    codes = []
    for name in ("one", "two"):
        written = write_module(root, name).read_text(encoding="utf-8")
        codes += [line.split()[1] for line in written.splitlines() if line.startswith("code:")]
    assert codes == ["n1", "n3"]
    assert report_of(root) == "0 errors, 0 warnings"


def test_every_comment_of_the_template_stays(tmp_path: Path) -> None:
    written = write_module(workspace(tmp_path), "x").read_text(encoding="utf-8")
    assert written.startswith("# yaml-language-server: $schema=../module.schema.json\n")
    assert "CODE" not in written


@pytest.mark.parametrize(
    "name", ["", "Été", "a b", "../x", "/x", "a/b", ".", "-a", "a-", "a--b", "_shared", "A", "a\n", "x" * 61]
)
def test_a_name_that_cannot_be_an_address_is_refused(name: str, tmp_path: Path) -> None:
    root = workspace(tmp_path)
    before = sorted(root.rglob("*"))
    with pytest.raises(ScaffoldError, match="cannot name a module: use lower-case letters, digits and hyphens"):
        write_module(root, name)
    assert sorted(root.rglob("*")) == before


def test_a_module_that_exists_is_not_touched(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    before = (root / MODULE).read_bytes()
    with pytest.raises(ScaffoldError, match="exists already; nothing was written"):
        write_module(root, "tiny")
    assert (root / MODULE).read_bytes() == before


def test_a_folder_without_modules_is_no_course(tmp_path: Path) -> None:
    with pytest.raises(ScaffoldError, match="there is no modules/ folder"):
        write_module(tmp_path, "x")
