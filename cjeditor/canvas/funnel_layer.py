"""The funnel lanes on the canvas: an item a stage, so that another count repaints what looks different only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from cjeditor.canvas.drawn_item import DrawnItem
from cjeditor.layout.funnel_lane import FUNNEL_HEIGHT, draw_funnel_stop, draw_no_funnel, draw_whole_funnel
from cjeditor.layout.funnel_row import FunnelRow, FunnelStop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QGraphicsScene

    from cjeditor.canvas.ink import Ink
    from cjeditor.layout.arrangement import Arrangement
    from cjeditor.layout.primitives import Primitive
    from cjeditor.texts import Texts

FUNNEL_LEVEL = 2.0

_Source = FunnelStop | FunnelRow
"""A stage; or the row for what is said below all of them, and where nobody counted any."""
_Key = tuple[str, int]
"""A lane, and which of its stages; −1 for what is said of all."""


class FunnelLayer:
    """The items of all funnel lanes of a map."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self._items: dict[_Key, _Item] = {}

    def set_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._ink = ink
        for item in self._items.values():
            item.show_ink(ink)

    def follow(self, scene: QGraphicsScene, arrangement: Arrangement, words: Texts) -> None:
        """Follow another state of the map in `scene`; what says the same in the same place is left alone."""
        sources = dict(_sources(arrangement))
        for key in self._items.keys() - sources.keys():
            scene.removeItem(self._items.pop(key))
        for key, (source, area) in sources.items():
            item = self._items.get(key)
            if item is None:
                item = self._items[key] = _Item(self._ink)
                scene.addItem(item)
            item.show_source(source, area, words)


def _sources(arrangement: Arrangement) -> Iterator[tuple[_Key, tuple[_Source, QRectF]]]:
    row = arrangement.funnel
    for box in arrangement.funnel_lanes:
        for at, stop in enumerate(row.stops):
            left = stop.x if stop.came is None else min(stop.x, stop.came.left)
            area = QRectF(left, box.y, stop.x + stop.width - left, FUNNEL_HEIGHT)
            yield (box.lane.id, at), (stop, area)
        if row.whole or not row.stops:
            yield (box.lane.id, -1), (row, QRectF(0, box.y, arrangement.width, FUNNEL_HEIGHT))


class _Item(DrawnItem):
    """What a funnel lane shows of one stage, or of all of them."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink, FUNNEL_LEVEL)
        self._source: _Source | None = None
        self._words: Texts | None = None

    def show_source(self, source: _Source, area: QRectF, words: Texts) -> None:
        """Take another state; the same costs nothing."""
        if source != self._source or area != self.rect() or words is not self._words:
            self._source, self._words = source, words
            self.setRect(area)
            self.draw_anew()

    def shapes(self) -> tuple[Primitive, ...]:
        """Return bar, slope and words."""
        source, y = self._source, self.rect().y()
        if isinstance(source, FunnelStop):
            return draw_funnel_stop(source, y)
        if source is None or self._words is None:
            return ()
        if source.stops:
            return draw_whole_funnel(source, y)
        return draw_no_funnel(y, 0, self.rect().width(), self._words)
