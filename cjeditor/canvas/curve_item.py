"""The emotion curve on the canvas, cut into pieces so that one changed point repaints its surroundings only."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.layout.arrangement import Curve
from cjeditor.layout.curve import POINT_RADIUS, draw_band, draw_line, draw_point
from cjeditor.layout.metrics import CURVE_LEVEL

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from cjeditor.canvas.ink import Ink, Picture
    from cjeditor.layout.arrangement import CurvePoint
    from cjeditor.texts import Texts

CURVE_LEVEL_Z = 2.0
PIECE_WIDTH = 1600.0
_MARGIN = 14.0
_NEIGHBOURS = 2
"""A point's tangent depends on its neighbours; with two more on each side a piece looks as if it were the whole."""


class Piece(NamedTuple):
    """A stretch of a curve: `own` points are drawn, `curve` holds them and what shapes the line around them."""

    curve: Curve
    own: tuple[CurvePoint, ...]
    left: float
    right: float


def pieces(curve: Curve) -> dict[int, Piece]:
    """Cut a curve at fixed places, so that pieces without a change stay equal."""
    if not curve.points:
        return {}
    own: defaultdict[int, list[CurvePoint]] = defaultdict(list)
    felt_by: defaultdict[int, list[CurvePoint]] = defaultdict(list)
    for point in curve.points:
        own[int(point.x // PIECE_WIDTH)].append(point)
        if point.emotion is not None:
            felt_by[int(point.x // PIECE_WIDTH)].append(point)
    last = max(own)
    made = {}
    for number in range(min(own), last + 1):
        around = _before(felt_by, number) + felt_by.get(number, []) + _after(felt_by, number, last)
        left, right = number * PIECE_WIDTH, (number + 1) * PIECE_WIDTH
        made[number] = Piece(Curve(curve.lane, curve.zero, tuple(around)), tuple(own.get(number, ())), left, right)
    return made


def _before(felt: dict[int, list[CurvePoint]], number: int) -> list[CurvePoint]:
    found: list[CurvePoint] = []
    while len(found) < _NEIGHBOURS and number > 0:
        number -= 1
        found = felt.get(number, [])[len(found) - _NEIGHBOURS :] + found
    return found


def _after(felt: dict[int, list[CurvePoint]], number: int, last: int) -> list[CurvePoint]:
    found: list[CurvePoint] = []
    while len(found) < _NEIGHBOURS and number < last:
        number += 1
        found = found + felt.get(number, [])[: _NEIGHBOURS - len(found)]
    return found


class CurveItem(QGraphicsRectItem):
    """One piece of a curve."""

    def __init__(self, piece: Piece, ink: Ink, words: Texts) -> None:
        super().__init__()
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setZValue(CURVE_LEVEL_Z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._words = words
        self._ink = ink
        self._piece = piece
        self._line: Picture | None = None
        self._points: Picture | None = None
        self._place()

    def show_piece(self, piece: Piece) -> None:
        """Take another state of this stretch; equal ones cost nothing."""
        if piece != self._piece:
            self._piece = piece
            self._line = self._points = None
            self._place()
            self.update()

    def show_ink(self, ink: Ink, words: Texts) -> None:
        """Take the colours of another theme and the words of another language."""
        self._ink, self._words = ink, words
        self._line = self._points = None
        self.update()

    def _place(self) -> None:
        zero, left, right = self._piece.curve.zero, self._piece.left, self._piece.right
        half = 2 * CURVE_LEVEL + POINT_RADIUS + _MARGIN + 8
        self._clip = QRectF(left, zero - half, right - left, 2 * half)
        self.setRect(self._clip.adjusted(-_MARGIN, 0, _MARGIN, 0))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Paint band and line within the stretch, then its points, which may stick out."""
        if self._line is None or self._points is None:
            piece = self._piece
            self._line = self._ink.picture((*draw_band(piece.curve), *draw_line(piece.curve)))
            self._points = self._ink.picture(shape for point in piece.own for shape in draw_point(point, self._words))
        painter.save()
        painter.setClipRect(self._clip, Qt.ClipOperation.IntersectClip)
        self._line.paint(painter, "full")
        painter.restore()
        if self._ink.detail != "far":
            self._points.paint(painter, "full")
