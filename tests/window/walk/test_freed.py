"""Closing frees: every dialogue that the actions table opens, and every part of a window that was used."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from cjeditor.window import actions
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from tests.builders import small_project
from tests.window.walk.opening import DIALOGS, open_all_panes, open_dialog


def _left(refs: dict[str, weakref.ref[QObject]]) -> list[str]:
    left: list[str] = []
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        gc.collect()
        left = sorted(name for name, ref in refs.items() if ref() is not None)
        if not left:
            break
    return left


def _parts(root: QWidget) -> dict[str, weakref.ref[QObject]]:
    """Return references to everything of ours in `root`; Qt's own wrappers come and go."""
    found: dict[str, weakref.ref[QObject]] = {}
    for place, one in enumerate([root, *root.findChildren(QObject)]):
        if type(one).__module__.startswith("cjeditor"):
            found[f"{type(one).__name__} {one.objectName()} {place}"] = weakref.ref(one)
    return found


def test_closed_dialogues_are_freed(qtbot: QtBot, program: Program) -> None:
    window = program.open_window(small_project())
    qtbot.waitUntil(window.windowHandle().isExposed)
    left = {row_id: found for row_id in DIALOGS if (found := _left_of_dialog(qtbot, window, row_id))}
    assert left == {}


def _left_of_dialog(qtbot: QtBot, window: MainWindow, row_id: str) -> list[str]:
    dialog: QDialog | None = open_dialog(qtbot, window, row_id)
    assert dialog is not None
    parts = {} if isinstance(dialog, QFileDialog) else _parts(dialog)
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.reject()
    dialog = None
    left = _left(parts)
    if not left and parts:
        qtbot.waitUntil(lambda: gone == [True])
    return left


def test_a_closed_window_is_freed_with_all_that_was_used_in_it(qtbot: QtBot, program: Program) -> None:
    window: MainWindow | None = program.open_window(small_project())
    assert window is not None
    qtbot.waitUntil(window.windowHandle().isExposed)
    open_all_panes(window)
    for kind in ("phases", "steps", "lanes", "cards"):
        journey_map = window.room.document.project.maps[0]
        some = journey_map.touchpoints if kind == "cards" else getattr(journey_map, kind)
        window.room.canvas.selection.choose(kind, [some[0].id])
        QApplication.processEvents()
    for row in actions.ROWS:
        if row.id.startswith("view.zoom"):
            window.actions_of_window[row.id].trigger()
    window.room.document.undo_stack.setClean()
    parts = _parts(window)
    parts["document"] = weakref.ref(window.room.document)
    window.close()
    window = None
    qtbot.waitUntil(lambda: program.windows == ())
    assert _left(parts) == []
