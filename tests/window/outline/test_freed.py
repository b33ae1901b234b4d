"""Nothing keeps a closed window's outline."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjeditor.window.house import House
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from tests.builders import small_project


def test_the_window_goes_with_its_outline(qtbot: QtBot, program: Program, house: House) -> None:
    window: MainWindow | None = program.open_window(small_project())
    assert window is not None
    window.actions_of_window["view.outline"].trigger()
    dock = window.room.contents.outline
    QTest.keyClick(dock.page.view, Qt.Key.Key_F2)
    parts = [weakref.ref(part) for part in (window, dock, dock.page, dock.page.rows, dock.page.view)]
    window.room.document.undo_stack.setClean()
    window.close()
    del window, dock
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: program.windows == ())
    gc.collect()
    assert [part() for part in parts] == [None] * len(parts)
    house.preferences.set_theme("dark")
