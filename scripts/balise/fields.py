"""The types of fields: which hold text a translator sees, and whether that text is Markdown.

Declared once here, this drives extraction, translation, rendering and the checks that read prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar, NamedTuple, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, create_model
from pydantic.fields import FieldInfo


class Prose(StrEnum):
    """Marks a translatable field."""

    TEXT = "text"
    MARKDOWN = "markdown"


POINTER = "points to a registry entry"
ADULTS = "read by adults only"
"""Marks a field that is on no learners' page."""


def _iso_date(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise ValueError("a date is written YYYY-MM-DD, for example 2026-11-22")
    return date.fromisoformat(value)


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"'\\]+", value):
        raise ValueError("an address starts with https:// and has no space")
    return value


def _shaped(pattern: str, advice: str) -> BeforeValidator:
    """Make a validator that says how the value is written."""

    def shaped(value: Any) -> Any:
        if isinstance(value, str) and not re.fullmatch(pattern, value):
            raise ValueError(advice)
        return value

    return BeforeValidator(shaped)


_filled = StringConstraints(min_length=1, strip_whitespace=True)
_slug = r"[a-z0-9]+(-[a-z0-9]+)*"
SLUG = re.compile(_slug)
Text = Annotated[str, Prose.TEXT, _filled]
Markdown = Annotated[str, Prose.MARKDOWN, _filled]
Name = Annotated[str, _filled]
SlideId = Annotated[str, StringConstraints(pattern=rf"^{_slug}(--{_slug})*$", max_length=180)]
Slug = Annotated[str, StringConstraints(pattern=rf"^{_slug}$", max_length=60)]
EntryId = Annotated[str, POINTER, StringConstraints(pattern=rf"^{_slug}(\.{_slug})*$", max_length=80)]
Minutes = Annotated[int, Field(strict=True, ge=1, le=240)]
Count = Annotated[int, Field(strict=True, ge=1, le=100)]
Day = Annotated[date, BeforeValidator(_iso_date)]
Ages = Annotated[str, _shaped(r"[1-9][0-9]?-[1-9][0-9]?", "two ages joined by a hyphen, such as `13-18`")]
_picture = r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}\.(svg|png|jpe?g)"
_picture_advice = "letters, digits, `-` and `_`, then `.svg`, `.png` or `.jpg`, such as `ways-out.svg`; no folder"
PictureFile = Annotated[str, _shaped(_picture, _picture_advice)]
Reason = Annotated[str, _shaped(r"(?s).{10,}", "a sentence that says why it is right here")]
Jurisdiction = Annotated[str, _shaped(r"[a-z]{2,3}", "a country's two letters such as `fr`, or `eu`, or `int`")]
Url = Annotated[str, BeforeValidator(_web_address)]
_contact = r"https?://[^\s<>\"'\\]+|[^\s@<>\"']+@[^\s@<>\"']+\.[^\s@<>\"']+"
Contact = Annotated[str, _shaped(_contact, "an e-mail address, or a web address that starts with https://")]
HttpsUrl = Annotated[str, _shaped(r"https://[^\s<>\"'\\]+", "an address starts with https:// and has no space")]


EASY = "easy"
"""The key beside the texts of a part under which they are reworded, easy to read."""


class Strict(BaseModel):
    """Unknown keys are refused, nothing changes once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class EasyTexts(Strict):
    """The easy-to-read wordings of a part's texts, under the names of the fields they reword."""


