"""Provisions of law: what they say, what a court can decide, whether they apply today."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from balise.entry import Entry
from balise.fields import Day, Markdown, Part, Slug, Text


class Penalty(Part):
    """The most a court can decide for an adult."""

    rewordable: ClassVar[bool] = False

    id: Slug
    """Names the case: `base`, `online`, `minor`…"""
    case: Text
    """When it applies."""
    years: Annotated[int, Field(strict=True, ge=1, le=30)] | None = None
    """Years of imprisonment."""
    criminal: bool = Field(default=False, strict=True)
    """`true` when it is *réclusion criminelle*."""
    fine: Annotated[int, Field(strict=True, ge=1)] | None = None
    """Euros."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.years and not self.fine:
            raise ValueError("a penalty needs `years:` or `fine:`")
        return self


class Law(Entry):
    """A provision."""

    scheme: ClassVar[str] = "law"
    files: ClassVar[str] = "laws/*.yaml"

    title: Text
    """What it is about, in a few words."""
    reference: Text
    """How it is cited: “article 226-2-1 du code pénal”."""
    text: Markdown
    """What it says, in plain words."""
    status: Literal["in_force", "not_in_force", "historical"] = "in_force"
    """Whether it applies today."""
    group: Literal[
        "images",
        "grooming",
        "harassment",
        "exploitation",
        "rights",
        "duties",
        "minors",
        "platforms",
        "treaty",
    ]
    """Where the law page shows it."""
    in_force_since: Day | None = None
    """When it began to apply, where known."""
    penalties: tuple[Penalty, ...] = ()
    """What a court can decide."""
    applies_to_minors: bool = Field(default=True, strict=True)
    """Whether a minor can be its author: if so, the rule for minors is always shown with it."""
    note: Markdown | None = None
    """What to be careful about when speaking of it (facilitators)."""

    @property
    def label(self) -> str:
        return self.reference


MEMBER = Law
