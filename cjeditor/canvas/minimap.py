"""A small picture of the whole map in a corner of the canvas, with a frame around what is in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.card_item import far_styles

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from cjeditor.canvas.ink import Ink
    from cjeditor.canvas.view import MapView
    from cjeditor.layout.arrangement import Arrangement

LARGEST = QSize(200, 120)
_MARGIN, _INSET = 14, 6
_LATER = 200
"""Milliseconds after an edit until the picture is drawn anew: while people write nobody looks at it."""


class Minimap(QWidget):
    """Lies above the lower right corner of the view; a press or drag in it brings that place into the view.

    It is there as long as it is wanted and a part of the map is out of view.
    """

    def __init__(self, view: MapView, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._ink = ink
        self._arrangement: Arrangement | None = None
        self._picture: QPixmap | None = None
        self._wanted = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)
        self._later.timeout.connect(self._forget_picture)
        self.setObjectName("minimap")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        view.looked_elsewhere.connect(self.follow)

    @property
    def wanted(self) -> bool:
        """Whether somebody wants to see it."""
        return self._wanted

    def want(self, wanted: bool) -> None:
        """Show it where a part of the map is out of view, or never."""
        self._wanted = wanted
        self.follow()

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Follow another state of the map, a little later."""
        first = self._arrangement is None
        self._arrangement = arrangement
        if first:
            self._forget_picture()
        else:
            self._later.start()
        self.follow()

    def set_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._ink = ink
        self._forget_picture()

    def follow(self) -> None:
        """Follow the view: its size, and what it shows."""
        arrangement = self._arrangement
        if not self._wanted or arrangement is None or self._shows_all(arrangement):
            self.hide()
            return
        scale = self._scale(arrangement)
        size = QSize(
            round(arrangement.width * scale) + 2 * _INSET, round(arrangement.height * scale) + 2 * _INSET
        ).expandedTo(QSize(40, 30))
        room = self._view.geometry().adjusted(0, 0, -_MARGIN - 12, -_MARGIN - 12)
        place = QRect(room.right() - size.width(), room.bottom() - size.height(), size.width(), size.height())
        if place != self.geometry():
            self.setGeometry(place)
        self.setVisible(room.width() > 2 * LARGEST.width() and room.height() > 2 * LARGEST.height())
        self.raise_()
        self.update()

    def _scale(self, arrangement: Arrangement) -> float:
        room = LARGEST - QSize(2 * _INSET, 2 * _INSET)
        return min(room.width() / max(1.0, arrangement.width), room.height() / max(1.0, arrangement.height))

    def _seen(self) -> QRectF:
        """Return the part of the map in view."""
        room = QRectF(self._view.viewport().rect())
        return QRectF(self._view.scene_point(room.topLeft()), self._view.scene_point(room.bottomRight()))

    def _shows_all(self, arrangement: Arrangement) -> bool:
        whole = QRectF(0, 0, arrangement.width, arrangement.height)
        return self._seen().adjusted(-1, -1, 1, 1).contains(whole)

    def _forget_picture(self) -> None:
        self._picture = None
        self.update()

    def _drawn(self, arrangement: Arrangement) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._ink.colour("canvas"))
        scale = self._scale(arrangement)
        with QPainter(picture) as painter:
            painter.translate(_INSET, _INSET)
            painter.scale(scale, scale)
            for phase in arrangement.phases:
                painter.fillRect(
                    QRectF(phase.x, 0, phase.width, arrangement.height), self._ink.brush(f"tint:{phase.phase.colour}")
                )
            for box in arrangement.cards.values():
                fill, edge = far_styles(box)
                painter.fillRect(QRectF(box.x, box.y, box.width, box.height), self._ink.brush(fill))
                painter.fillRect(QRectF(box.x, box.y, box.width / 5, box.height), self._ink.brush(edge))
        return picture

    def _look_at(self, at: QPointF) -> None:
        """Bring the place of the map that lies at a point of the picture into the middle of the view."""
        if self._arrangement is None:
            return
        point = (at - QPointF(_INSET, _INSET)) / self._scale(self._arrangement)
        away = point - self._seen().center()
        self._view.scroll_by(away.x() * self._view.zoom, away.y() * self._view.zoom)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._look_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Look where the pointer is dragged."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._look_at(event.position())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be drawn anew in another size."""
        super().resizeEvent(event)
        self._forget_picture()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the picture and the frame around what is in view."""
        arrangement = self._arrangement
        if arrangement is None:
            return
        if self._picture is None:
            self._picture = self._drawn(arrangement)
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            scale, seen = self._scale(arrangement), self._seen()
            frame = QRectF(
                seen.x() * scale + _INSET, seen.y() * scale + _INSET, seen.width() * scale, seen.height() * scale
            )
            painter.setBrush(self._ink.brush(""))
            painter.setPen(QPen(self._ink.colour("selection"), 2))
            painter.drawRect(frame & QRectF(self.rect()).adjusted(2, 2, -2, -2))
            painter.setPen(QPen(self._ink.colour("rule.strong"), 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