class Part(Strict):
    """Base of everything authors write. Where learners read it, `easy:` beside its texts rewords them."""

    rewordable: ClassVar[bool] = True
    """Whether `easy:` may be written in it: not where only adults read, nor in the registries."""
    Easy: ClassVar[type[BaseModel] | None] = None
    """The model of its `easy:`, made of its own text fields."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        cls.Easy = _easy_model(cls) if cls.rewordable else None
        if cls.Easy:
            words = "Some of its texts again, easy to read: shown on easy-to-read sheets, under the same names."
            cls.__pydantic_fields__[EASY] = FieldInfo(annotation=cls.Easy, default=None, description=words)


class Segment(NamedTuple):
    """One translatable string: `path` finds it in the YAML, `context` is its stable msgctxt."""

    path: tuple[str | int, ...]
    context: str
    kind: Prose
    value: str


class Untranslated(str):
    """A source-locale string shown because it has no current translation."""

    __slots__ = ()


def _prose_in(annotation: Any) -> Prose | None:
    for part in get_args(annotation):
        if isinstance(part, Prose):
            return part
        if found := _prose_in(part):
            return found
    return None


def _easy_model(part: type[Part]) -> type[BaseModel] | None:
    """Make the model of the `easy:` of a part: its own texts that learners read, none of them required."""
    fields: dict[str, Any] = {}
    for name, info in part.model_fields.items():
        kind = _kind(info)
        if kind is None or name == EASY or ADULTS in info.metadata:
            continue
        one: Any = Text if kind is Prose.TEXT else Markdown
        many = any(get_origin(inner) is tuple for inner in (info.annotation, *get_args(info.annotation)))
        described = Field(default=None, min_length=1, description=f"`{name}`, easy to read.")
        fields[name] = (tuple[one, ...] if many else one, described)
    if not fields:
        return None
    made = create_model("Easy", __base__=EasyTexts, __module__=part.__module__, __doc__=EasyTexts.__doc__, **fields)
    made.__qualname__ = f"{part.__qualname__}.Easy"
    return made


def _kind(info: FieldInfo) -> Prose | None:
    own = next((mark for mark in info.metadata if isinstance(mark, Prose)), None)
    return own or _prose_in(info.annotation)


@cache
def prose_fields(model: type[BaseModel]) -> dict[str, Prose | None]:
    """Map each field of a model that can hold prose, itself or deeper, to its kind (`None`: deeper)."""
    kinds = ((name, _kind(info), info.annotation) for name, info in model.model_fields.items())
    return {name: kind for name, kind, annotation in kinds if kind or any(models_in(annotation))}


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models a field of this type may hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def learners_fields(part: Part) -> Iterator[tuple[str, Prose | None, tuple[Any, ...]]]:
    """Yield the name of each field learners read of a part, the kind of its text (`None`: deeper), and its values."""
    for name, kind in prose_fields(type(part)).items():
        if name != EASY and ADULTS not in type(part).model_fields[name].metadata:
            value = getattr(part, name)
            yield name, kind, value if isinstance(value, tuple) else (value,)


def _points(annotation: Any) -> bool:
    return POINTER in get_args(annotation) or any(_points(part) for part in get_args(annotation))


@cache
def pointer_fields(model: type[BaseModel]) -> frozenset[str]:
    """Return the names of fields that hold ids of registry entries, an entry's own id left out."""
    return frozenset(
        name
        for name, info in model.model_fields.items()
        if name != "id" and (POINTER in info.metadata or _points(info.annotation))
    )


def step_name(item: Any, index: int) -> str:
    """Name a list element in a context: its id where it has one, so that reordering loses no translation."""
    own = getattr(item, "__dict__", {}).get("id")  # asking a model for what it has not is slow
    return own if isinstance(own, str) else str(index)


def context_of(part: Any, path: tuple[str | int, ...]) -> str:
    """Return the stable name of a place in a model, such as `lessons/main/activities/opening/title`."""
    steps = []
    for step in path:
        if isinstance(step, int) and isinstance(part, tuple):
            part = part[step] if step < len(part) else None
            steps.append(step_name(part, step))
        else:
            part = getattr(part, str(step), None)
            steps.append(str(step))
    return "/".join(steps)


def segments(part: BaseModel) -> list[Segment]:
    """Return every translatable string of a model, in reading order."""
    found: list[Segment] = []
    _collect(part, None, (), "", found)
    return found


def _collect(value: Any, kind: Prose | None, path: tuple[str | int, ...], context: str, found: list[Segment]) -> None:
    if isinstance(value, str):
        if kind:
            found.append(Segment(path, context, kind, value))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _collect(item, kind, (*path, index), f"{context}/{step_name(item, index)}", found)
    elif isinstance(value, BaseModel):
        start = f"{context}/" if context else ""
        for name, own in prose_fields(type(value)).items():
            if (one := getattr(value, name)) is not None:
                _collect(one, own, (*path, name), start + name, found)
