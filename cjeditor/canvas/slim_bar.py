"""A quiet scroll bar: a rounded thumb on the map's own ground. The usual one costs more to paint than the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from cjeditor.canvas.ink import Ink

_THICKNESS = 12
_INSET = 3


class SlimBar(QScrollBar):
    """A scroll bar in the map's colours. It stands at whole device pixels: others cost a full repaint."""

    def __init__(self, orientation: Qt.Orientation, ink: Ink) -> None:
        super().__init__(orientation)
        self._ink = ink
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.actionTriggered.connect(self._round)

    @property
    def grain(self) -> int:
        """The fewest logical pixels that are a whole number of device pixels."""
        ratio = self.devicePixelRatioF()
        return next((n for n in range(1, 9) if abs(n * ratio - round(n * ratio)) < 0.001), 1)

    def rounded(self, value: float) -> int:
        """Return the place next to `value` at which the bar may stand."""
        return round(value / self.grain) * self.grain

    def set_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._ink = ink
        self.update()

    def _round(self, action: int) -> None:
        del action
        self.setSliderPosition(self.sliderPosition() // self.grain * self.grain)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the thumb."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarSlider
        thumb = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self)
        thumb = thumb.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._ink.brush("canvas"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._ink.pen(""))
            painter.setBrush(
                self._ink.brush("rule.strong" if self.isSliderDown() or self.underMouse() else "card.border")
            )
            radius = min(thumb.width(), thumb.height()) / 2
            painter.drawRoundedRect(thumb, radius, radius)

    def sizeHint(self) -> QSize:
        """Be slim."""
        hint = super().sizeHint()
        if self.orientation() == Qt.Orientation.Horizontal:
            return QSize(hint.width(), _THICKNESS)
        return QSize(_THICKNESS, hint.height())
