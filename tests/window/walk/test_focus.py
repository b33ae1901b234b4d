"""By keys alone: the focus can be seen wherever it is, leads out of everything, and comes back from everything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from cjeditor.canvas.editor import InlineEditor
from cjeditor.window.checking.finding_tree import FindingTree
from cjeditor.window.main_window import MainWindow
from cjeditor.window.pane_plan import PANES
from cjeditor.window.program import Program
from tests.builders import small_project
from tests.window.walk import looking
from tests.window.walk.opening import DIALOGS, open_all_panes, open_dialog


@pytest.fixture
def shown(qtbot: QtBot, program: Program) -> MainWindow:
    """Return a window with all its panes, the keyboard on the map."""
    window = program.open_window(small_project())
    window.resize(1366, 728)
    qtbot.waitUntil(window.windowHandle().isExposed)
    open_all_panes(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.room.canvas.cards.go_to(1)
    window.room.canvas.setFocus()
    return window


def _pane(widget: QWidget | None) -> str:
    """Return in which pane a widget is; `map` for the text field of the canvas, nothing for elsewhere."""
    if isinstance(widget, InlineEditor):
        return "map"
    while widget is not None and not isinstance(widget, QDockWidget):
        widget = widget.parentWidget()
    return "" if widget is None else widget.objectName()


def test_every_control_of_every_pane_shows_the_focus(qtbot: QtBot, shown: MainWindow) -> None:
    unmarked = []
    for pane in PANES:
        shown.panes[pane.id].take_focus()
        for findings in shown.panes[pane.id].findChildren(FindingTree):
            # They are looked for beside the GUI thread, and an empty list has no row that could be marked.
            qtbot.waitUntil(lambda tree=findings: tree.topLevelItemCount() > 0)  # type: ignore[misc]  # bound at once
        QApplication.processEvents()
        unmarked += [f"{pane.id}: {one}" for one in looking.unmarked(shown.panes[pane.id])]
    assert not unmarked, "\n".join(unmarked)


def test_every_control_around_the_map_shows_the_focus(shown: MainWindow) -> None:
    for part in (shown.tools, shown.status, shown.room.maps.place):
        unmarked = [one for one in looking.unmarked(part) if not one.startswith("InlineEditor")]  # the card shows it
        assert not unmarked, "\n".join(unmarked)


def test_the_key_for_the_next_part_leads_through_all_panes_and_back_to_the_map(qtbot: QtBot, shown: MainWindow) -> None:
    seen = [_pane(QApplication.focusWidget())]
    for _ in PANES:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        seen.append(_pane(QApplication.focusWidget()))
    assert seen == ["map", *(pane.id for pane in PANES)]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    assert _pane(QApplication.focusWidget()) == "map"


def test_escape_leads_from_every_pane_to_the_map(qtbot: QtBot, shown: MainWindow) -> None:
    came_to = {}
    for pane in PANES:
        shown.panes[pane.id].take_focus()
        assert _pane(QApplication.focusWidget()) == pane.id
        for _ in range(3):  # a field may want the first for itself
            if _pane(QApplication.focusWidget()) == pane.id:
                qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        came_to[pane.id] = _pane(QApplication.focusWidget())
    assert came_to == {pane.id: "map" for pane in PANES}


def test_no_pane_keeps_the_focus_when_it_goes(qtbot: QtBot, shown: MainWindow) -> None:
    came_to = {}
    for pane in PANES:
        shown.panes[pane.id].take_focus()
        shown.actions_of_window[f"view.{pane.id}"].trigger()
        QApplication.processEvents()
        assert not shown.panes.is_shown(pane.id)
        came_to[pane.id] = _pane(QApplication.focusWidget())
    assert came_to == {pane.id: "map" for pane in PANES}


def test_after_a_dialogue_the_keys_act_on_the_map_again(qtbot: QtBot, shown: MainWindow) -> None:
    lost = []
    for row_id in DIALOGS:
        dialog = open_dialog(qtbot, shown, row_id)
        if isinstance(dialog, QFileDialog):  # Qt's own
            dialog.reject()
            continue
        qtbot.waitUntil(dialog.isActiveWindow)
        qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
        if dialog.isVisible():  # Esc emptied a search first
            qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        shown.activateWindow()  # what a window manager does; the offscreen platform has none
        qtbot.waitUntil(shown.isActiveWindow)
        if _pane(QApplication.focusWidget()) != "map":
            lost.append(f"{row_id}: {QApplication.focusWidget()!r}")
    assert not lost, "\n".join(lost)
