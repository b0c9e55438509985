"""Stage 3: a part of the course in another locale.

What has no current translation stays in the source locale, marked.
"""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel

from balise.catalogs import Catalog
from balise.fields import Prose, Untranslated, prose_fields, step_name

P = TypeVar("P", bound=BaseModel)


def translate(part: P, catalog: Catalog, context: str = "") -> P:
    """Return a copy of `part` with every string translated, or an `Untranslated` copy of its source."""
    changes = {}
    for name, kind in prose_fields(type(part)).items():
        value = getattr(part, name)
        if kind is None and not isinstance(value, tuple | BaseModel):
            continue
        where = f"{context}/{name}" if context else name
        translated = _value(value, kind, catalog, where)
        if translated is not value:
            changes[name] = translated
    return part.model_copy(update=changes) if changes else part


def _value(value: Any, kind: Prose | None, catalog: Catalog, context: str) -> Any:
    if isinstance(value, BaseModel):
        return translate(value, catalog, context)
    if isinstance(value, tuple):
        return tuple(
            _value(item, kind, catalog, f"{context}/{step_name(item, index)}") for index, item in enumerate(value)
        )
    if isinstance(value, str) and kind:
        return catalog.current(context, value) or Untranslated(value)
    return value
