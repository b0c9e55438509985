"""The JSON Schema of modules, for completion and hover text in editors."""

from __future__ import annotations

import json
from pathlib import Path

from balise.model import Module


def module_schema() -> str:
    """Return the schema as text, the same bytes for the same models."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Module.model_json_schema()}
    schema["title"] = "Balise module"
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def schema_file(root: Path) -> Path:
    return root / "modules" / "module.schema.json"
