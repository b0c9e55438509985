"""The shape of the engine: stages look back only, MkDocs stays at the edge, nothing is long, nothing is random."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from balise.discovery import PACKAGE

FILES = sorted(PACKAGE.rglob("*.py"))
STAGES = ["load", "validate", "read", "checking", "translate", "plan", "render", "write"]
KNOW_MKDOCS = {"building.py", "plugin.py", "write.py", "site.py"}
LONGEST_MODULE = 250
LONGEST_FUNCTION = 30


def name_of(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


@cache
def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the dotted name of everything imported, wherever in the file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def needs(file: Path) -> set[str]:
    """Return the names of the package's own top-level modules a file imports."""
    own = {path.stem for path in PACKAGE.glob("*.py")}
    steps = [name.split(".") for name in imported(tree_of(file)) if name.startswith("balise.")]
    return {step[1] for step in steps if step[1] in own}


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_no_later_stage(stage: str) -> None:
    later = set(STAGES[STAGES.index(stage) + 1 :])
    assert needs(PACKAGE / f"{stage}.py") & later == set()


def test_a_stage_imports_no_later_stage_through_others() -> None:
    graph = {path.stem: needs(path) for path in PACKAGE.glob("*.py")}
    for index, stage in enumerate(STAGES):
        reached: set[str] = set()
        waiting = [stage]
        while waiting:
            found = graph[waiting.pop()] - reached
            reached |= found
            waiting += found
        assert reached & set(STAGES[index + 1 :]) == set(), stage


def test_mkdocs_is_known_at_the_edge_only() -> None:
    engine = [file for file in FILES if name_of(file) not in KNOW_MKDOCS]
    assert uses(engine, lambda name: name.split(".")[0] in ("mkdocs", "material")) == []


def test_nothing_random_and_no_network() -> None:
    refused = {"random", "secrets", "uuid", "socket", "requests", "httpx", "time"}
    assert uses(FILES, lambda name: name.split(".")[0] in refused or name.startswith(("urllib", "http"))) == []


def uses(files: list[Path], refused: Callable[[str], bool]) -> list[tuple[str, str]]:
    """Return the files that import what is refused, and what it is."""
    return [(name_of(file), name) for file in files for name in imported(tree_of(file)) if refused(name)]


def test_the_clock_is_read_where_a_run_begins_only() -> None:
    reads = {
        name_of(file)
        for file in FILES
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Attribute) and node.attr in ("today", "now", "utcnow")
    }
    assert reads <= {"cli_options.py", "plugin.py"}


def test_a_module_is_no_longer_than_it_may_be_and_says_what_it_is() -> None:
    lengths = {name_of(file): len(file.read_text(encoding="utf-8").splitlines()) for file in FILES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}
    assert [name_of(file) for file in FILES if not ast.get_docstring(tree_of(file))] == []


def test_a_function_is_no_longer_than_it_may_be() -> None:
    """Its docstring, and a `return` of nothing but data, are not counted."""
    long = []
    for file in FILES:
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.FunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                counted = [one for one in body if not _is_data(one)]
                lines = sum((one.end_lineno or 0) - one.lineno + 1 for one in counted)
                long += [(name_of(file), node.name)] if lines > LONGEST_FUNCTION else []
    assert long == []


def _is_data(statement: ast.stmt) -> bool:
    value = getattr(statement, "value", None)
    return isinstance(value, ast.Dict | ast.List | ast.Tuple)
