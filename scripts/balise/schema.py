"""The JSON Schema of modules, for completion and hover text in editors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core.core_schema import ModelSchema

from balise.docstrings import field_docstrings
from balise.model import Module


class Described(GenerateJsonSchema):
    """Says of each property what the text under its field says."""

    def model_schema(self, schema: ModelSchema) -> dict[str, Any]:
        made = super().model_schema(schema)
        model: type[BaseModel] = schema["cls"]
        for name, text in field_docstrings(model).items():
            if name in made.get("properties", {}):
                made["properties"][name].setdefault("description", text)
        return made


def module_schema() -> str:
    """Return the schema as text, the same bytes for the same models."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Module.model_json_schema(schema_generator=Described),
    }
    schema["title"] = "Balise module"
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def schema_file(root: Path) -> Path:
    return root / "modules" / "module.schema.json"
