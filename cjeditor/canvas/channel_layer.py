"""The channels lanes on the canvas: an item a step, so that a changed step repaints its surroundings only."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

from cjeditor.canvas.drawn_layer import DrawnLayer, PartItem
from cjeditor.layout.channels import draw_nothing, draw_stop
from cjeditor.layout.metrics import CELL_PADDING, CHIP_HEIGHT
from cjeditor.layout.route import ChannelRoute, ChannelStop
from cjeditor.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QGraphicsScene, QStyleOptionGraphicsItem, QWidget

    from cjeditor.canvas.ink import Ink
    from cjeditor.layout.arrangement import Arrangement
    from cjeditor.layout.primitives import Primitive

CHANNELS_LEVEL = 2.0
_MARGIN = 8.0
"""How far marks stick out of chips and lines."""

_Key = tuple[str, str]
"""A lane, and a step of it; no step where the lane has nothing to show."""


class _Nothing(NamedTuple):
    """A lane without a chip, on a map `width` wide."""

    route: ChannelRoute
    width: float
    words: Texts


_Source = ChannelStop | _Nothing


class _Item(PartItem):
    """What a channels lane shows of one step, with the line that leads to it."""

    _source: _Source

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink, CHANNELS_LEVEL)
        self._chips: list[QRectF] = []

    def area(self) -> QRectF:
        """Return a rectangle around lines, chips and marks."""
        source = self._source
        if isinstance(source, _Nothing):
            return QRectF(0, source.route.y, source.width, 2 * CELL_PADDING + CHIP_HEIGHT)
        xs = [link.x1 for link in source.links]
        ys = [y for link in source.links for y in (link.y1, link.y2)]
        left, right = min([source.x, *xs]), source.x + source.width
        top = min([*ys, *(chip.y for chip in source.chips)])
        bottom = max([*ys, *(chip.y + CHIP_HEIGHT for chip in source.chips)])
        return QRectF(left, top, right - left, bottom - top).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

    def shapes(self) -> tuple[Primitive, ...]:
        """Return line, chips and marks."""
        source = self._source
        if isinstance(source, _Nothing):
            return draw_nothing(source.route, 0, source.width, source.words)
        return draw_stop(source)

    def draw_anew(self) -> None:
        """Draw other shapes the next time."""
        chips = self._source.chips if isinstance(self._source, ChannelStop) else ()
        self._chips = [QRectF(chip.x, chip.y, chip.width, CHIP_HEIGHT) for chip in chips]
        super().draw_anew()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint what is drawn; from far away chips as plain bars."""
        super().paint(painter, option, widget)
        if self._ink.detail == "far":
            painter.setPen(self._ink.pen(""))
            painter.setBrush(self._ink.brush("card.border"))
            painter.drawRects(self._chips)


class ChannelLayer(DrawnLayer[_Key, _Item]):
    """The items of all channels lanes of a map."""

    def __init__(self, ink: Ink) -> None:
        super().__init__(ink, _Item)

    def follow(self, scene: QGraphicsScene, arrangement: Arrangement, words: Texts) -> None:
        """Follow another state of the map in `scene`; items whose stops are the same objects are left alone."""
        self.show_sources(scene, _sources(arrangement, words))


def _sources(arrangement: Arrangement, words: Texts) -> Iterator[tuple[_Key, _Source]]:
    for route in arrangement.routes:
        for stop in route.stops:
            yield (route.lane, stop.step), stop
        if not route.stops:
            yield (route.lane, ""), _Nothing(route, arrangement.width, words)
