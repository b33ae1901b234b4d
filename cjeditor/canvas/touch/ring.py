"""The ring that closes around a resting finger: once it is full, lifting the finger brings the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_RADIUS = 38.0
"""Wider than the tip of a finger, which hides what is under it."""
_WIDTH = 5.0
_TURN = 360 * 16
"""A whole circle as Qt counts it."""


class HoldRing(QWidget):
    """Lies over a widget and takes nothing from it."""

    def __init__(self, place: QWidget, at: QPointF, duration: int) -> None:
        """Be there at once; the ring closes around the point `at` of `place` in `duration` milliseconds."""
        super().__init__(place)
        self.setObjectName("hold_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._share = 0.0
        size = round(2 * (_RADIUS + _WIDTH))
        self.setGeometry(round(at.x() - size / 2), round(at.y() - size / 2), size, size)
        self._closing = QVariantAnimation(self)
        self._closing.setStartValue(0.0)
        self._closing.setEndValue(1.0)
        self._closing.setDuration(duration)
        self._closing.valueChanged.connect(self._take_share)
        self._closing.start()
        self.show()
        self.raise_()

    @property
    def share(self) -> float:
        """How much of the ring is closed, from 0 to 1."""
        return self._share

    def close_up(self) -> None:
        """Be full."""
        self._closing.stop()
        self._take_share(1.0)

    def _take_share(self, share: float) -> None:
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the whole way faintly, so that it is seen on any ground, and over it what is closed."""
        del event
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        middle = QPointF(self.width() / 2, self.height() / 2)
        area = QRectF(middle.x() - _RADIUS, middle.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._share >= 1.0:
                fill = QColor(colour)
                fill.setAlphaF(0.22)
                painter.setBrush(fill)
            for one, width, opacity in ((self.palette().color(QPalette.ColorRole.Base), 3, 0.8), (colour, 0, 0.3)):
                track = QColor(one)
                track.setAlphaF(opacity)
                painter.setPen(QPen(track, _WIDTH + width))
                painter.drawEllipse(area)
            painter.setPen(QPen(colour, _WIDTH, c=Qt.PenCapStyle.FlatCap))
            painter.drawArc(area, _TURN // 4, -round(_TURN * self._share))
