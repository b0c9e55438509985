"""When a build can be skipped: nothing it depends on has changed, and the site is whole."""

from __future__ import annotations

import hashlib
import json
import os
import time
from datetime import date
from pathlib import Path

import pytest

from balise import unchanged
from balise.cache import common_key, module_keys
from balise.catalogs import State
from balise.changeover import Changeover
from balise.course import Course
from balise.store import memory
from balise.units import Units
from builders import MODULE, SHARED, course_of, workspace

DAY = date(2026, 11, 22)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {"site_overrides/main.html": "x", "content/en/index.md": "# Home\n", "modules/tiny/media/doors.svg": "x"}
    return workspace(tmp_path / "course", files)


def held(root: Path, day: date = DAY, languages: tuple[str, ...] = ()) -> str:
    """Return a hash of everything a build depends on."""
    return unchanged.Inputs(root, day, languages).held


def built(root: Path) -> Path:
    """Pretend a site was built."""
    folder = root / "site"
    (folder / "fr").mkdir(parents=True)
    (folder / "fr" / "index.html").write_text("<p>Accueil</p>", encoding="utf-8")
    seal = hashlib.sha256((folder / "fr" / "index.html").read_bytes()).hexdigest()
    (folder / "catalog.json").write_text(json.dumps({"artifacts": {"fr/index.html": seal}}), encoding="utf-8")
    unchanged.remember(unchanged.Inputs(root, DAY, ()), folder)
    return folder


