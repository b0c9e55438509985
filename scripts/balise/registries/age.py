"""Age bands."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from balise.entry import Entry
from balise.fields import Text


class AgeBand(Entry):
    """A named age range."""

    scheme: ClassVar[str] = "age"
    files: ClassVar[str] = "age_bands.yaml"

    title: Text
    """“12–15 ans”."""
    classes: Text
    """School classes it covers."""
    low: Annotated[int, Field(strict=True, ge=3, le=25)]
    """From, in years."""
    high: Annotated[int, Field(strict=True, ge=3, le=99)]
    """To, in years."""

    @property
    def label(self) -> str:
        return self.title


MEMBER = AgeBand
