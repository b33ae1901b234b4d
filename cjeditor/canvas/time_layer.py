"""The time lanes on the canvas: an item a phase, so that another duration repaints its surroundings only."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

from cjeditor.canvas.card_item import FADED
from cjeditor.canvas.drawn_layer import DrawnLayer, PartItem
from cjeditor.layout.arrangement import TimeRow, TimeStop
from cjeditor.layout.metrics import CELL_PADDING
from cjeditor.layout.time_lane import draw_time_stop, draw_whole, time_height

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QGraphicsScene

    from cjeditor.canvas.ink import Ink
    from cjeditor.layout.arrangement import Arrangement
    from cjeditor.layout.primitives import Primitive

TIME_LEVEL = 2.0

_Key = tuple[str, str]
"""A lane, and a phase; no phase for the line of the whole journey."""


class _Source(NamedTuple):
    """A row without its phases, and one of its phases; None for the line of the whole journey."""

    row: TimeRow
    stop: TimeStop | None
    area: QRectF


class _Item(PartItem):
    """What a time lane shows of one phase, or of the whole journey."""

    _source: _Source

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink, TIME_LEVEL)

    def area(self) -> QRectF:
        """Return the lane as far as it goes."""
        return self._source.area

    def shapes(self) -> tuple[Primitive, ...]:
        """Return brackets, bars and words."""
        row, stop, _ = self._source
        return draw_whole(row) if stop is None else draw_time_stop(row, stop)


class TimeLayer(DrawnLayer[_Key, _Item]):
    """The items of all time lanes of a map."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink, _Item)
        self._arrangement: Arrangement | None = None
        self._faded: frozenset[str] = frozenset()

    def follow(self, scene: QGraphicsScene, arrangement: Arrangement) -> None:
        """Follow another state of the map in `scene`."""
        self.show_sources(scene, _sources(arrangement))
        self._arrangement = arrangement
        self._show_faded()

    def fade(self, cards: frozenset[str]) -> None:
        """Let the time of a phase fade in which none but these cards lie, as long as there are any."""
        if cards or self._faded:
            self._faded = cards
            self._show_faded(back=True)

    def _show_faded(self, *, back: bool = False) -> None:
        if self._arrangement is None or not (self._faded or back):
            return
        sought = {box.step for box in self._arrangement.cards.values() if box.id not in self._faded}
        lit = {column.phase.id for column in self._arrangement.columns if column.step.id in sought}
        for (_lane, phase), item in self._items.items():
            item.setOpacity(1.0 if not self._faded or not phase or phase in lit else FADED)  # Qt compares


def _sources(arrangement: Arrangement) -> Iterator[tuple[_Key, _Source]]:
    for row in arrangement.times:
        height = time_height(row.stops, row.whole) + 2 * CELL_PADDING
        bare = row._replace(stops=(), whole="")
        for stop in row.stops:
            yield (row.lane, stop.phase), _Source(bare, stop, QRectF(stop.x, row.y, stop.width, height))
        if row.whole:
            yield (row.lane, ""), _Source(row, None, QRectF(0, row.y, arrangement.width, height))
