"""The words of the interface, found in templates and code. They are written in French and keyed by themselves."""

from __future__ import annotations

from functools import cache

from babel.messages.extract import extract_from_dir

from balise.discovery import PACKAGE

METHODS = [("**/templates/new-module.yaml", "ignore"), ("**.html", "jinja2"), ("**.py", "python")]
KEYWORDS = {"_": None, "message": None}
OPTIONS = {"**.html": {"extensions": "jinja2.ext.do", "trim_blocks": "true", "lstrip_blocks": "true"}}


@cache
def interface_messages() -> tuple[str, ...]:
    """Return every word of the interface once, in file order."""
    found = extract_from_dir(str(PACKAGE), METHODS, OPTIONS, KEYWORDS)
    return tuple(dict.fromkeys(text for _, _, text, _, _ in found if isinstance(text, str) and text))
