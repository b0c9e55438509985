"""`balise edition`: what printed sheets say, kept so that they can be judged years later."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from balise.cli_options import ROOT, course_of

if TYPE_CHECKING:
    from balise.editions import JudgedEdition
    from balise.history import Edition


@click.group()
def edition() -> None:
    """Record what printed sheets say, and judge those of past editions."""


@edition.command(name="record")
@ROOT
@click.option("--force", is_flag=True, help="Replace a record that says something else.")
def record_(root: Path, *, force: bool) -> None:
    """Write what the sheets of the current edition say: modules/_shared/history/EDITION.yaml.

    The site then tells whoever scans one of these sheets, years later, what has changed since. Record an edition when
    it is published; from then on, a fact that changes needs a new edition (`edition:` in course.yaml).

    \b
    Example:
      balise edition record
    """
    from balise.recording import record, record_file, recorded, written

    course = course_of(root)
    file, known, new = record_file(course), recorded(course), record(course)
    if known == new:
        click.echo(f"{file} is current.")
        return
    if known and not force:
        raise click.ClickException(_refusal(known, new))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(written(new), encoding="utf-8")
    click.echo(f"Wrote {file}: {len(new.sheets)} sheets, {len(new.facts)} facts.")


def _refusal(known: Edition, new: Edition) -> str:
    """Say how a record differs from what would be written, and what to do."""
    before = {one.fact: one.said for one in known.facts}
    after = {one.fact: one.said for one in new.facts}
    facts = sorted(fact for fact in before.keys() | after.keys() if before.get(fact) != after.get(fact))
    sheets = {one.name: one for one in known.sheets}
    others = {one.name: one for one in new.sheets}
    changed = sorted(name for name in sheets.keys() | others.keys() if sheets.get(name) != others.get(name))
    return (
        f"edition {new.name} has been recorded with other facts ({_some(facts)}) or words ({_some(changed)}).\n"
        "If it has been published, give the edition a new date in modules/_shared/course.yaml, then record that.\n"
        "If nobody has printed it yet: balise edition record --force"
    )


def _some(names: list[str], most: int = 4) -> str:
    rest = len(names) - most
    return ", ".join(names[:most]) + (f" and {rest} more" if rest > 0 else "") or "none"


@edition.command(name="list")
@ROOT
def list_(root: Path) -> None:
    """List the editions, newest first, and what became of their sheets."""
    from balise.editions import Judge

    for one in Judge(course_of(root)).editions():
        click.echo(f"{one.edition.isoformat()}  {_state(one)}")


def _state(one: JudgedEdition) -> str:
    from balise.editions import Verdict

    if not one.sheets:
        return f"{one.verdict}, not recorded yet: balise edition record"
    counts = Counter(sheet.verdict for sheet in one.sheets)
    said = ", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict])
    return f"{len(one.sheets)} sheets: {said}"
