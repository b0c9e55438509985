"""What each field of a model is, from the text under it. Looked up when it is asked for: sources are slow to read."""

from __future__ import annotations

import ast
import inspect
from functools import cache
from itertools import pairwise
from textwrap import dedent

from pydantic import BaseModel


@cache
def field_docstrings(model: type[BaseModel]) -> dict[str, str]:
    """Map each documented field of a model, inherited ones among them, to its docstring, or to its description."""
    found = {name: info.description for name, info in model.model_fields.items() if info.description}
    for one in reversed(model.__mro__):
        if issubclass(one, BaseModel) and one.__module__ != BaseModel.__module__:
            found |= _own(one)
    return {name: text for name, text in found.items() if name in model.model_fields}


def _own(model: type[BaseModel]) -> dict[str, str]:
    try:
        source = inspect.getsource(model)
    except OSError:  # a model that was made, not written
        return {}
    found = {}
    for statement in ast.parse(dedent(source)).body:
        for field, text in pairwise(statement.body if isinstance(statement, ast.ClassDef) else ()):
            match field, text:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(said))):
                    found[name] = inspect.cleandoc(said)
    return found
