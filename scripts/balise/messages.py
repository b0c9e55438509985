"""Words of the interface. They are written in French in templates and code, and translated when rendered."""

from __future__ import annotations


class Message(str):
    """An interface string on its way to a page, translated there."""

    __slots__ = ()


def message(text: str) -> Message:
    """Mark an interface string for extraction and translation."""
    return Message(text)
