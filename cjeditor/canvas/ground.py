"""The ground of the map: rules between phases, steps and lanes, the levels of the curve, separators."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRect, QRectF
from PySide6.QtGui import QPainter, QPen

from cjeditor.layout.curve import draw_levels
from cjeditor.layout.primitives import Line

if TYPE_CHECKING:
    from cjeditor.canvas.ink import Ink
    from cjeditor.layout.arrangement import Arrangement

_ON, _OFF = 6.0, 5.0
"""Of a separator's dashes, in layout pixels."""


class Ground:
    """Paints the part of the ground that is exposed, and no line that is not."""

    def __init__(self, ink: Ink) -> None:
        self._width = self._height = 0.0
        self._phases: list[float] = []
        self._steps: list[float] = []
        self._lanes: list[float] = []
        self._zeros: list[float] = []
        self._separators: list[float] = []
        self._source: tuple[object, ...] = ()
        self.set_ink(ink)

    def set_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._ink = ink
        self._background = ink.brush("canvas")
        self._rule = _hairline(ink.pen("rule"))
        self._strong = _hairline(ink.pen("rule.zero"))
        self._dotted = _hairline(ink.pen("rule"))
        self._dotted.setDashPattern([2.0, 4.0])
        self._dashed = QPen(ink.pen("rule.strong", 1.2, (_ON, _OFF)))

    def follow(self, arrangement: Arrangement) -> bool:
        """Take another state of the map; return whether the ground looks different."""
        source = (
            [(box.x, box.column_count) for box in arrangement.phases],
            [(column.x, column.width, column.folded) for column in arrangement.columns],
            [(box.lane.kind, box.y, box.height) for box in arrangement.lanes],
        )
        if source == self._source:
            return False
        self._source = source
        self._width, self._height = arrangement.width, arrangement.height
        starts = {box.x for box in arrangement.phases}
        self._phases = [box.x for box in arrangement.phases[1:]] + ([self._width] if starts else [])
        self._steps = [column.x for column in arrangement.columns if column.x not in starts and not column.folded]
        self._lanes, self._zeros, self._separators = [], [], []
        for lane in arrangement.lanes:
            if lane.lane.kind == "separator":
                self._separators.append(lane.y + lane.height / 2)
            else:
                self._lanes.append(lane.y + lane.height)
        for curve in arrangement.curves:
            levels = [level for level in draw_levels(curve, self._width) if isinstance(level, Line)]
            self._lanes += [level.y1 for level in levels if level.stroke != "rule.zero"]
            self._zeros += [level.y1 for level in levels if level.stroke == "rule.zero"]
        self._lanes.sort()
        return True

    def paint(self, painter: QPainter, exposed: QRectF | QRect) -> None:
        """Paint what lies within `exposed`."""
        painter.fillRect(exposed, self._background)
        if self._width <= 0:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        area = QRectF(exposed).intersected(QRectF(0, 0, self._width + 1, self._height + 1))
        left, right, top, bottom = area.left(), area.right(), area.top(), area.bottom()
        painter.setPen(self._rule)
        painter.drawLines(
            [QLineF(x, top, x, bottom) for x in _within(self._phases, left, right)]
            + [QLineF(left, y, right, y) for y in _within(self._lanes, top, bottom)]
        )
        if self._steps and self._ink.detail != "far":
            painter.setPen(self._dotted)
            painter.drawLines([QLineF(x, 0, x, self._height) for x in _within(self._steps, left, right)])
        painter.setPen(self._strong)
        painter.drawLines([QLineF(left, y, right, y) for y in _within(self._zeros, top, bottom)])
        painter.setPen(self._dashed)
        # Dashes begin at whole periods, so that strips painted one after the other fit together.
        start = left // (_ON + _OFF) * (_ON + _OFF)
        painter.drawLines([QLineF(start, y, right, y) for y in _within(self._separators, top, bottom)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _within(places: list[float], low: float, high: float) -> list[float]:
    """Return the places, in rising order, from just before `low` to just after `high`."""
    return places[bisect_left(places, low - 2) : bisect_right(places, high + 2)]


def _hairline(pen: QPen) -> QPen:
    thin = QPen(pen)
    thin.setWidthF(1.0)
    thin.setCosmetic(True)
    return thin
