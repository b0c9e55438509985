"""What the law says, from the registry, always with the rule for minors."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from balise.fields import EntryId, Markdown
from balise.parts import Activity
from balise.registries.law import Law, Penalty


class LawBrief(Activity):
    """Laws shown from the registry: their text, their penalties and the rule for minors are never typed here."""

    refers: ClassVar[dict[str, str]] = {"laws": "law"}

    type: Literal["law_brief"]
    intro: Markdown
    """What the law protects, in a sentence or two."""
    laws: tuple[EntryId, ...] = Field(min_length=1)
    """Ids of the laws shown."""
    penalties: Literal["all", "base", "none"] = "all"
    """How many of the penalties to show: `all`, only the `base` case, or `none`.

    The rule for minors shows whenever one of the laws has a penalty.
    """
    questions: tuple[Markdown, ...] = ()
    """What to talk about."""
    key_points: tuple[Markdown, ...] = ()
    """What to end on."""

    def shown(self, law: Law) -> tuple[Penalty, ...]:
        """Return the penalties of a law that learners see."""
        if self.penalties == "all":
            return law.penalties
        return law.penalties[:1] if self.penalties == "base" else ()


MEMBER = LawBrief
