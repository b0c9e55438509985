"""Says how far long work is, where somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeAlias

import click

Say: TypeAlias = Callable[[int, int], None]
"""Told how many parts of the work are done, and of how many."""


def counter(label: str) -> Say:
    """Return what shows a count on one line, under a label; nothing where errors do not go to a terminal."""

    def say(done: int, of: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r{label}: {done}/{of}", err=True, nl=done == of)

    return say


def silent(done: int, of: int) -> None:
    """Say nothing."""
