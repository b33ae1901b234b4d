"""Buttons with a menu do not look pointed at any more once the menu is closed and the pointer is elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QToolButton


class MenuHover(QObject):
    """Watches the menu of one button, which owns this.

    Qt does not tell a button that the pointer has left it while its menu was open.
    """

    def __init__(self, button: QToolButton) -> None:
        """Watch the menu that `button` has now."""
        super().__init__(button)
        self._button = button
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._look)
        button.menu().aboutToHide.connect(self._rest.start)

    def _look(self) -> None:
        """Tell the button what it has missed."""
        button = self._button
        if button.underMouse() and not button.rect().contains(button.mapFromGlobal(QCursor.pos())):
            QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
            button.update()
