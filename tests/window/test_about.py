from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from cjeditor import __version__
from cjeditor.window.about import parts
from cjeditor.window.about.diagnostics import LOG_LINES, diagnostics
from cjeditor.window.about.dialog import AboutDialog
from cjeditor.window.diary import LOG_NAME
from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow
from tests.window.asking import ask
from tests.window.conftest import Start
from tests.window.dialogues import press, shown

ROOT = Path(__file__).parents[2]


def test_every_dependency_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {line.partition(">")[0].partition("<")[0].lower() for line in project["dependencies"]}
    assert set(map(str.lower, parts.DEPENDENCIES)) == wanted


def test_parts_of_parts_are_found_each_once_with_version_and_licence() -> None:
    found = {one.name.lower().replace("_", "-"): one for one in parts.parts()}
    assert len(found) == len(parts.parts())
    assert {"cjeditor", "pydantic-core", "shiboken6", "typing-extensions", "fontpkg", "python"} <= set(found)
    assert "pytest" not in found
    assert all(one.version or one.name.startswith("TeX") for one in found.values())
    assert "LGPL" in found["pyside6-essentials"].licence
    assert "MIT License" in found["cjeditor"].texts()
    assert "SIL OPEN FONT LICENSE" in found["fontpkg-lato"].texts()
    assert len(found["pypdfium2"].files) > 3


def test_licences_can_be_read_in_place(qtbot: QtBot, window: MainWindow) -> None:
    ask(window, "help.about")
    about = shown(qtbot, AboutDialog)
    about.tabs.setCurrentIndex(1)
    about.list.setFocus()
    seen = {}
    for row in range(about.list.count()):
        seen[about.list.item(row).text()] = about.licence.toPlainText()
        QTest.keyClick(about.list, Qt.Key.Key_Down)
    assert len(set(seen.values())) == about.list.count()
    of_qt = next(text for name, text in seen.items() if name.startswith("PySide6"))
    assert parts.QT_SOURCE in of_qt
    assert "LGPL" in of_qt
    assert {one.textFormat() for one in about.findChildren(QLabel) if one.wordWrap()} == {Qt.TextFormat.PlainText}
    about.close()


def test_folders_are_named_and_shown(
    qtbot: QtBot, house: House, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.log_folder.mkdir(parents=True)
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    ask(window, "help.about")
    about = shown(qtbot, AboutDialog)
    about.tabs.setCurrentIndex(2)
    field = about.findChild(QLineEdit, "log_folder")
    assert field.text() == str(house.log_folder)
    qtbot.mouseClick(about.findChild(QPushButton, "show_log"), Qt.MouseButton.LeftButton)
    assert opened == [QUrl.fromLocalFile(str(house.log_folder))]
    # Nothing was saved for recovery yet.
    assert not about.findChild(QPushButton, "show_recovery").isEnabled()
    about.close()


def test_diagnostics_tell_of_the_machine_and_nothing_of_the_work(
    qtbot: QtBot, start: Start, house: House, file: Path
) -> None:
    start([file])
    house.log_folder.mkdir(parents=True)
    trace = (
        'Traceback (most recent call last):\n  File "anna/lib/cjeditor/window/room.py", line 12, in let_go\n'
        "    raise ValueError(secret)\nValueError: Merger of Acme and Bolt"
    )
    events = [
        {
            "time": "2026-03-14T12:00:00+0000",
            "level": "ERROR",
            "by": "cjeditor.window",
            "event": "Acme",
            "trace": trace,
        },
        {"time": "2026-03-14T12:00:01+0000", "level": "INFO", "by": "cjeditor.qt", "event": "anna/small.cjmap"},
    ]
    lines = ["too old"] * LOG_LINES + [json.dumps(event) for event in events] + ["damaged"]
    (house.log_folder / LOG_NAME).write_text("\n".join(lines), encoding="utf-8")
    text = diagnostics(house)
    assert f"cjeditor {__version__}" in text
    assert "Screen 1 (main): 800 × 800" in text
    assert "Language: en (chosen: system)\nTheme: light, text size: normal\n" in text
    assert (
        "2026-03-14T12:00:00+0000 ERROR cjeditor.window\n    ValueError\n    cjeditor/window/room.py:12 let_go" in text
    )
    assert "2026-03-14T12:00:01+0000 INFO cjeditor.qt" in text
    assert not [word for word in ("Acme", "anna", "small", "secret", str(file.parent)) if word in text]


def test_diagnostics_are_copied(qtbot: QtBot, window: MainWindow, house: House) -> None:
    ask(window, "help.about")
    about = shown(qtbot, AboutDialog)
    with qtbot.waitSignal(about.copied):
        press(about, "Copy diagnostics")
    assert QGuiApplication.clipboard().text() == diagnostics(house)
    press(about, "Copied")
    about.close()
