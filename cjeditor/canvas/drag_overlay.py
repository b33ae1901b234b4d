"""What follows the pointer while a building block is dragged: over the whole window, holding the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from cjeditor.layout.measure import text_width

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from cjeditor.canvas.ink import Ink

_SIZE = 13.0
_HEIGHT = 28
_MARGIN = 3


class DragOverlay(QWidget):
    """A pane of glass over the window with the ghost of what is dragged.

    Signals:
        moved(object), released(object): a QMouseEvent.
        given_up(): Esc, or the mouse was taken away.
    """

    moved = Signal(object)
    released = Signal(object)
    given_up = Signal()

    def __init__(self, window: QWidget, ink: Ink, words: str, at: QPoint) -> None:
        super().__init__(window)
        self._ink = ink
        self._words = words
        self._width = round(text_width(words, "semibold", _SIZE)) + 28
        self._at = self.mapFromGlobal(at)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setAccessibleName(words)
        self.setGeometry(window.rect())
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.show()
        self.raise_()
        self.grabMouse()
        self.grabKeyboard()

    def end(self) -> None:
        """Let the mouse go and disappear."""
        self.releaseMouse()
        self.releaseKeyboard()
        self.hide()
        self.deleteLater()

    def _ghost(self) -> QRect:
        return QRect(self._at.x() + 10, self._at.y() - _HEIGHT // 2, self._width, _HEIGHT)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the ghost along."""
        self.update(self._ghost().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
        self._at = event.position().toPoint()
        self.update(self._ghost().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
        self.moved.emit(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop."""
        self.released.emit(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Esc; other keys wait."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ghost."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.setOpacity(0.92)
            painter.setPen(self._ink.pen("selection", 1.5))
            painter.setBrush(self._ink.brush("card"))
            painter.drawRoundedRect(self._ghost(), 7, 7)
            painter.setPen(self._ink.pen("text"))
            painter.setFont(self._ink.fonts.full("semibold", _SIZE))
            painter.drawText(self._ghost(), Qt.AlignmentFlag.AlignCenter, self._words)
