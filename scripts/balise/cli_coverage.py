"""`balise coverage`: what is taught and what is assessed."""

from __future__ import annotations

from pathlib import Path

import click

from balise.cli_options import ROOT, course_of


@click.command()
@ROOT
@click.argument("slugs", nargs=-1)
def coverage(root: Path, slugs: tuple[str, ...]) -> None:
    """Show which activity serves and which item assesses each objective, and which module serves each curriculum.

    \b
    Examples:
      balise coverage                    the whole course
      balise coverage online-grooming    one module
    """
    from balise.coverage import framework_rows, served
    from balise.diagnostics import did_you_mean
    from balise.registries.framework import Framework

    course = course_of(root)
    modules = {slug: document.module for slug, document in course.modules.items() if document.module}
    for slug in slugs:
        if slug not in modules:
            raise click.ClickException(f'no module is called "{slug}". {did_you_mean(slug, modules)}'.strip())
    shown = {slug: modules[slug] for slug in slugs or modules}
    for slug, module in shown.items():
        _show_module(slug, module)
    click.echo("framework × module: how many objectives serve it")
    codes = " ".join(f"{module.code:>4}" for module in shown.values())
    click.echo(f"{'':<28} {codes}")
    for row in framework_rows([*map(served, shown.values())], course.registry.of(Framework)):
        counts = " ".join(f"{count or '·':>4}" for count in row.modules)
        click.echo(f"{row.framework.id:<28} {counts}")


def _show_module(slug: str, module: object) -> None:
    from balise.coverage import objective_rows
    from balise.model import Module

    assert isinstance(module, Module)  # noqa: S101
    click.echo(f"{slug} ({module.code})")
    for row in objective_rows(module):
        activities = ", ".join(activity.id for activity in row.activities) or "nothing"
        items = "; ".join(f"{title}: {', '.join(map(str, numbers))}" for title, numbers in row.items if numbers)
        click.echo(f"  {row.objective.id:<18} taught by {activities}")
        click.echo(f"  {'':<18} assessed by {items or 'nothing'}")
    click.echo()
