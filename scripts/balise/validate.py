"""Stage 2: a `Source` becomes a typed part of the course, or diagnostics in the author's words."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from balise.diagnostics import Diagnostic, did_you_mean
from balise.docstrings import field_docstrings
from balise.fields import EASY
from balise.load import Path_, Source

M = TypeVar("M", bound=BaseModel)

KINDS = {
    dict: "a mapping",
    list: "a list",
    str: "text",
    int: "a number",
    bool: "true or false",
    type(None): "empty",
}

NAME_ADVICE = "lower-case letters, digits and single hyphens, such as `warning-signs`"
TEXT_ADVICE = {
    type(None): "write it, or remove the key",
    dict: "a colon followed by a space makes a mapping: put the whole text in quotes",
}


def validate(model: type[M], source: Source) -> M | None:
    """Read `source` as `model`. What is wrong is added to `source.diagnostics`; then `None` is returned."""
    if source.data is None:
        if not source.diagnostics:
            source.fault("empty-file", "the file is empty", advice="`balise new <slug>` writes a module to fill in")
        return None
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            if _echo(fault):
                continue
            source.diagnostics.append(_diagnostic(model, source, fault))
        return None


def _name(path: Path_) -> str:
    """Name a place as its author would: its key, or which entry of a list."""
    if not path:
        return "the file"
    return str(path[-1]) if isinstance(path[-1], str) else f"{path[-2]}, entry {path[-1] + 1}"


def _echo(fault: Any) -> bool:
    """A list whose entries are wrong is reported as too short as well: only the entries are worth saying."""
    return bool(fault["type"] == "too_short" and len(fault["input"]) >= fault["ctx"]["min_length"])


def _diagnostic(model: type[BaseModel], source: Source, fault: Any) -> Diagnostic:
    path, missing = _path(source.data, fault["loc"])
    name = _name(path)
    code, text, advice = _words(model, fault, name if missing is None else missing)
    return Diagnostic(code, text, source.locate(path), help=advice)


def _path(data: Any, loc: tuple[str | int, ...]) -> tuple[Path_, str | None]:
    """Turn pydantic's location into a path of the YAML; also the missing key, if it is one.

    Pydantic inserts the `type` of a union's member; that step is not in the YAML.
    """
    path: list[str | int] = []
    for number, step in enumerate(loc):
        if isinstance(data, dict) and isinstance(step, str):
            if step in data:
                data = data[step]
                path.append(step)
            elif number == len(loc) - 1 or step != data.get("type"):
                return tuple(path), step
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
            path.append(step)
        else:
            break
    return tuple(path), None


def _words(model: type[BaseModel], fault: Any, name: str) -> tuple[str, str, str]:
    """Say what is wrong: a code, a message and what to type."""
    kind, value, context = fault["type"], fault["input"], fault.get("ctx", {})
    match kind:
        case "missing":
            words = "missing-key", f'"{name}" is missing', f"add `{name}:` here{_example(model, fault)}"
        case "extra_forbidden":
            words = "unknown-key", f'unknown key "{name}"', _known(name, _keys(model, fault), fault["loc"][-2:-1])
        case "union_tag_invalid":
            tags = [tag.strip(" '") for tag in context["expected_tags"].split(",")]
            words = "unknown-type", f'unknown type "{context["tag"]}"', did_you_mean(str(context["tag"]), tags)
        case "union_tag_not_found":
            words = "missing-key", '"type" is missing', "add `type:` here"
        case "literal_error" | "enum":
            allowed = [word.strip(" '") for word in context["expected"].replace(" or ", ", ").split(",")]
            shown = value if isinstance(value, str) else KINDS.get(type(value), "this")
            words = "wrong-value", f'"{shown}" is not a value of "{name}"', _pick(str(shown), allowed)
        case "string_pattern_mismatch":
            words = "wrong-name", f'"{_short(value)}" is not a valid "{name}"', NAME_ADVICE
        case "value_error":
            whole = isinstance(value, dict)
            text = f'"{name}" is not right' if whole else f'"{_short(value)}" is not a valid "{name}"'
            words = "wrong-value", text, str(context["error"])
        case _:
            words = _type_words(kind, value, context, name)
    return words


def _known(name: str, keys: list[str], where: tuple[str | int, ...]) -> str:
    """Name the nearest key; where none is near, say what `easy:` is for, which its own keys do not."""
    advice = did_you_mean(name, keys)
    if where == (EASY,) and not advice.startswith("did"):
        return f"`easy:` rewords texts of this part: {', '.join(keys)}"
    return advice


def _pick(word: str, allowed: list[str]) -> str:
    """Name the nearest allowed word, or all of them however many: nowhere else could an author see them."""
    return did_you_mean(word, allowed) or f"one of: {', '.join(sorted(allowed))}"


def _type_words(kind: str, value: Any, context: Any, name: str) -> tuple[str, str, str]:
    wanted = {
        "string_type": ("text", TEXT_ADVICE.get(type(value), "put it in quotes")),
        "int_type": ("a whole number", "digits only, without quotes"),
        "bool_type": ("true or false", "`true` or `false`, without quotes"),
        "tuple_type": ("a list", "write each entry on its own line after `- `"),
        "model_type": ("a mapping", "write `key: value` lines, indented"),
        "model_attributes_type": ("a mapping", "write `key: value` lines, indented"),
    }
    if kind in wanted:
        what, advice = wanted[kind]
        return "wrong-type", f'"{name}" must be {what}, not {KINDS.get(type(value), "this")}', advice
    limits = {
        "too_short": ("too-few", "needs at least {min_length}, has {actual_length}"),
        "too_long": ("too-many", "takes at most {max_length}, has {actual_length}"),
        "string_too_short": ("empty-text", "is empty"),
        "string_too_long": ("too-long", "takes at most {max_length} characters"),
        "greater_than_equal": ("out-of-range", "must be at least {ge}"),
        "less_than_equal": ("out-of-range", "must be at most {le}"),
    }
    code, sentence = limits.get(kind, ("wrong-value", "is not right"))
    return code, f'"{name}" {sentence.format(**context)}', ""


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _keys(model: type[BaseModel], fault: Any) -> list[str]:
    """Return the keys allowed where an unknown one was found."""
    return sorted(_fields(model, fault))


def _example(model: type[BaseModel], fault: Any) -> str:
    """Say what a missing key is for, where its model gives an example."""
    place, name = _place(model, fault), str(fault["loc"][-1])
    field = place.model_fields.get(name) if place else None
    return f", such as `{field.examples[0]}`: {field_docstrings(place)[name]}" if field and field.examples else ""


def _fields(model: type[BaseModel], fault: Any) -> dict[str, FieldInfo]:
    """Return the fields of the place where a fault was found."""
    place = _place(model, fault)
    return place.model_fields if place else {}


def _place(model: type[BaseModel], fault: Any) -> type[BaseModel] | None:
    """Return the model of the place where a fault was found, by walking the model along the location."""
    current: Any = model
    for step in fault["loc"][:-1]:
        current = _inner(current, step)
    found = [one for one in _flatten(current) if isinstance(one, type) and issubclass(one, BaseModel)]
    return found[0] if len(found) == 1 else None


def _inner(current: Any, step: str | int) -> Any:
    if isinstance(current, type) and issubclass(current, BaseModel):
        if isinstance(step, str) and step in current.model_fields:
            return current.model_fields[step].annotation
        return current
    candidates = [part for part in _flatten(current) if isinstance(part, type) and issubclass(part, BaseModel)]
    for candidate in candidates:
        tag = candidate.model_fields.get("type")
        if tag is not None and step in _literals(tag.annotation):
            return candidate
    return candidates[0] if len(candidates) == 1 else current


def _flatten(annotation: Any) -> list[Any]:
    parts = getattr(annotation, "__args__", ())
    return [annotation] if not parts else [leaf for part in parts for leaf in _flatten(part)]


def _literals(annotation: Any) -> tuple[Any, ...]:
    return tuple(getattr(annotation, "__args__", ()))
