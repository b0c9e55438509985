"""Checks, registries and outputs: every member has what its family must have."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from balise.diagnostics import Severity
from balise.discovery import PACKAGE, BrokenMemberError, members, required
from balise.docstrings import field_docstrings
from balise.entry import Entry
from balise.links import PAGES
from balise.markup import SCHEMES
from balise.plan import Artifact
from balise.registry import kinds
from balise.render import Renderer
from builders import course_of, yaml_of
from pages import artifacts_of, pages_of

CASES = Path(__file__).parent.parent / "cases" / "checks"
CHECKS = sorted(members("checks"))


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_has_an_id_a_severity_and_a_manual(name: str) -> None:
    check = members("checks")[name]
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.ID)
    assert check.SEVERITY in (Severity.ERROR, Severity.WARNING)
    assert callable(check.check)
    assert "\n## What it checks\n" in check.__doc__
    assert "\n## Why\n" in check.__doc__


def test_no_two_checks_share_an_id() -> None:
    ids = [check.ID for check in members("checks").values()]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_has_cases_that_pass_and_cases_that_fail(name: str) -> None:
    check = members("checks")[name]
    reports = [yaml_of(path)["report"] for path in (CASES / name).glob("*.yml")]
    mark = f"{check.SEVERITY}[{check.ID}]: "
    assert [report for report in reports if "\n0 errors, 0 warnings" in f"\n{report}"]
    assert [report for report in reports if mark in report]


def test_every_folder_of_cases_is_that_of_a_check() -> None:
    assert sorted(path.name for path in CASES.iterdir()) == CHECKS


@pytest.mark.parametrize("name", sorted(members("registries")))
def test_a_registry_kind_is_an_entry_with_a_scheme_files_and_a_label(name: str, tiny: Path) -> None:
    module = members("registries")[name]
    kind = module.MEMBER
    assert issubclass(kind, Entry)
    assert module.__doc__
    assert kind.__doc__
    assert kind.model_fields.keys() == field_docstrings(kind).keys()
    assert kind.scheme in SCHEMES
    assert kind.files.endswith(".yaml")
    entries = course_of(tiny).registry.of(kind)
    assert entries
    assert all(entry.label for entry in entries)


def test_every_scheme_is_a_registry_or_leads_to_a_penalty_or_a_module() -> None:
    assert set(kinds()) | {"penalty", "module"} == set(SCHEMES)


def test_every_scheme_with_a_page_has_that_page(tiny: Path) -> None:
    assert set(PAGES.values()) <= set(pages_of(tiny))


@pytest.mark.parametrize("name", sorted(members("outputs")))
def test_an_output_plans_pages_of_its_own_templates(name: str, tiny: Path) -> None:
    output = members("outputs")[name]
    assert output.__doc__
    renderer, _ = artifacts_of(tiny)
    planned = list(_planned(output, renderer))
    assert planned
    for artifact in planned:
        assert artifact.template.startswith(f"outputs/{name}/")
        assert (PACKAGE / artifact.template).is_file()
        assert artifact.title
        assert renderer.render(artifact).count("<h1") == 1


def _planned(output: ModuleType, renderer: Renderer) -> Iterator[Artifact]:
    """Yield what an output makes of a course, by whichever of its faces."""
    local = renderer.local
    if hasattr(output, "plan"):
        yield from output.plan(local)
    if hasattr(output, "plan_module"):
        for slug, module in local.modules.items():
            yield from output.plan_module(local, slug, module)
    if hasattr(output, "gather"):
        own = {slug: output.of_module(local, slug, module, renderer.fragment) for slug, module in local.modules.items()}
        yield from output.gather(local, json.loads(json.dumps(own)))  # as it is remembered


def test_no_two_artifacts_share_an_address(tiny: Path) -> None:
    _, artifacts = artifacts_of(tiny)
    paths = [artifact.path for artifact in artifacts]
    assert sorted(paths) == sorted(set(paths))


def test_the_partner_of_a_page_is_a_page(tiny: Path) -> None:
    _, artifacts = artifacts_of(tiny)
    assert {artifact.partner for artifact in artifacts} - {""} <= {artifact.path for artifact in artifacts}


def test_every_section_and_search_result_of_a_page_is_on_it(tiny: Path) -> None:
    renderer, artifacts = artifacts_of(tiny)
    for artifact in artifacts:
        page = renderer.render(artifact)
        for anchor in [one.anchor for one in (*artifact.sections, *artifact.search) if one.anchor]:
            assert f'id="{anchor}"' in page, f"{artifact.path}#{anchor}"


def test_a_member_that_lacks_something_is_named_with_what_it_lacks() -> None:
    check = members("checks")["minutes"]
    with pytest.raises(BrokenMemberError, match=r"minutes\.py lacks `colour`$"):
        required(check, "colour")
