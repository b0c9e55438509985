"""Reading YAML: strict, bounded, and never a traceback."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from balise.load import MAX_BYTES, MAX_DEPTH, load
from balise.model import Module
from balise.validate import validate
from builders import MODULE, dumped, minimal_module, report_of, workspace

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates()
DATA = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)
YAML_PIECES = st.sampled_from(
    [
        "a",
        "é",
        ": ",
        "- ",
        "\n",
        "  ",
        "\t",
        "{",
        "}",
        "[",
        "]",
        '"',
        "'",
        "|",
        ">",
        "#",
        "&x",
        "*x",
        "!t",
        "?",
        "---",
        "%",
        "\u2028",
    ]
)


def read(tmp_path: Path, content: bytes | str) -> Any:
    file = tmp_path / "file.yaml"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return load(file, root=tmp_path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("load")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-3", -3),
        ("42", 42),
        ("999999999999999", 999999999999999),
        ("1000000000000000", "1000000000000000"),
        ("010", "010"),
        ("0x10", "0x10"),
        ("0o7", "0o7"),
        ("1_000", "1_000"),
        ("1.5", "1.5"),
        ("1e3", "1e3"),
        ("+33", "+33"),
        ("12:30", "12:30"),
        ("190:20:30", "190:20:30"),
        ("2026-11-22", "2026-11-22"),
        ("no", "no"),
        ("No", "No"),
        ("yes", "yes"),
        ("on", "on"),
        ("True", "True"),
        ("NULL", "NULL"),
        (".inf", ".inf"),
        ("'42'", "42"),
        ('"true"', "true"),
        ("!!int 42", "42"),
        ("|\n  12", "12\n"),
    ],
)
def test_a_value_is_read_as_it_is_written(typed: str, value: object, tmp_path: Path) -> None:
    source = read(tmp_path, f"key: {typed}\n")
    assert source.diagnostics == []
    assert source.data == {"key": value}
    assert type(source.data["key"]) is type(value)


def test_every_part_knows_its_line_and_column(tmp_path: Path) -> None:
    source = read(tmp_path, "# note\nlessons:\n  - title: Été\n    minutes: [5, 10]\n")
    assert source.marks == {
        (): (2, 1),
        ("lessons",): (2, 1),
        ("lessons", 0): (3, 5),
        ("lessons", 0, "title"): (3, 5),
        ("lessons", 0, "minutes"): (4, 5),
        ("lessons", 0, "minutes", 0): (4, 15),
        ("lessons", 0, "minutes", 1): (4, 18),
    }


def test_a_place_that_is_not_written_is_that_of_its_parent(tmp_path: Path) -> None:
    source = read(tmp_path, "title: x\nlessons:\n  - id: a\n")
    found = source.locate(("lessons", 0, "activities", 3))
    assert (found.file, found.line, found.column, found.text) == (Path("file.yaml"), 3, 5, "  - id: a")


def test_of_a_key_written_twice_the_last_is_read_and_the_first_named(tmp_path: Path) -> None:
    source = read(tmp_path, "a: 1\nb: 2\na: 3\n")
    assert source.data == {"a": 3, "b": 2}
    assert [(one.code, one.message, one.location.line) for one in source.diagnostics] == [
        ("duplicate-key", '"a" is written twice here (first on line 1)', 3)
    ]


def test_size_is_bounded_to_the_byte(tmp_path: Path) -> None:
    most = "a: '" + "x" * (MAX_BYTES - 5) + "'"
    assert read(tmp_path, most).diagnostics == []
    assert [one.code for one in read(tmp_path, most + "\n").diagnostics] == ["file-too-large"]


@pytest.mark.parametrize(("levels", "codes"), [(MAX_DEPTH, []), (MAX_DEPTH + 1, ["too-deep"])])
def test_depth_is_bounded_to_the_level(levels: int, codes: list[str], tmp_path: Path) -> None:
    assert [one.code for one in read(tmp_path, "[" * levels + "]" * levels).diagnostics] == codes


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\u0085"])
def test_after_an_odd_line_separator_the_right_line_is_shown(separator: str, tmp_path: Path) -> None:
    """They come with text pasted from page layout programs, and YAML counts them."""
    source = read(tmp_path, f"a: 'un{separator}deux'\nb: 1\nb: 2\n")
    (found,) = source.diagnostics
    assert (found.location.line, found.location.column, found.location.text) == (4, 1, "b: 2")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_counts_once(end: str, tmp_path: Path) -> None:
    source = read(tmp_path, end.join(["a: 1", "b: 1", "b: 2", ""]))
    (found,) = source.diagnostics
    assert (found.location.line, found.location.text) == (3, "b: 2")


@given(content=st.binary(max_size=200))
def test_bytes_never_raise(content: bytes, folder: Path) -> None:
    source = read(folder, content)
    assert source.data is None or b"\xff" not in content


@given(content=st.text(max_size=200) | st.lists(YAML_PIECES, max_size=30).map("".join))
def test_text_never_raises_and_a_fault_is_inside_the_file(content: str, folder: Path) -> None:
    raw = content.encode("utf-8", "surrogatepass")
    source = read(folder, raw)
    for found in source.diagnostics:
        assert 1 <= found.location.line <= len(re.findall("[\n\r\x85\u2028\u2029]", content)) + 2
        assert found.location.column >= 1
    if source.diagnostics and source.diagnostics[-1].code != "duplicate-key":
        assert source.data is None


@given(data=DATA)
def test_what_yaml_writes_as_text_is_read_back(data: object, folder: Path) -> None:
    """Through quotes: every string of any data comes back as it was."""

    def quoted(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: quoted(one) for key, one in value.items()}
        return [quoted(one) for one in value] if isinstance(value, list) else str(value)

    text = yaml.dump(quoted(data), default_style='"', allow_unicode=False)
    assert read(folder, text).data == quoted(data)


@given(data=DATA)
def test_no_data_ends_in_a_traceback(data: object, folder: Path) -> None:
    source = read(folder, yaml.safe_dump(data))
    validate(Module, source)
    assert source.diagnostics
    assert all(one.message and one.location.file == Path("file.yaml") for one in source.diagnostics)


def places(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the path of every part of some data."""
    children = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(place for key, child in children for place in places(child, (*path, key)))]


@given(place=st.sampled_from(places(minimal_module())[1:]), value=DATA)
def test_no_value_anywhere_in_a_module_ends_in_a_traceback(
    place: tuple[str | int, ...], value: object, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Through load, validate and every check."""
    module = minimal_module()
    part: Any = module
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    root = workspace(tmp_path_factory.mktemp("any"), {MODULE: yaml.safe_dump(module, allow_unicode=True)})
    report = report_of(root)
    assert report.endswith(("error, 0 warnings", "errors, 0 warnings", "warning", "warnings"))
    assert "Traceback" not in report


def test_the_dumped_module_is_what_was_built(tmp_path: Path) -> None:
    source = read(tmp_path, dumped(minimal_module()))
    assert source.diagnostics == []
    assert source.data == minimal_module()
