"""All registry entries, by kind and id. References in text find them here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar, cast

from balise.discovery import members, required
from balise.entry import Confidence, Entry

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Registry:
    """Entries by scheme (`law`, `service`…) then id; `evidence` maps a fact id to the confidence it allows."""

    entries: dict[str, dict[str, Entry]] = field(default_factory=dict)
    evidence: dict[str, Confidence] = field(default_factory=dict)
    edition: str = ""

    def get(self, scheme: str, entry_id: str) -> Entry | None:
        return self.entries.get(scheme, {}).get(entry_id)

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """Return every entry of a kind, in file order."""
        return cast(tuple[E, ...], tuple(self.entries.get(kind.scheme, {}).values()))

    def pick(self, kind: type[E], ids: tuple[str, ...]) -> tuple[E, ...]:
        """Return the entries with these ids, in that order.

        Raises:
            KeyError: for an unknown id; validation reports those before anything is rendered.
        """
        known = self.entries.get(kind.scheme, {})
        return cast(tuple[E, ...], tuple(known[entry_id] for entry_id in ids))

    def __iter__(self) -> Iterator[Entry]:
        for entries in self.entries.values():
            yield from entries.values()


def kinds() -> dict[str, type[Entry]]:
    """Map each scheme to its entry type."""
    types = [cast(type[Entry], required(module, "MEMBER")) for module in members("registries").values()]
    return {kind.scheme: kind for kind in types}
