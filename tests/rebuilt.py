"""A small built course to change and build again, and what shows which files of its site were made anew."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from multiprocessing import Pipe, get_context
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from balise.building import run
from balise.discovery import members
from balise.pipeline import check_course
from builders import SHARED, TODAY, edited, minimal_module, po, site_workspace
from built import copied
from places import PORT, port
from sharing import shared

TINY, OTHER, APART = (f"modules/{slug}/module.yaml" for slug in ("tiny", "other", "apart"))
DRAWING = "modules/other/media/doors.svg"
ABOUT = "content/fr/about.md"
SENTENCES = ("Attendre.", "Patienter.")
LOCALES = {"fr", "en"}
Files: TypeAlias = dict[str, tuple[int, bytes]]


def course() -> dict[str, Any]:
    """Return a course of three modules: one, another that speaks of it and has a picture, one apart from both."""
    picture = {"file": "doors.svg", "alt": "Trois portes.", "caption": "Choisis la tienne.", "credit": "Nous, CC0"}
    note = "Après [](module:tiny). On y lit [](penalty:fr.image/base), et [](law:fr.minors)."
    other = minimal_module(code="t2", title="Une autre séance", content_note=note)
    apart = minimal_module(code="t3", title="Une séance à part", services=["fr.17", "fr.119"])
    slots = [{"id": "who", "label": "Qui peut aider ?"}]
    plan = {
        **apart["lessons"][0]["activities"][0],
        "type": "plan",
        "intro": "Pense à un [](term:trusted-adult).",
        "slots": slots,
    }
    texts = {
        "title": ("Une séance", "A session"),
        "summary": ("On apprend à qui parler.", "Who to talk to."),
        "quizzes/check/items/first/stem": ("Que faire ?", "What to do?"),
    }
    rule = {"title": ("Cours", "Course"), "law/fr.future/text": ("La règle : Une loi à venir.", "A rule.")}
    return {
        f"{SHARED}/locales/en.po": po("en", rule),
        OTHER: edited(other, "lessons/0/activities/0/picture", picture),
        APART: edited(apart, "lessons/0/activities/0", {name: plan[name] for name in plan if name != "prompts"}),
        DRAWING: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 18"><path d="M2 2h9v9z"/></svg>',
        "modules/tiny/locales/en.po": po("en", texts),
        "content/en/index.md": "# Home\n\nCall [](service:fr.17).\n",
        ABOUT: "# Ce site\n\nVoir [](law:fr.image).\n",
        PORT: port(),
        f"{SHARED}/editions/val.yaml": port(title="Val (exemple)"),
    }


def built(factory: pytest.TempPathFactory) -> Path:
    """Return this course, built. Not to be written to."""
    root = shared(factory, "rebuilt", lambda folder: build(site_workspace(folder / "course", course()))) / "course"
    check_course(root, TODAY)  # the processes of each build inherit what this one has loaded
    members("outputs")
    return root


def rewritten(path: Path, damage: Callable[[bytes], bytes]) -> None:
    """Change what a file holds in place: another name of the same file is damaged too."""
    with path.open("r+b") as file:
        content = damage(file.read())
        file.seek(0)
        file.write(content)
        file.truncate()


def change(root: Path) -> None:
    """Change a sentence of the course, and take a page away to which every other page leads."""
    replaced(root / TINY, *SENTENCES)
    (root / ABOUT).rename(root / "about.md")


def undo(root: Path) -> None:
    """Make of it what it was before it was changed."""
    replaced(root / TINY, *reversed(SENTENCES))
    (root / "about.md").rename(root / ABOUT)


def changed(factory: pytest.TempPathFactory, root: Path) -> Path:
    """Return the site this course makes once it has changed, where nothing was ever built."""

    def make(folder: Path) -> None:
        change(twin(root, folder / "course"))
        clean(folder / "course", folder / "clean")

    return shared(factory, "changed", make) / "clean/site"


def build(root: Path, *locales: str, **options: Any) -> None:
    """Build a course, which must succeed."""
    assert run(root, TODAY, locales, **options)


def begun(root: Path, before: Callable[[], object] = lambda: None, **options: Any) -> ForkProcess:
    """Begin a build in a session of its own, whose processes can be killed together; `before` is done there first."""
    here, there = Pipe()

    def work() -> None:
        os.setsid()
        there.send("begun")
        before()
        sys.exit(not run(root, TODAY, **options))

    process = get_context("fork").Process(target=work)
    process.start()
    here.recv()
    return process


def clean(root: Path, to: Path, *locales: str, **options: Any) -> Path:
    """Return the site that the sources of a course give where nothing was ever built."""
    to.mkdir(parents=True)
    build(copied(root, to), *locales, **options)
    return to / "site"


def twin(root: Path, to: Path) -> Path:
    """Copy a built course, its memory with it: what is one file under two names stays one."""
    known: dict[int, str] = {}

    def copy(source: str, target: str) -> None:
        number = Path(source).stat().st_ino
        if number in known:
            os.link(known[number], target)
        else:
            shutil.copy2(source, target)
            known[number] = target

    shutil.copytree(root, to, copy_function=copy)
    return to


def files(site: Path) -> Files:
    """Return every file of a site: what it holds and, of what is made of the course, which it is on the disk."""
    found = {path.relative_to(site): path for path in site.rglob("*") if path.is_file()}
    return {
        name.as_posix(): (path.stat().st_ino if name.parts[0] in LOCALES else 0, path.read_bytes())
        for name, path in found.items()
    }


def touched(before: Files, after: Files) -> set[str]:
    """Return the files that came, went, were made anew or hold something else."""
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def replaced(file: Path, old: str, new: str) -> None:
    """Write something else in a file, where it is once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} in {file}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def left_behind(root: Path) -> list[str]:
    """Return what is beside the site of a course that only a build at work may have there."""
    return sorted(path.name for path in root.iterdir() if path.name.startswith("site.") or path.suffix == ".lock")
