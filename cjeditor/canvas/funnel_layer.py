"""The funnel lanes on the canvas: an item a stage, so that another count repaints what looks different only."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

from cjeditor.canvas.drawn_layer import DrawnLayer, PartItem
from cjeditor.layout.funnel_lane import FUNNEL_HEIGHT, draw_funnel_stop, draw_no_funnel, draw_whole_funnel
from cjeditor.layout.funnel_row import FunnelRow, FunnelStop
from cjeditor.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QGraphicsScene

    from cjeditor.canvas.ink import Ink
    from cjeditor.layout.arrangement import Arrangement
    from cjeditor.layout.primitives import Primitive

FUNNEL_LEVEL = 2.0

_Key = tuple[str, int]
"""A lane, and which of its stages; −1 for what is said of all."""


class _Source(NamedTuple):
    """A stage; or the row for what is said below all of them, and where nobody counted any."""

    shown: FunnelStop | FunnelRow
    area: QRectF
    words: Texts


class _Item(PartItem):
    """What a funnel lane shows of one stage, or of all of them."""

    _source: _Source

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink, FUNNEL_LEVEL)

    def area(self) -> QRectF:
        """Return the stage with the slope that leads to it."""
        return self._source.area

    def shapes(self) -> tuple[Primitive, ...]:
        """Return bar, slope and words."""
        shown, area, words = self._source
        if isinstance(shown, FunnelStop):
            return draw_funnel_stop(shown, area.y())
        if shown.stops:
            return draw_whole_funnel(shown, area.y())
        return draw_no_funnel(area.y(), 0, area.width(), words)


class FunnelLayer(DrawnLayer[_Key, _Item]):
    """The items of all funnel lanes of a map."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink, _Item)

    def follow(self, scene: QGraphicsScene, arrangement: Arrangement, words: Texts) -> None:
        """Follow another state of the map in `scene`."""
        self.show_sources(scene, _sources(arrangement, words))


def _sources(arrangement: Arrangement, words: Texts) -> Iterator[tuple[_Key, _Source]]:
    row = arrangement.funnel
    for box in arrangement.funnel_lanes:
        for at, stop in enumerate(row.stops):
            left = stop.x if stop.came is None else min(stop.x, stop.came.left)
            area = QRectF(left, box.y, stop.x + stop.width - left, FUNNEL_HEIGHT)
            yield (box.lane.id, at), _Source(stop, area, words)
        if row.whole or not row.stops:
            yield (box.lane.id, -1), _Source(row, QRectF(0, box.y, arrangement.width, FUNNEL_HEIGHT), words)
