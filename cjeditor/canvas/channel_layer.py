"""The channels lanes on the canvas: an item a step, so that a changed step repaints its surroundings only."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF

from cjeditor.canvas.drawn_item import DrawnItem
from cjeditor.layout.channels import draw_nothing, draw_stop
from cjeditor.layout.metrics import CELL_PADDING, CHIP_HEIGHT
from cjeditor.layout.route import ChannelRoute, ChannelStop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QGraphicsScene, QStyleOptionGraphicsItem, QWidget

    from cjeditor.canvas.ink import Ink
    from cjeditor.layout.arrangement import Arrangement
    from cjeditor.layout.primitives import Primitive
    from cjeditor.texts import Texts

CHANNELS_LEVEL = 2.0
_MARGIN = 8.0
"""How far marks stick out of chips and lines."""

_Key = tuple[str, str]
"""A lane, and a step of it; no step where the lane has nothing to show."""


class _Nothing(NamedTuple):
    """A lane without a chip, on a map `width` wide."""

    route: ChannelRoute
    width: float


_Source = ChannelStop | _Nothing


class ChannelLayer:
    """The items of all channels lanes of a map."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self._words: Texts | None = None
        self._items: dict[_Key, _Item] = {}

    def set_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._ink = ink
        for item in self._items.values():
            item.show_ink(ink)

    def follow(self, scene: QGraphicsScene, arrangement: Arrangement, words: Texts) -> None:
        """Follow another state of the map in `scene`; items whose stops are the same objects are left alone."""
        if words is not self._words:
            self._words = words
            self._clear(scene)
        sources = dict(_sources(arrangement))
        for key in self._items.keys() - sources.keys():
            scene.removeItem(self._items.pop(key))
        for key, source in sources.items():
            item = self._items.get(key)
            if item is None:
                item = self._items[key] = _Item(source, self._ink, words)
                scene.addItem(item)
            else:
                item.show_source(source)

    def _clear(self, scene: QGraphicsScene) -> None:
        for item in self._items.values():
            scene.removeItem(item)
        self._items = {}


def _sources(arrangement: Arrangement) -> Iterator[tuple[_Key, _Source]]:
    for route in arrangement.routes:
        for stop in route.stops:
            yield (route.lane, stop.step), stop
        if not route.stops:
            yield (route.lane, ""), _Nothing(route, arrangement.width)


class _Item(DrawnItem):
    """What a channels lane shows of one step, with the line that leads to it."""

    def __init__(self, source: _Source, ink: Ink, words: Texts) -> None:
        super().__init__(ink, CHANNELS_LEVEL)
        self._words = words
        self._source = source
        self._measure()

    def show_source(self, source: _Source) -> None:
        """Take another state of this step; the same costs nothing."""
        if source is not self._source and source != self._source:
            self._source = source
            self._measure()
            self.draw_anew()

    def _measure(self) -> None:
        chips = self._source.chips if isinstance(self._source, ChannelStop) else ()
        self._chips = [QRectF(chip.x, chip.y, chip.width, CHIP_HEIGHT) for chip in chips]
        self.setRect(_area(self._source))

    def shapes(self) -> tuple[Primitive, ...]:
        """Return line, chips and marks."""
        source = self._source
        if isinstance(source, _Nothing):
            return draw_nothing(source.route, 0, source.width, self._words)
        return draw_stop(source)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint what is drawn; from far away chips as plain bars."""
        super().paint(painter, option, widget)
        if self._ink.detail == "far":
            painter.setPen(self._ink.pen(""))
            painter.setBrush(self._ink.brush("card.border"))
            painter.drawRects(self._chips)


def _area(source: _Source) -> QRectF:
    """Return a rectangle around all that is drawn of a source."""
    if isinstance(source, _Nothing):
        return QRectF(0, source.route.y, source.width, 2 * CELL_PADDING + CHIP_HEIGHT)
    xs = [link.x1 for link in source.links]
    ys = [y for link in source.links for y in (link.y1, link.y2)]
    left, right = min([source.x, *xs]), source.x + source.width
    top = min([*ys, *(chip.y for chip in source.chips)])
    bottom = max([*ys, *(chip.y + CHIP_HEIGHT for chip in source.chips)])
    return QRectF(left, top, right - left, bottom - top).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
