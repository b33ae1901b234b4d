from __future__ import annotations

import builtins
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from cjeditor import __main__ as front_door
from cjeditor.window import application

BLOCK_QT = "import sys; sys.modules['PySide6'] = None; from cjeditor.__main__ import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[list[Path]]:
    calls: list[list[Path]] = []

    def run(files: Sequence[Path], language: str) -> int:
        calls.append(list(files))
        assert language == ""
        return 0

    monkeypatch.setattr(application, "run", run)
    return calls


def test_no_arguments_open_the_editor(opened: list[list[Path]]) -> None:
    assert front_door.main([]) == 0
    assert opened == [[]]


def test_files_open_the_editor(opened: list[list[Path]], tmp_path: Path) -> None:
    assert front_door.main([str(tmp_path / "a.cjmap"), "b.cjmap"]) == 0
    assert opened == [[tmp_path / "a.cjmap", Path("b.cjmap")]]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--lang", "de", "a.cjmap"],
        ["a.cjmap", "--lang", "de"],
        ["--lang=DE", "a.cjmap"],
        ["--lang", "de", "--", "a.cjmap"],
    ],
)
def test_the_editor_opens_in_the_language_that_is_asked_for(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[list[Path], str]] = []

    def run(files: Sequence[Path], language: str) -> int:
        calls.append((list(files), language))
        return 0

    monkeypatch.setattr(application, "run", run)
    assert front_door.main(arguments) == 0
    assert front_door.main(["--lang", "de"]) == 0
    assert calls == [([Path("a.cjmap")], "de"), ([], "de")]


@pytest.mark.parametrize("arguments", [["a.cjmap", "--lang", "fr"], ["--lang", "fr", "a.cjmap"], ["--lang", "fr"]])
def test_a_language_that_we_do_not_speak_opens_nothing(
    arguments: list[str], opened: list[list[Path]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert front_door.main(arguments) == 2
    assert "“fr” is not one of en, de" in capsys.readouterr().err
    assert opened == []


def test_ctrl_c_while_modules_are_loaded(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A trace of an import was printed."""
    load = builtins.__import__

    def interrupted(name: str, *rest: Any, **named: Any) -> Any:
        if name == "cjeditor" and "cli" in rest[2]:
            raise KeyboardInterrupt
        return load(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", interrupted)
    assert front_door.main(["check", "a.cjmap"]) == 130
    assert capsys.readouterr().err == ""


def test_after_two_dashes_everything_is_a_file(opened: list[list[Path]]) -> None:
    assert front_door.main(["--", "new"]) == 0
    assert front_door.main(["--", "--lang", "de"]) == 0
    assert opened == [[Path("new")], [Path("--lang"), Path("de")]]


def test_a_verb_does_its_work_where_qt_is_not_installed(tmp_path: Path) -> None:
    file = tmp_path / "x.cjmap"
    done = subprocess.run([sys.executable, "-c", BLOCK_QT, "new", str(file)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert file.is_file()


@pytest.mark.parametrize(("language", "word"), [("en", "needs"), ("de", "braucht")])
@pytest.mark.parametrize("arguments", [[], ["x.cjmap"]])
def test_the_window_says_in_a_line_that_qt_is_not_installed(arguments: list[str], language: str, word: str) -> None:
    environment = {**os.environ, "LC_ALL": f"{language}_XX.UTF-8", "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", BLOCK_QT, *arguments]
    done = subprocess.run(command, capture_output=True, check=False, text=True, encoding="utf-8", env=environment)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("cjeditor: ")
    assert done.stderr.count("\n") == 1
    assert "PySide6" in done.stderr
    assert word in done.stderr


def test_a_library_that_qt_misses_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    said = "libEGL.so.1: cannot open shared object file: No such file or directory"
    broken = ImportError(said, name="PySide6.QtGui", path="/lib/PySide6/QtGui.abi3.so")
    monkeypatch.setattr("builtins.__import__", _refusing("cjeditor.window.application", broken, builtins.__import__))
    assert front_door.main([]) == 1
    assert said in capsys.readouterr().err


def test_a_defect_of_our_own_is_not_put_down_to_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = ImportError("cannot import name 'x' from 'cjeditor.window.house'", name="cjeditor.window.house")
    monkeypatch.setattr("builtins.__import__", _refusing("cjeditor.window.application", broken, builtins.__import__))
    with pytest.raises(ImportError):
        front_door.main([])


def _refusing(module: str, error: ImportError, otherwise: Callable[..., object]) -> Callable[..., object]:
    def imported(name: str, *more: object, **others: object) -> object:
        if name == module:
            raise error
        return otherwise(name, *more, **others)

    return imported
