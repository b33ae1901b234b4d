"""The evidence marks: discs filled by quarters, painted in the bar at the bottom and in lists to choose from.

They are drawn: the text font has no such discs.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPen, QPixmap

QUARTERS = (0, 1, 2, 4)
"""How much of the disc is filled for each kind of evidence, the weakest first."""

_DISC = 0.75
"""The disc's share of the room for it."""

_LINE = 0.1


def paint_disc(painter: QPainter, room: QRectF, quarters: int, colour: QColor) -> None:
    """Paint a disc in the middle of a square `room`, filled by so many quarters (0–4)."""
    side = room.width() * _DISC
    disc = QRectF(0, 0, side, side)
    disc.moveCenter(room.center())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, room.width() * _LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc)
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    if quarters == max(QUARTERS):
        painter.drawEllipse(disc)
    elif quarters:
        painter.drawPie(disc, 90 * 16, -90 * 16 * quarters)


class DiscEngine(QIconEngine):
    """Paints a mark in the palette's colour for text, so that a change of theme needs no new icons."""

    def __init__(self, quarters: int, kept: list[DiscEngine]) -> None:
        super().__init__()
        self._quarters = quarters
        # Qt owns the C++ half of an engine but not the Python half, which would be collected: everyone goes in here.
        self._kept = kept
        kept.append(self)

    def clone(self) -> QIconEngine:
        """Return a copy, as QIcon asks for one before it changes an icon."""
        return DiscEngine(self._quarters, self._kept)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the mark into `rect`, greyed when disabled."""
        disabled = mode == QIcon.Mode.Disabled
        group = QPalette.ColorGroup.Disabled if disabled else QPalette.ColorGroup.Active
        side = min(rect.width(), rect.height())
        room = QRectF(0, 0, side, side)
        room.moveCenter(QRectF(rect).center())
        painter.save()
        paint_disc(painter, room, self._quarters, QGuiApplication.palette().color(group, QPalette.ColorRole.Text))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the mark on a transparent ground; `size` is in device pixels."""
        pixmap = QPixmap(size)
        if pixmap.isNull():
            return pixmap
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap
