"""The JSON Schema editors read: current, described, and as wide as the models."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from balise.discovery import members
from balise.load import load
from balise.schema import module_schema, schema_file
from builders import PROJECT, minimal_module

SCHEMA = json.loads(module_schema())


def objects(part: Any) -> Iterator[dict[str, Any]]:
    """Yield every part of the schema that has properties."""
    if isinstance(part, dict):
        if isinstance(part.get("properties"), dict):
            yield part
        for child in part.values():
            yield from objects(child)
    elif isinstance(part, list):
        for child in part:
            yield from objects(child)


def test_the_file_on_disk_is_current() -> None:
    assert schema_file(PROJECT).read_text(encoding="utf-8") == module_schema(), "run `balise schema`"


def test_making_it_twice_gives_the_same_bytes() -> None:
    assert module_schema() == module_schema()


def test_every_key_has_words_to_show_on_hover() -> None:
    silent = [
        f"{one.get('title')}.{name}"
        for one in objects(SCHEMA)
        for name, info in one["properties"].items()
        if name != "type" and "description" not in info
    ]
    assert silent == []


def test_unknown_keys_are_refused_everywhere() -> None:
    assert [one.get("title") for one in objects(SCHEMA) if one.get("additionalProperties") is not False] == []


@pytest.mark.parametrize("family", ["items", "activities"])
def test_every_type_is_offered(family: str) -> None:
    offered = {
        info.get("const") for one in objects(SCHEMA) for name, info in one["properties"].items() if name == "type"
    }
    assert set(members(family)) <= offered


def validator() -> Any:
    return Draft202012Validator(SCHEMA)


def test_the_schema_accepts_the_tiny_module_and_refuses_an_unknown_key() -> None:
    assert list(validator().iter_errors(minimal_module())) == []
    assert len(list(validator().iter_errors({**minimal_module(), "tittle": "x"}))) == 1


@pytest.mark.parametrize("slug", sorted(path.parent.name for path in (PROJECT / "modules").glob("[a-z]*/module.yaml")))
def test_the_schema_accepts_every_real_module(slug: str) -> None:
    source = load(PROJECT / "modules" / slug / "module.yaml")
    assert [error.message for error in validator().iter_errors(source.data)] == []
