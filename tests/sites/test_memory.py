"""What builds remember is only a help: damaged, too old or in use by another build, it never changes a site."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from balise.building import run
from balise.store import Store
from builders import TODAY
from built import differing
from rebuilt import (
    SENTENCES,
    TINY,
    begun,
    build,
    built,
    change,
    changed,
    clean,
    left_behind,
    replaced,
    rewritten,
    twin,
    undo,
)


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built course. Not to be written to."""
    return built(tmp_path_factory)


@pytest.fixture(scope="session")
def right(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What it makes once it has changed."""
    return changed(tmp_path_factory, root)


@pytest.fixture
def own(root: Path, tmp_path: Path) -> Path:
    """A copy of the built course, to write to: its site and memory come with it."""
    return twin(root, tmp_path / "course")


def memory(root: Path) -> list[Path]:
    """Return every file builds have left in memory."""
    return sorted(path for path in (root / ".cache").rglob("*") if path.is_file())


def size(root: Path) -> int:
    return sum(path.stat().st_size for path in memory(root))


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGE: tuple[Callable[[Path], None], ...] = (
    lambda _: None,  # what is spared must not be believed because of what is not, nor the other way round
    Path.unlink,
    folder_instead,
    lambda path: rewritten(path, lambda _: b""),
    lambda path: rewritten(path, lambda content: content[: len(content) // 2]),
    lambda path: rewritten(path, lambda _: bytes(range(256))),
    lambda path: rewritten(path, lambda content: content.replace(b"1", b"2")),
    lambda path: rewritten(path, lambda content: content.replace(b"e", b"a", 40)),
    lambda path: rewritten(path, lambda content: content[:-9] + b"?" + content[-8:]),
)


@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_memory_changes_nothing_but_time(
    seed: int, own: Path, right: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    some = Random(seed)  # noqa: S311
    for path in memory(own):
        some.choice(DAMAGE)(path)
    change(own)
    build(own)
    assert differing(own / "site", right) == []
    assert "Traceback" not in "".join(capfd.readouterr())


def test_where_nothing_can_be_remembered_a_site_is_built(own: Path, right: Path) -> None:
    for folder in ("memory", "templates"):
        shutil.rmtree(own / ".cache/balise" / folder)
        (own / ".cache/balise" / folder).touch()
    change(own)
    build(own)
    assert differing(own / "site", right) == []


def test_a_note_under_the_name_of_another_is_not_believed(own: Path, right: Path) -> None:
    notes = sorted((own / ".cache/balise/memory/notes").iterdir())
    said = [note.read_bytes() for note in notes]
    for note, other in zip(notes, (*said[1:], said[0]), strict=True):
        rewritten(note, lambda _, other=other: other)  # type: ignore[misc]
    change(own)
    build(own)
    assert differing(own / "site", right) == []


def test_a_file_where_a_folder_must_be_is_said_and_the_site_stays(
    own: Path, root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(own / ".cache")
    (own / ".cache").touch()
    change(own)
    assert run(own, TODAY) is False
    assert "/.cache/balise/locks: Not a directory. A build needs a folder of that name." in "".join(capfd.readouterr())
    assert differing(own / "site", root / "site") == []


def test_a_page_edited_by_hand_in_the_site_is_made_right_again(own: Path, right: Path) -> None:
    """It may be the very file that is remembered."""
    for page in (own / "site").rglob("*.html"):
        rewritten(page, lambda content: content + b"<p>By hand</p>")
    change(own)
    build(own)
    assert differing(own / "site", right) == []


def test_a_page_put_in_the_place_of_another_is_not_believed(root: Path, own: Path) -> None:
    """An archive gives files back the times they had."""
    build(own)  # what was copied is known from now on
    for page in (own / ".cache/balise/memory/pages").rglob("*"):
        if page.is_file():
            other = page.with_name("other")
            other.write_bytes(page.read_bytes().replace(b"e", b"a", 40))
            shutil.copystat(page, other)
            other.replace(page)
    build(own)
    assert differing(own / "site", root / "site") == []


def test_what_has_not_changed_is_not_even_read(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(own)
    read: set[str] = set()
    page = Store.page
    monkeypatch.setattr(Store, "page", lambda store, digest: read.add(digest) or page(store, digest))
    build(own)
    lessons = {sha256(file.read_bytes()).hexdigest() for file in (own / "site").glob("*/learn/**/*.html")}
    assert len(lessons) > 9
    assert not read & lessons


def test_a_page_edited_by_hand_is_not_kept_for_another_day(root: Path, own: Path) -> None:
    page = own / "site/fr/learn/t1/2.html"
    rewritten(page, lambda content: content + b"<p>By hand</p>")
    change(own)
    build(own)
    undo(own)
    build(own)
    assert differing(own / "site", root / "site") == []


@pytest.mark.parametrize("seed", range(2))
def test_what_an_earlier_site_left_is_not_believed(seed: int, own: Path, right: Path) -> None:
    build(own)
    spare, some = own / ".cache/balise/spare", Random(seed)  # noqa: S311
    left = sorted(path for path in spare.rglob("*") if path.is_file())
    assert len(left) > 50
    for path in left:
        some.choice(DAMAGE)(path)
        (path.parent / "stray.html").write_text("<p>Stray</p>", encoding="utf-8")
    learn = next(spare.rglob("en/learn"))
    shutil.rmtree(learn)
    learn.touch()
    change(own)
    build(own)
    assert differing(own / "site", right) == []


def test_one_earlier_site_is_put_by_wherever_sites_are_built(own: Path) -> None:
    for target in (None, own / "elsewhere", own / "elsewhere", None):
        build(own, target=target)
    assert len(list((own / ".cache/balise/spare").iterdir())) == 1


def test_nothing_is_left_of_a_module_that_has_gone(own: Path, tmp_path: Path) -> None:
    build(own)  # there is an earlier site now
    shutil.rmtree(own / "modules/apart")
    build(own)
    assert differing(own / "site", clean(own, tmp_path / "clean")) == []
    assert [path for path in (own / "site").rglob("*") if path.is_dir() and not any(path.iterdir())] == []


def test_the_memory_has_a_bound(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("balise.store.ROOM", 0)  # what may be kept whatever the course: a tiny one never fills it
    sizes, said = [], SENTENCES[0]
    for number in range(5):
        replaced(own / TINY, said, said := f"Patienter {number} jours.")
        build(own, "fr")
        sizes.append(size(own))
    assert max(sizes) < 4 * size_of_site(own)
    assert sizes[-1] <= max(sizes[:-1]) * 1.02


def size_of_site(root: Path) -> int:
    return sum(path.stat().st_size for path in (root / "site").rglob("*") if path.is_file())


@pytest.mark.parametrize("memory", ["warm", "none"])
def test_builds_at_once_do_not_damage_each_other(memory: str, own: Path, right: Path) -> None:
    change(own)
    if memory == "none":
        shutil.rmtree(own / ".cache")
    builds = [begun(own, target=target) for target in (None, None, own / "elsewhere")]
    for one in builds:
        one.join()
    assert [one.exitcode for one in builds] == [0, 0, 0]
    assert differing(own / "site", right) == differing(own / "elsewhere", right) == []
    assert left_behind(own) == []


def test_a_disk_without_links_gives_the_same_site(own: Path, right: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr("os.link", refuse)
    change(own)
    build(own)
    assert differing(own / "site", right) == []
    assert {path.stat().st_nlink for path in (own / "site").rglob("search.js")} == {1}
