"""States of the program under a finger, for the gallery."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from states import CHOSEN, show_room_view

from cjeditor.canvas.touch.ring import HoldRing
from cjeditor.window.main_window import MainWindow
from cjeditor.window.room_view.window import RoomWindow

_PATIENCE = 400
"""Milliseconds after which the picture is taken, about."""


def _show_held(window: MainWindow) -> None:
    """Rest a finger on a card until the ring around it is half closed."""
    canvas = window.room.canvas
    canvas.cards.go_to(CHOSEN)
    (chosen,) = canvas.selection.ids
    box = canvas.desk.arrangement.cards[chosen]
    at = canvas.view.viewportTransform().map(QPointF(box.x + box.width / 2, box.y + box.height / 2))
    HoldRing(canvas, QPointF(canvas.view.mapTo(canvas, at.toPoint())), 2 * _PATIENCE)


def _show_room_menu(window: MainWindow) -> None:
    """Ask for the menu of the room view in the middle of its page."""
    show_room_view(window)
    for one in QApplication.topLevelWidgets():
        if isinstance(one, RoomWindow):
            at = QPoint(one.width() // 3, one.height() // 3)
            QApplication.sendEvent(one, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, one.mapToGlobal(at)))


TOUCH_STATES: dict[str, Callable[[MainWindow], None]] = {
    "touch-held": _show_held,
    "room-view-menu": _show_room_menu,
}
