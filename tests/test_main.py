from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from cjeditor import __main__ as front_door
from cjeditor.window import application

BLOCK_QT = "import sys; sys.modules['PySide6'] = None; from cjeditor.__main__ import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[list[Path]]:
    calls: list[list[Path]] = []

    def run(files: Sequence[Path]) -> int:
        calls.append(list(files))
        return 0

    monkeypatch.setattr(application, "run", run)
    return calls


def test_no_arguments_open_the_editor(opened: list[list[Path]]) -> None:
    assert front_door.main([]) == 0
    assert opened == [[]]


def test_files_open_the_editor(opened: list[list[Path]], tmp_path: Path) -> None:
    assert front_door.main([str(tmp_path / "a.cjmap"), "b.cjmap"]) == 0
    assert opened == [[tmp_path / "a.cjmap", Path("b.cjmap")]]


def test_after_two_dashes_everything_is_a_file(opened: list[list[Path]]) -> None:
    assert front_door.main(["--", "new"]) == 0
    assert opened == [[Path("new")]]


def test_a_verb_does_its_work_where_qt_is_not_installed(tmp_path: Path) -> None:
    file = tmp_path / "x.cjmap"
    done = subprocess.run([sys.executable, "-c", BLOCK_QT, "new", str(file)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert file.is_file()
