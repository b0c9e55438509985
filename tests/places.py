"""Local editions of invented places, for tests."""

from __future__ import annotations

from typing import Any

from builders import SHARED

PORT = f"{SHARED}/editions/port.yaml"


def contact(name: str, number: str, **more: Any) -> dict[str, Any]:
    ways = [{"kind": "phone", "value": number}]
    return {
        "name": name,
        "contacts": ways,
        "source": "https://port.example/",
        "verified_on": "2026-11-02",
        "review_by": "2027-11-02",
        **more,
    }


def port(**more: Any) -> dict[str, Any]:
    """Return a local edition of an invented place."""
    return {
        "title": "Port (exemple)",
        "jurisdiction": "fr",
        "example": True,
        "nurse": contact("Infirmerie du Port", "04 65 71 00 01", hours="le matin"),
        "court": contact("Tribunal du Port", "04 65 71 00 09"),
        **more,
    }
