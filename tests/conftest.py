"""What every test stands on: a home of its own, no screen, no dialogue that waits for somebody."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

# Before anything imports Qt. The end-to-end run has chosen its platform already.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMessageBox,
)

from cjeditor.export import other_fonts
from cjeditor.storage.save import save
from tests.export.samples import mortgage

# Two noisy cores: a slow example says nothing. The quick run repeats the same examples, the long run finds new ones.
settings.register_profile("quick", deadline=None, derandomize=True, max_examples=40, print_blob=True)
settings.register_profile("long", deadline=None, max_examples=1000, print_blob=True)

LONG_TIMEOUT = 1_800
"""Seconds after which a test of the long run is taken to hang."""

WAITING_FOR_PEOPLE: tuple[tuple[type, tuple[str, ...]], ...] = (
    (QColorDialog, ("getColor",)),
    (QDialog, ("exec",)),
    (QDrag, ("exec",)),
    (QFileDialog, ("getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName")),
    (QInputDialog, ("getDouble", "getInt", "getItem", "getMultiLineText", "getText")),
    (QMessageBox, ("about", "critical", "information", "question", "warning")),
)
"""Calls that return only when somebody has answered; a test that means one puts its own answer in its place.

PySide6 looks QMenu.exec up past Python, so that it cannot stand here; the house uses `popup`, and a test says so.
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --long."""
    parser.addoption("--long", action="store_true", help="run the tests that take many seconds, too")


def pytest_configure(config: pytest.Config) -> None:
    """Choose how hard hypothesis tries."""
    settings.load_profile("long" if config.getoption("--long") else "quick")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long tests out unless they are asked for; then a thousand random examples may take their time."""
    if config.getoption("--long"):
        for item in items:
            if item.get_closest_marker("timeout") is None:
                item.add_marker(pytest.mark.timeout(LONG_TIMEOUT))
        return
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.skip(reason="takes many seconds; --long runs it"))


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty home folder, so that nothing of the person running it is read or touched."""
    folder = tmp_path_factory.mktemp("home")
    places = {
        "XDG_CACHE_HOME": "cache",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_RUNTIME_DIR": "runtime",
        "XDG_STATE_HOME": "state",
    }
    for variable, name in places.items():
        (folder / name).mkdir(mode=0o700)
        monkeypatch.setenv(variable, str(folder / name))
    for variable in ("HOME", "USERPROFILE", "CJEDITOR_HOME"):
        monkeypatch.setenv(variable, str(folder))
    # Qt asks the environment only once, so it is told.
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, str(folder / "config"))
    return folder


@pytest.fixture(autouse=True, scope="session")
def _fonts_of_this_machine_do_not_count() -> Iterator[None]:
    """Let paper look the same on every machine: fonts that happen to be installed are not asked for what ours lack."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(other_fonts, "folders", tuple)
        yield


_FREEZE = gc.freeze
"""What takes all objects there are for immortal; the program's own calls of it rest while tests run."""


@pytest.fixture(scope="session", autouse=True)
def _what_is_loaded_stays() -> Iterator[None]:
    """Take what the tests have loaded for immortal: looking through it for garbage would cost each test of a window.

    Opening a file would make it all mortal again.
    """
    gc.collect()
    _FREEZE()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gc, "freeze", _nothing)
        patch.setattr(gc, "unfreeze", _nothing)
        yield


def _nothing() -> None:
    """Leave the collector's objects as they are."""


@pytest.fixture(autouse=True)
def _nothing_piles_up(request: pytest.FixtureRequest) -> Iterator[None]:
    """Free the windows of a test once it is over.

    A closed window is a circle of some thousand objects that hold megabytes of Qt’s. Python, which counts only objects,
    would let dozens of them pile up, to gigabytes in a run, and with each one everything that Qt does for all widgets
    takes longer. Only what the test made is looked through: what is there before it, is taken for immortal.
    Windows that the test made and forgot are deleted: a thousand widgets that are left make all later windows slow.
    """
    if "qapp" in request.fixturenames:
        gc.collect()
        _FREEZE()
    yield
    if "qapp" in request.fixturenames:
        for left in QApplication.topLevelWidgets():
            if left.parent() is None:
                left.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()


@pytest.fixture
def english_shell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let the command line speak English, whatever the machine speaks, and keep what it keeps in `tmp_path`."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CJEDITOR_HOME", str(tmp_path / "home"))


@pytest.fixture
def project_file(tmp_path: Path) -> Path:
    """Return a project file on disk, with one map that has everything."""
    path = tmp_path / "journey.cjmap"
    save(mortgage(), path, expected=None)
    return path


@pytest.fixture(autouse=True)
def _nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make everything that would wait for an answer fail at once, with its name."""
    for owner, names in WAITING_FOR_PEOPLE:
        for name in names:
            monkeypatch.setattr(owner, name, _refusal(f"{owner.__name__}.{name}"))


def _refusal(name: str) -> Callable[..., NoReturn]:
    def refuse(*arguments: object, **named: object) -> NoReturn:
        text = ", ".join(repr(argument) for argument in arguments if isinstance(argument, str))
        pytest.fail(f"{name}({text}) waits for somebody: nobody is there", pytrace=True)

    return refuse
