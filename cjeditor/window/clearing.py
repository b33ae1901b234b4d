"""Takes out of a window whatever was put into it, so that it can be furnished anew."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QDockWidget, QLayout, QMainWindow, QRubberBand, QTabBar, QToolBar, QWidget

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_OF_QT = (QLayout, QRubberBand, QTabBar)
"""What a main window makes and keeps for itself: the rubber band of docks that are dragged, tabs of stacked docks."""


def clear_out(window: QMainWindow) -> None:
    """Take out bars, docks, the middle, actions, keys, and all else that belongs to `window`; close its dialogues.

    All is out of sight and deaf to keys at once, and freed when the event loop turns: what asked for it may be a part.
    """
    for action in window.actions():
        window.removeAction(action)
    for key in window.findChildren(QShortcut, options=_DIRECT):
        key.setEnabled(False)
    for dock in window.findChildren(QDockWidget):
        # A floating dock among tabs belongs to a group that Qt keeps.
        window.removeDockWidget(dock)
        _free(dock)
    for bar in window.findChildren(QToolBar, options=_DIRECT):
        window.removeToolBar(bar)
    _free(window.takeCentralWidget())
    _free(window.menuBar())
    _free(window.statusBar())
    for child in window.children():
        if isinstance(child, QDialog):
            child.close()
        if not isinstance(child, _OF_QT) and not child.inherits("QDockWidgetGroupWindow"):
            _free(child)


def _free(part: QObject | None) -> None:
    if part is None:
        return
    if isinstance(part, QWidget):
        part.hide()
        part.setParent(None)
    part.deleteLater()
