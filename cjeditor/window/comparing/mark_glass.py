"""Signs over the cards, phases and lanes of a map that say what became of them: +, −, → and ≠."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cjeditor.analysis.comparing_maps import Mark
from cjeditor.canvas.frame import MapFrame
from cjeditor.comparison_wording import MARKS
from cjeditor.layout.theme import Theme

_STYLES: Mapping[Mark, str] = {
    "added": "edge.opportunity",
    "removed": "edge.pain",
    "moved": "selection",
    "changed": "edge.goal",
}
_RADIUS = 10.0
_LEAST, _MOST = 0.7, 1.4
_READABLE = 0.35
"""The zoom from which a sign has room for its character; below it the frames alone tell."""


class MarkGlass(QWidget):
    """A pane of glass over the view of a frame; the mouse goes through."""

    def __init__(self, frame: MapFrame, marks: Mapping[str, Mark], theme: Theme) -> None:
        """Lay it over the view.

        Args:
            frame: shows the map.
            marks: by the id of a card, phase or lane of that map, what became of it.
            theme: the colours.
        """
        super().__init__(frame)
        self._frame = frame
        self._theme = theme
        self.marks = marks
        self.setObjectName("mark_glass")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame.view.viewport().installEventFilter(self)
        frame.view.installEventFilter(self)
        frame.view.looked_elsewhere.connect(self._look_again)
        self._cover()

    def _look_again(self) -> None:
        self.update()

    def _cover(self) -> None:
        view = self._frame.view
        self.setGeometry(view.viewport().geometry().translated(view.pos()))
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the view."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._cover()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frames and signs."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view, arrangement = self._frame.view, self._frame.desk.arrangement
        to_view, seen = view.viewportTransform(), QRectF(self.rect())
        for card in arrangement.cards.values():
            mark = self.marks.get(card.id)
            if mark is not None:
                box = to_view.mapRect(QRectF(card.x, card.y, card.width, card.height))
                if box.intersects(seen):
                    self._paint_mark(painter, box, mark)
        painter.end()

    def _paint_mark(self, painter: QPainter, box: QRectF, mark: Mark) -> None:
        """Paint a frame (dashed around what is gone, and struck through) with the sign at its upper right corner."""
        colour = QColor(self._theme.colour(_STYLES[mark]))
        pen = QPen(colour, 3 if mark == "added" else 2)
        if mark == "removed":
            ground = QColor(self._theme.colour("canvas"))
            ground.setAlphaF(0.55)
            painter.fillRect(box, ground)
            pen.setStyle(Qt.PenStyle.DashLine)
        elif mark == "moved":
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        zoom = self._frame.view.zoom
        if mark == "removed":
            painter.drawLine(box.bottomLeft(), box.topRight())
        if zoom < _READABLE:
            return
        radius = _RADIUS * max(_LEAST, min(_MOST, zoom))
        middle = box.topRight() + QPointF(-radius, 0)
        painter.setPen(QPen(QColor(self._theme.colour("card")), 1.5))
        painter.setBrush(colour)
        painter.drawEllipse(middle, radius, radius)
        font = QFont(self.font())
        font.setPixelSize(max(11, round(radius * 1.5)))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colour("card")))
        around = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(around, Qt.AlignmentFlag.AlignCenter, MARKS[mark])
