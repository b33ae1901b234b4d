"""packaging/checks.py: what runs beside other checks is shown whole, and its failures count."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def checks() -> ModuleType:
    """Give the script as a module; its folder is no package."""
    spec = importlib.util.spec_from_file_location("checks_under_test", ROOT / "packaging" / "checks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def saying(text: str, status: int = 0) -> list[str]:
    return [sys.executable, "-c", f"import sys; print({text!r}); sys.exit({status})"]


def test_what_runs_meanwhile_is_shown_afterwards_and_its_failure_counts(
    checks: ModuleType, capfd: pytest.CaptureFixture[str]
) -> None:
    report = checks.Report()

    def work(other: object) -> None:
        other.check("aside", saying("read", 1))  # type: ignore[attr-defined]  # a Report

    with checks.meanwhile(report, work):
        report.check("in front", saying("driven"))
    said = capfd.readouterr().out
    lines = [line for line in said.splitlines() if line]
    assert lines[:4] == ["=== in front", "driven", "=== aside", "read"]
    assert lines[4].startswith("=== aside FAILED after")
    assert report.failed == ["aside"]
    assert report.close() == 1


def test_all_is_well_when_both_are(checks: ModuleType, capfd: pytest.CaptureFixture[str]) -> None:
    report = checks.Report()
    with checks.meanwhile(report, lambda other: other.check("aside", saying("read"))):
        report.check("in front", saying("driven", 2))
    assert "read" in capfd.readouterr().out
    assert report.failed == ["in front"]
