"""The emotion curve on the canvas, cut into pieces so that one changed point repaints its surroundings only."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.canvas.card_item import FADED
from cjeditor.layout.arrangement import Curve
from cjeditor.layout.curve import POINT_RADIUS, draw_band, draw_line, draw_point
from cjeditor.layout.metrics import CURVE_LEVEL
from cjeditor.layout.other_curves import draw_others

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def changed_pieces(old: Curve | None, new: Curve) -> dict[int, Piece | None]:
    """Return the pieces of a curve that may differ from a former state, by number; None where one has gone.

    The curve is cut at fixed places, and only the stretch is looked at where points are other objects.
    """
    if old is not None and old.points == new.points and old.zero == new.zero:  # points compare by identity first
        return {}
    if old is None or old.zero != new.zero:
        return {number: _piece(new, number) for number in _numbers((*(old.points if old else ()), *new.points))}
    first = next((i for i, (a, b) in enumerate(zip(old.points, new.points, strict=False)) if a is not b), None)
    shorter = min(len(old.points), len(new.points))
    start = shorter if first is None else first
    backwards = zip(reversed(old.points), reversed(new.points), strict=False)
    same_end = next((i for i, (a, b) in enumerate(backwards) if a is not b), shorter)
    same_end = min(same_end, shorter - start)
    # The line's shape is felt as far as the next points with an emotion.
    touched = [
        point
        for points in (old.points, new.points)
        for point in points[_back(points, start) : _forth(points, len(points) - same_end)]
    ]
    return {number: _piece(new, number) for number in _numbers(touched)}


def _numbers(points: Sequence[CurvePoint]) -> range:
    """Return the numbers of the pieces from the first to the last of these points."""
    numbers = [_number(point.x) for point in points]
    return range(min(numbers), max(numbers) + 1) if numbers else range(0)


def _number(x: float) -> int:
    return int(x // PIECE_WIDTH)


def _piece(curve: Curve, number: int) -> Piece | None:
    left, right = number * PIECE_WIDTH, (number + 1) * PIECE_WIDTH
    points = curve.points
    start, end = bisect_left(points, left, key=_x), bisect_left(points, right, key=_x)
    around = points[_back(points, start) : _forth(points, end)]
    felt = [point for point in around if point.emotion is not None or point.others]
    own = points[start:end]
    crossing = len(felt) > 1 and felt[0].x < right and felt[-1].x >= left
    if not own and not crossing:
        return None
    return Piece(Curve(curve.lane, curve.zero, tuple(felt)), own, left, right)


def _back(points: Sequence[CurvePoint], at: int) -> int:
    """Return the place from which on two more points with an emotion lie before `at`."""
    if any(point.others for point in points):
        return 0  # the lines of others may be felt as far as their next points, wherever these are
    found = 0
    while at > 0 and found < _NEIGHBOURS:
        at -= 1
        found += points[at].emotion is not None
    return at


def _forth(points: Sequence[CurvePoint], at: int) -> int:
    """Return the place up to which two more points with an emotion lie from `at` on."""
    if any(point.others for point in points):
        return len(points)
    found = 0
    while at < len(points) and found < _NEIGHBOURS:
        found += points[at].emotion is not None
        at += 1
    return at


def _x(point: CurvePoint) -> float:
    return point.x


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
        self._pale: Picture | None = None
        self._faded: frozenset[str] = frozenset()
        self._place()

    @property
    def piece(self) -> Piece:
        """What it shows."""
        return self._piece

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

    @property
    def faded(self) -> frozenset[str]:
        """The touchpoints whose points have faded."""
        return self._faded

    def fade(self, cards: frozenset[str]) -> None:
        """Let the points of these touchpoints fade."""
        here = cards & {point.touchpoint for point in self._piece.own}
        if here != self._faded:
            self._faded = here
            self._points = None
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
            self._line = self._ink.picture(
                (*draw_band(piece.curve), *draw_others(piece.curve), *draw_line(piece.curve))
            )
            clear = [point for point in piece.own if point.touchpoint not in self._faded]
            pale = [point for point in piece.own if point.touchpoint in self._faded]
            self._points, self._pale = self._drawn(clear), self._drawn(pale)
        painter.save()
        painter.setClipRect(self._clip, Qt.ClipOperation.IntersectClip)
        self._line.paint(painter, "full")
        painter.restore()
        if self._ink.detail != "far":
            if self._faded and self._pale is not None:
                opacity = painter.opacity()
                painter.setOpacity(FADED * opacity)
                self._pale.paint(painter, "full")
                painter.setOpacity(opacity)
            self._points.paint(painter, "full")

    def _drawn(self, points: Sequence[CurvePoint]) -> Picture:
        return self._ink.picture(shape for point in points for shape in draw_point(point, self._words))
