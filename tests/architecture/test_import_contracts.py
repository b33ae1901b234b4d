"""Imports go downstairs only; the contracts stand in pyproject.toml."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of the checkout in `folder`."""
    command = [str(LINT_IMPORTS), "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_house_keeps_its_contracts() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "line", "broken"),
    [
        ("window/porch.py", "import cjeditor.window.hall", "No imports in a circle"),
        ("model/upstairs.py", "import cjeditor.storage", "Imports go downstairs only"),
        ("attic.py", "import json", "Imports go downstairs only"),
        ("model/window.py", "from PySide6.QtCore import QObject", "Qt is known to"),
        ("layout/printer.py", "import reportlab.pdfgen", "reportlab is known to"),
        ("analysis/record.py", "import pydantic", "pydantic is known to"),
        ("window/icons.py", "import qtawesome", "lends its font file"),
        ("canvas/export.py", "import cjeditor.storage", "The canvas and the document know neither"),
        ("cli.py", "import cjeditor.document", "Qt cannot be imported"),
        ("storage/cloud.py", "import http.client", "The network is opened nowhere"),
    ],
)
def test_a_broken_contract_is_noticed(tmp_path: Path, module: str, line: str, broken: str) -> None:
    for floor in ("analysis", "canvas", "export", "interchange", "layout", "model", "storage", "window"):
        (tmp_path / "cjeditor" / floor).mkdir(parents=True)
        (tmp_path / "cjeditor" / floor / "__init__.py").touch()
    for name in ("__init__", "cli", "document"):
        (tmp_path / "cjeditor" / f"{name}.py").touch()
    (tmp_path / "cjeditor" / "document.py").write_text("import PySide6\n", encoding="utf-8")
    (tmp_path / "cjeditor" / "window" / "hall.py").write_text("import cjeditor.window.porch\n", encoding="utf-8")
    (tmp_path / "cjeditor" / module).write_text(line + "\n", encoding="utf-8")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    done = lint_imports(tmp_path)
    assert done.returncode == 1
    assert any(broken in text and "BROKEN" in text for text in done.stdout.splitlines()), done.stdout
