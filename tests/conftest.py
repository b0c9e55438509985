"""Options and fixtures every test may use."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from builders import workspace

settings.register_profile(
    "balise", max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("balise")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Write the reports of tests/cases as they are now.")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def course_in(tmp_path: Path) -> Any:
    """Return a function that writes the tiny course, changed by `files`, and returns its folder."""
    return lambda files=None: workspace(tmp_path / "course", files)


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny course as it is. Not to be written to."""
    return workspace(tmp_path_factory.mktemp("tiny"))


@pytest.fixture
def interface(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the catalogs of the interface in a folder of the test's own, empty at first."""
    folder = tmp_path / "interface"
    folder.mkdir()
    monkeypatch.setattr("balise.i18n.INTERFACE", folder)
    monkeypatch.setattr("balise.local.INTERFACE", folder)
    return folder
