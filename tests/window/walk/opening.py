"""Opens what the actions table says can be opened: dialogues by the ellipsis in their name, panes by their mark."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from cjeditor.window import actions
from cjeditor.window.main_window import MainWindow

DIALOGS = tuple(row.id for row in actions.ROWS if row.text.endswith("…"))
"""The rows that open a dialogue."""


def open_all_panes(window: MainWindow) -> None:
    """Show every pane that the view menu can show."""
    for row in actions.ROWS:
        action = window.actions_of_window[row.id]
        if row.checked.endswith("_shown") and "full_screen" not in row.id and not action.isChecked():
            action.trigger()
    QApplication.processEvents()


def open_dialog(qtbot: QtBot, window: MainWindow, row_id: str) -> QDialog:
    """Ask for a row, with a touchpoint chosen and a table on the clipboard, and return the dialogue that comes."""
    QApplication.clipboard().setText("1\t2\n3\t4")
    window.room.canvas.cards.go_to(1)
    window.actions_of_window.refresh()
    action = window.actions_of_window[row_id]
    assert action.isEnabled(), f"{row_id} cannot be asked for on an ordinary map"
    before = set(QApplication.topLevelWidgets())
    action.trigger()
    found: list[QDialog] = []

    def look() -> bool:
        found[:] = [
            one
            for one in QApplication.topLevelWidgets()
            if isinstance(one, QDialog) and one.isVisible() and one not in before
        ]
        return bool(found)

    qtbot.waitUntil(look)
    return found[0]
