"""The matrix of effort and value on screen: its dots are dragged by mouse, and moved with Ctrl and the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from cjeditor.canvas.ink import Ink
from cjeditor.layout.charts.chart import Spot
from cjeditor.layout.charts.effort_value import Plot, plot_of
from cjeditor.texts import Texts
from cjeditor.window.figures.chart_view import ChartView

_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
_RADIUS = 12.0


class MatrixView(ChartView):
    """Shows the matrix.

    Signals:
        placed(str, int, float): an action was dragged to this effort and value.
        nudged(str, int, int): an action should have so much more effort, and so many steps more value.
    """

    placed = Signal(str, int, float)
    nudged = Signal(str, int, int)

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(ink, parent)
        self._words: Texts | None = None
        self._pen_of = ink
        self._held: Spot | None = None
        self._pressed = QPointF()
        self._hand: QPointF | None = None

    @property
    def held(self) -> tuple[int, float] | None:
        """The grades where the dragged dot would be put down; None while none is dragged."""
        plot = self._plot()
        if plot is None or self._hand is None:
            return None
        return plot.grades(*self.to_chart(self._hand))

    def speak(self, words: Texts) -> None:
        """Say in this language where a dot is."""
        self._words = words

    def set_ink(self, ink: Ink) -> None:
        """Take other colours."""
        self._pen_of = ink
        super().set_ink(ink)

    def _plot(self) -> Plot | None:
        return plot_of(self.chart.width) if self.chart is not None else None

    def _let_go(self) -> None:
        self._held = self._hand = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the dot with Ctrl and the arrows; give up a drag with Esc."""
        spot = self.spot
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape and self._hand is not None:
            self._let_go()
        elif event.key() in _ARROWS and held == Qt.KeyboardModifier.ControlModifier and spot is not None:
            self.nudged.emit(spot.record, *_ARROWS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a dot into the hand."""
        super().mousePressEvent(event)
        at = event.position()
        over = self.spot is not None and self.place_of(self.spot).contains(at.toPoint())
        self._held = self.spot if over and event.button() == Qt.MouseButton.LeftButton else None
        self._pressed = at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        if self._held is None:
            super().mouseMoveEvent(event)
            return
        far = (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._hand is not None or far:
            self._hand = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it down."""
        grades, held = self.held, self._held
        self._let_go()
        if held is not None and grades is not None:
            self.placed.emit(held.record, *grades)
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot in the hand, where it would go, and what that means."""
        super().paintEvent(event)
        grades, plot = self.held, self._plot()
        if grades is None or plot is None or self._hand is None or self._words is None:
            return
        effort, value = grades
        there = self.from_chart(*plot.at(effort, value))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen_of.pen("selection", 2.0))
        painter.drawEllipse(there, _RADIUS, _RADIUS)
        painter.setOpacity(0.6)
        painter.setBrush(self._pen_of.colour("selection"))
        painter.drawEllipse(self._hand, _RADIUS - 1, _RADIUS - 1)
        painter.setOpacity(1.0)
        said = self._words.t("Effort {effort} · value {value}", effort=effort, value=self._words.number(value))
        self._paint_words(painter, there, said)
        painter.end()

    def _paint_words(self, painter: QPainter, at: QPointF, said: str) -> None:
        """Paint a flag with words above a place, inside the view."""
        metrics = painter.fontMetrics()
        width, height = metrics.horizontalAdvance(said) + 12, metrics.height() + 4
        left = min(max(2.0, at.x() - width / 2), self.width() - width - 2.0)
        top = at.y() - _RADIUS - height - 4
        flag = QRectF(left, top if top > 0 else at.y() + _RADIUS + 4, width, height)
        painter.setPen(self._pen_of.pen("selection", 1.0))
        painter.setBrush(self._pen_of.colour("card"))
        painter.drawRoundedRect(flag, 4, 4)
        painter.setPen(self._pen_of.pen("text", 1.0))
        painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, said)
