"""Somebody who leads a room: with the actions of the window, and with keys and clicks in the room view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjeditor.layout.primitives import Text
from cjeditor.layout.room.page import Area, AreaKind
from cjeditor.window.main_window import MainWindow
from cjeditor.window.room_view.window import RoomWindow


class Facilitator:
    """Leads the room view of one window."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def view(self) -> RoomWindow:
        """The room view, which is open."""
        (found,) = room_views()
        return found

    def ask(self, row_id: str) -> None:
        """Ask for a row of the actions table, as its menu does."""
        self.window.actions_of_window.refresh()
        action = self.window.actions_of_window[row_id]
        assert action.isEnabled(), row_id
        action.trigger()
        settle()

    def choose(self, kind: str, record_id: str) -> None:
        """Choose something on the map."""
        self.window.room.canvas.selection.choose(kind, [record_id])
        settle()

    def go_to(self, number: int) -> None:
        """Put the focus on a card."""
        assert self.window.room.canvas.cards.go_to(number)
        settle()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the room view."""
        QTest.keyClick(self.view, key, held)
        settle()

    def click(self, kind: AreaKind, record_id: str = "") -> None:
        """Click in the middle of something in the room view."""
        at = self.place_of(kind, record_id)
        self.point(at)
        QTest.mouseClick(self.view, Qt.MouseButton.LeftButton, pos=at)
        settle()

    def point(self, at: QPoint) -> None:
        """Move the mouse there in the room view; which window lies in front is nobody's business here."""
        button = Qt.MouseButton.NoButton
        place = QPointF(self.view.mapToGlobal(at))
        move = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), place, button, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.view, move)

    def place_of(self, kind: AreaKind, record_id: str = "") -> QPoint:
        """Return the middle of something in the room view."""
        areas: list[Area] = [one for one in self.view.page.areas if one.kind == kind and record_id in ("", one.id)]
        box = areas[0].box
        scale = min(self.view.height() / 1080, self.view.width() / 1280)
        return QPointF((box.x + box.width / 2) * scale, (box.y + box.height / 2) * scale).toPoint()

    @property
    def phase(self) -> str:
        """The id of the phase that the room sees."""
        return self.view.showing.content.current

    @property
    def said(self) -> list[str]:
        """What is written on the page, dimmed words too."""
        return [shape.text for layer in self.view.page.layers for shape in layer.shapes if isinstance(shape, Text)]

    @property
    def dimmed(self) -> list[str]:
        """What is written on the page and dimmed."""
        return [
            shape.text
            for layer in self.view.page.layers
            if layer.opacity < 1
            for shape in layer.shapes
            if isinstance(shape, Text)
        ]


def room_views() -> list[RoomWindow]:
    """Return all room views that are open."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, RoomWindow) and one.isVisible()]


def settle() -> None:
    """Let what was asked for happen."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
