"""A picture that is absent, too heavy, not what its name says, or that holds more than a picture.

## What it checks
Each `file` of a `picture` is in the module's `media/` folder; weighs 1 MB at most and measures 4000 pixels at most;
is what its ending says; carries no Exif data. An SVG holds shapes and words only: no script, no animation, nothing
fetched from elsewhere, no declaration. None of this can be allowed.

## Why
Pages are read on old telephones; a photograph may say where it was taken; a drawing is a program when it can be.

## Example
    picture: {file: carte.png, alt: …, credit: …}    # and `media/` holds `carte.jpg`

## Instead
    picture: {file: carte.jpg, alt: …, credit: …}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from balise import svg
from balise.checking import Finding
from balise.course import Course
from balise.diagnostics import Severity, did_you_mean
from balise.images import KINDS, kind_of, size_of, tells_where
from balise.pictures import HEAVIEST, cited, media_folder

ID = "pictures"
SEVERITY = Severity.ERROR
WIDEST = 4000
SMALLER = "export it again, about 1600 pixels wide: enough for a screen and for paper"
PLAIN = "export it again as a plain SVG of shapes, without scripts, links, declarations or metadata"


def check(course: Course, today: date) -> Iterator[Finding]:  # noqa: ARG001
    """Yield pictures that cannot be shown as they are."""
    for slug, document in course.modules.items():
        folder = media_folder(course.root, slug)
        for path, picture in cited(document.module) if document.module else ():
            for text, advice in faults(folder, picture.file, course.root):
                # Without its document: a module cannot allow a drawing that runs, nor a picture that is not there.
                yield Finding(document.source.locate((*path, "file")), f'"{picture.file}" {text}', advice)


def faults(folder: Path, name: str, root: Path) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the file of a picture, and what to do."""
    # Its name as listed: on some systems `A.svg` opens `a.svg`, and no server does.
    files = [file.name for file in folder.iterdir() if file.is_file()] if folder.is_dir() else []
    where = folder.relative_to(root).as_posix()
    file = folder / name
    if name not in files:
        yield f"is not in `{where}/`", did_you_mean(name, files) or "put the file there"
    elif file.is_symlink():
        yield "is a link to another file", f"put the file itself in `{where}/`"
    elif (weight := file.stat().st_size) > HEAVIEST:
        yield f"weighs {weight / 1_000_000:.2f} MB, and at most 1 MB is shown", SMALLER
    else:
        yield from _faults_within(file.read_bytes(), file.suffix)


def _faults_within(content: bytes, suffix: str) -> Iterator[tuple[str, str]]:
    kind, wanted = kind_of(content), KINDS[suffix]
    if kind != wanted:
        really = next((ending for ending, name in KINDS.items() if name == kind), "")
        advice = f"it is {kind}: give it the ending `{really}`, here too" if kind else f"export it again as {wanted}"
        yield f"is not {wanted}, as its ending says", advice
    elif kind == "SVG" and (faults := svg.faults(content)):
        yield from ((fault, PLAIN) for fault in faults)
    elif (size := size_of(content)) is None:
        need = 'give `<svg>` a `viewBox="0 0 width height"`' if kind == "SVG" else "export it again"
        yield "does not say how wide and high it is", need
    elif max(size) > WIDEST:
        yield f"measures {size[0]} × {size[1]}, and at most {WIDEST} each way is shown", SMALLER
    elif tells_where(content):
        yield "carries Exif data, which may say where and when it was taken", "export it again without metadata"