@pytest.mark.parametrize(
    "name",
    [
        "mkdocs.yml",
        MODULE,
        f"{SHARED}/laws/fr.yaml",
        f"{SHARED}/locales/en.po",
        "content/fr/index.md",
        "site_overrides/main.html",
        "modules/tiny/media/doors.svg",
    ],
)
def test_a_changed_input_changes_the_fingerprint(name: str, root: Path) -> None:
    before = held(root)
    (root / name).write_text((root / name).read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert held(root) != before


def test_a_new_a_renamed_and_a_removed_file_change_the_fingerprint(root: Path) -> None:
    seen = [held(root)]
    new = root / "content/fr/new.md"
    new.write_text("# N\n", encoding="utf-8")
    seen.append(held(root))
    new = new.rename(root / "content/fr/other.md")
    seen.append(held(root))
    assert len(set(seen)) == 3
    new.unlink()
    assert held(root) == seen[0]


def test_the_day_and_the_languages_change_the_fingerprint(root: Path) -> None:
    seen = {held(root, day, languages) for day in (DAY, date(2026, 11, 23)) for languages in ((), ("fr",))}
    assert len(seen) == 4


def test_what_does_not_matter_leaves_the_fingerprint(root: Path) -> None:
    before = held(root)
    os.utime(root / MODULE, (0, 0))
    (root / "notes.txt").write_text("x", encoding="utf-8")
    (root / "site").mkdir()
    (root / "modules/tiny/locales/tiny.pot").write_text("x", encoding="utf-8")
    assert held(root) == before


def test_a_file_changed_behind_the_clock_is_seen(root: Path) -> None:
    """An archive may give every file the same time, and a wrong number is as long as the right one."""
    folder = built(root)
    file = root / SHARED / "services/fr.yaml"
    before, text = file.stat(), file.read_bytes()
    file.write_bytes(text.replace(b"3018", b"3020"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert unchanged.is_current(unchanged.Inputs(root, DAY, ()), folder) is False
    file.write_bytes(text)
    assert unchanged.is_current(unchanged.Inputs(root, DAY, ()), folder) is True


def test_what_was_written_last_is_read_again_next_time(root: Path) -> None:
    """It may be written again between two ticks of the clock: nobody would see it."""
    time.sleep(0.2)
    (root / MODULE).write_bytes((root / MODULE).read_bytes())
    noted = unchanged.Inputs(root, DAY, ()).files
    assert str(root / MODULE) not in noted
    assert str(root / f"{SHARED}/laws/fr.yaml") in noted


def test_a_site_made_from_these_inputs_is_current(root: Path) -> None:
    folder = built(root)
    assert unchanged.is_current(unchanged.Inputs(root, DAY, ()), folder) is True


def test_a_site_made_from_others_is_not(root: Path) -> None:
    folder = built(root)
    assert unchanged.is_current(unchanged.Inputs(root, DAY, ("fr",)), folder) is False


HARMS = ["no-site", "no-catalog", "other-catalog", "no-memory", "broken-memory", "odd-memory", "odd-notes"]


@pytest.mark.parametrize("harm", HARMS)
def test_a_site_that_was_touched_is_not_current(harm: str, root: Path) -> None:
    folder, memory = built(root), root / ".cache/balise/last.json"
    match harm:
        case "no-site":
            folder.rename(root / "elsewhere")
        case "no-catalog":
            (folder / "catalog.json").unlink()
        case "other-catalog":
            (folder / "catalog.json").write_text("{}", encoding="utf-8")
        case "no-memory":
            memory.unlink()
        case "broken-memory":
            memory.write_text("{", encoding="utf-8")
        case "odd-notes":
            files = {str(root / "mkdocs.yml"): [[], "zz"], str(root / MODULE): 7}
            memory.write_text(json.dumps({"files": files}), encoding="utf-8")
        case _:
            memory.write_text("[]", encoding="utf-8")
    assert unchanged.is_current(unchanged.Inputs(root, DAY, ()), folder) is False


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_a_site_with_a_page_gone_or_changed_is_not_current(harm: str, root: Path) -> None:
    folder = built(root)
    page = folder / "fr" / "index.html"
    page.unlink() if harm == "gone" else page.write_text("<p>x</p>", encoding="utf-8")
    assert unchanged.is_current(unchanged.Inputs(root, DAY, ()), folder) is False


@pytest.mark.parametrize("exchange", [True, False])
def test_a_new_site_takes_the_place_of_the_old(
    *, exchange: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not exchange:  # as on a system that cannot
        monkeypatch.setattr("balise.changeover.sys.platform", "other")
    (tmp_path / "site").mkdir()
    change = Changeover(tmp_path / "site", tmp_path / "cache")
    change.begin(print)
    for place in (change.aside, change.target):
        place.mkdir(exist_ok=True)
        (place / "page").write_text(place.name, encoding="utf-8")
    change.end()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "site"]
    assert (tmp_path / "site" / "page").read_text(encoding="utf-8") == "site.building"


def test_what_a_killed_build_left_behind_is_cleared_and_the_old_site_comes_back(tmp_path: Path) -> None:
    for name in ("site.old", "site.building"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page").write_text(name, encoding="utf-8")
    change = Changeover(tmp_path / "site", tmp_path / "cache")
    change.begin(print)
    change.leave()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "site"]
    assert (tmp_path / "site" / "page").read_text(encoding="utf-8") == "site.old"


def test_a_build_waits_for_another_of_the_same_site_and_says_so(tmp_path: Path) -> None:
    first, second = (Changeover(tmp_path / "site", tmp_path / "cache") for _ in range(2))
    first.begin(print)
    said: list[str] = []

    def say(line: str) -> None:
        said.append(line)
        first.leave()

    second.begin(say)
    second.leave()
    assert said == ["Another build of this site is at work: waiting for it."]


@pytest.mark.parametrize("name", [MODULE, f"{SHARED}/laws/fr.yaml"])
def test_what_is_remembered_is_of_files_as_they_were_read(name: str, root: Path) -> None:
    """A file saved while a site is built must not find the page of what it said before."""
    course = course_of(root)
    keys = keys_of(course)
    (root / name).write_text((root / name).read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert keys_of(course) == keys
    assert keys_of(course_of(root)) != keys


def test_a_language_all_of_which_is_reviewed_at_last_says_so_on_every_page(root: Path) -> None:
    """Another language that nobody has reviewed yet changes nothing in that."""
    course = course_of(root)

    def keys(reviewed_by: str) -> dict[str, str]:
        words = (State("", "en", 1, 0, 0, reviewed_by), State("", "es", 1, 0, 0, ""))
        course.states = {"": words, "tiny": (State("tiny", "en", 1, 0, 0, "Ana"), State("tiny", "es", 1, 0, 0, ""))}
        return Units(memory(root), course, "en", ("fr", "en", "es"), "").keys(course.modules)

    assert keys("") != keys("Ana")


def keys_of(course: Course) -> dict[str, str]:
    return module_keys(course, "fr", common_key(course, "fr"), course.modules)
