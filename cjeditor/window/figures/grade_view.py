"""A chart whose chips can be moved to other places in it: with the mouse, or with Ctrl and the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from cjeditor.canvas.ink import Ink
from cjeditor.layout.charts.chart import Spot
from cjeditor.window.figures.chart_view import ChartView

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class GradeView(ChartView):
    """Shows a chart with targets.

    Signals:
        dropped(str, str): what has this record was dragged to the target of that record.
        stepped(str, int, int): it should have another grade: so many more across, so many more up.
    """

    dropped = Signal(str, str)
    stepped = Signal(str, int, int)

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(ink, parent)
        self._held: Spot | None = None
        self._from = QPointF()
        self._moved: QPointF | None = None

    def _target(self, at: QPointF) -> Spot | None:
        targets = self.chart.targets if self.chart is not None else ()
        return next((one for one in targets if self.place_of(one).contains(at.toPoint())), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move a chip with Ctrl and an arrow key."""
        step = _STEPS.get(Qt.Key(event.key()))
        controlled = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ControlModifier
        spot = self.spot
        if step is not None and controlled and spot is not None and spot.record:
            self.stepped.emit(spot.record, *step)
        elif event.key() == Qt.Key.Key_Escape and self._held is not None:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked, and hold it."""
        super().mousePressEvent(event)
        spot = self.spot
        if event.button() != Qt.MouseButton.LeftButton or spot is None or not spot.record:
            return
        if self.place_of(spot).contains(event.position().toPoint()):
            self._held, self._from = spot, event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take what is held along."""
        if self._held is None:
            super().mouseMoveEvent(event)
            return
        way = event.position() - self._from
        if self._moved is not None or way.manhattanLength() >= QApplication.startDragDistance():
            self._moved = way
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go where it is."""
        held, was_moved = self._held, self._moved is not None
        self._let_go()
        target = self._target(event.position())
        if held is not None and was_moved and target is not None:
            self.dropped.emit(held.record, target.record)
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the outline of what is held, and where it would go."""
        super().paintEvent(event)
        if self._held is None or self._moved is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            target = self._target(self._from + self._moved)
            if target is not None:
                painter.setPen(self._ink.pen("selection", 2.0))
                painter.drawRoundedRect(QRectF(self.place_of(target)), 4, 4)
            painter.setPen(self._ink.pen("text", 1.5))
            painter.setBrush(self._ink.brush("selection.fill"))
            painter.drawRoundedRect(QRectF(self.place_of(self._held)).translated(self._moved), 5, 5)

    def _let_go(self) -> None:
        self._held, self._moved = None, None
        self.unsetCursor()
        self.update()
