"""Shows one chart: painted from its shapes, walked through with the arrow keys, each place of it with a tip."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QToolTip, QWidget

from cjeditor.canvas.announcing import announce
from cjeditor.canvas.ink import Ink, Picture
from cjeditor.layout.charts.chart import Chart, Spot
from cjeditor.window.appearance import FONT_SIZE
from cjeditor.window.plain import tooltip_text

_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_EDGE = 4
"""Pixels around the chart, for the ring around a spot at its border."""


class ChartView(QLabel):
    """A chart on screen. It is as large as the chart is, and larger where the person has chosen larger texts.

    Signals:
        record_wanted(str): a spot was clicked, or Enter pressed on it: this is the id of what it stands for.
        moved(QRect): the keys are on another spot, which lies here.
    """

    record_wanted = Signal(str)
    moved = Signal(QRect)

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self._ink = ink
        self._chart: Chart | None = None
        self._picture: Picture | None = None
        self._chosen: Collection[str] = ()
        self._at = -1
        self.setObjectName("chart")
        # To screen readers a label with a picture is a graphic; of a plain widget they only say that it is there.
        empty = QPixmap(1, 1)
        empty.fill(Qt.GlobalColor.transparent)
        self.setPixmap(empty)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def chart(self) -> Chart | None:
        """What is shown."""
        return self._chart

    @property
    def spot(self) -> Spot | None:
        """Where the keys are; None as long as nobody walked."""
        return self._chart.spots[self._at] if self._chart is not None and self._at >= 0 else None

    def show_chart(self, chart: Chart, about: str) -> None:
        """Show a chart; the keys stay on what they were on, where it is still there.

        Args:
            chart: what to show.
            about: says in words what it tells, for screen readers.
        """
        before = self.spot
        same = self._chart is not None and [one.record for one in self._chart.spots] == [
            one.record for one in chart.spots
        ]
        self._chart = chart
        self._picture = self._ink.picture(chart.shapes)
        if not same:
            found = (at for at, one in enumerate(chart.spots) if before is not None and one.record == before.record)
            self._at = next(found, -1)
        self.setAccessibleName(chart.table.title)
        self._about = about
        self._describe()
        self.setFixedSize(self.sizeHint())
        self.update()

    def set_ink(self, ink: Ink) -> None:
        """Take other colours."""
        self._ink = ink
        if self._chart is not None:
            self._picture = ink.picture(self._chart.shapes)
            self.update()

    def choose(self, records: Collection[str]) -> None:
        """Mark what is chosen on the map."""
        if frozenset(records) != frozenset(self._chosen):
            self._chosen = frozenset(records)
            self.update()

    def place_of(self, spot: Spot) -> QRect:
        """Return where a spot lies."""
        corner = self.from_chart(spot.x, spot.y)
        return QRectF(corner.x(), corner.y(), spot.width * growth(), spot.height * growth()).toAlignedRect()

    def from_chart(self, x: float, y: float) -> QPointF:
        """Return where a place of the chart lies in this view."""
        return QPointF(x * growth() + _EDGE, y * growth() + _EDGE)

    def to_chart(self, at: QPointF) -> tuple[float, float]:
        """Return which place of the chart lies at a point of this view."""
        return (at.x() - _EDGE) / growth(), (at.y() - _EDGE) / growth()

    def sizeHint(self) -> QSize:
        """Return the chart's size."""
        if self._chart is None:
            return QSize(0, 0)
        width, height = self._chart.width * growth(), self._chart.height * growth()
        return QSize(round(width) + 2 * _EDGE, round(height + 0.5) + 2 * _EDGE)

    def _spot_at(self, at: QPoint) -> int:
        """Return the number of the smallest spot at a point: spots may lie on each other."""
        if self._chart is None:
            return -1
        hit = [
            (spot.width * spot.height, number)
            for number, spot in enumerate(self._chart.spots)
            if self.place_of(spot).contains(at)
        ]
        return min(hit)[1] if hit else -1

    def _walk_to(self, number: int) -> None:
        if self._chart is None or not self._chart.spots:
            return
        self._at = min(max(number, 0), len(self._chart.spots) - 1)
        self._describe()
        announce(self, self._chart.spots[self._at].tip)
        self.moved.emit(self.place_of(self._chart.spots[self._at]))
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(self.spot.tip if self.spot is not None else self._about)

    def _press(self, number: int) -> None:
        if self._chart is not None and number >= 0 and self._chart.spots[number].record:
            self.record_wanted.emit(self._chart.spots[number].record)

    def event(self, event: QEvent) -> bool:
        """Tell what is below the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._spot_at(event.pos())
            if number < 0 or self._chart is None:
                QToolTip.hideText()
                event.ignore()
            else:
                spot = self._chart.spots[number]
                QToolTip.showText(event.globalPos(), tooltip_text(spot.tip), self, self.place_of(spot))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, Home and End; choose with Enter or the space bar."""
        count = len(self._chart.spots) if self._chart is not None else 0
        key = event.key()
        if not count or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _FORWARD:
            self._walk_to(self._at + 1)
        elif key in _BACK:
            self._walk_to(self._at - 1 if self._at >= 0 else count - 1)
        elif key == Qt.Key.Key_Home:
            self._walk_to(0)
        elif key == Qt.Key.Key_End:
            self._walk_to(count - 1)
        elif key in _PRESS and self._at >= 0:
            self._press(self._at)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked."""
        number = self._spot_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and number >= 0:
            self._at = number
            self._describe()
            self.update()
            self._press(number)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say by the pointer what leads somewhere."""
        number = self._spot_at(event.position().toPoint())
        leads = self._chart is not None and number >= 0 and bool(self._chart.spots[number].record)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they are here no longer."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Paint the chart, what is chosen, and where the keys are."""
        if self._chart is None or self._picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(_EDGE, _EDGE)
        painter.scale(growth(), growth())
        self._picture.paint(painter, "full")
        painter.resetTransform()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._ink.pen("selection", 2.0))
        for spot in self._chart.spots:
            if spot.record and spot.record in self._chosen:
                painter.drawRoundedRect(QRectF(self.place_of(spot)).adjusted(-1, -1, 1, 1), 5, 5)
        if self.hasFocus():
            here = self.spot
            painter.setPen(self._ink.pen("selection", 1.0) if here is None else self._ink.pen("text", 1.5))
            ring = self.rect().adjusted(0, 0, -1, -1) if here is None else self.place_of(here).adjusted(-3, -3, 3, 3)
            painter.drawRoundedRect(QRectF(ring).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()


def growth() -> float:
    """Return how much larger than at 100 % the texts of the program are; charts grow with them."""
    return max(1.0, QApplication.font().pixelSize() / FONT_SIZE)
