"""The cards seen from far away: a few large items that fill all rectangles of one colour in one call.

Thousands of items of their own would cost a call each, however little they paint.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.canvas.card_item import CARD_LEVEL, FADED, STRIP_WIDTH, far_styles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QBrush
    from PySide6.QtWidgets import QGraphicsScene

    from cjeditor.canvas.ink import Ink
    from cjeditor.layout.arrangement import CardBox

SECTION_WIDTH = 8_000.0
_RING = 3.0


class FarLayer:
    """The sections of the layer, each as wide as a few dozen steps; hidden until somebody zooms out."""

    def __init__(self, ink: Ink) -> None:
        self._ink = ink
        self._sections: dict[int, _Section] = {}
        self._chosen: frozenset[str] = frozenset()
        self._faded: frozenset[str] = frozenset()
        self._shown = False

    @property
    def shown(self) -> bool:
        """Whether the layer stands in for the cards' own items."""
        return self._shown

    def show(self, shown: bool) -> None:
        """Stand in for the cards' own items, or not."""
        self._shown = shown
        for section in self._sections.values():
            section.setVisible(shown)

    def set_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._ink = ink
        for section in self._sections.values():
            section.take(ink, self._chosen)

    def choose(self, chosen: frozenset[str]) -> None:
        """Draw rings around these cards."""
        self._chosen = chosen
        for section in self._sections.values():
            section.take(self._ink, chosen)

    def fade(self, cards: frozenset[str]) -> None:
        """Let these cards fade."""
        self._faded = cards
        for section in self._sections.values():
            section.fade(cards)

    def follow(self, scene: QGraphicsScene, gone: Iterable[CardBox], come: Iterable[CardBox], height: float) -> None:
        """Take cards away and add others; `height` is that of the map, `scene` the one that shows the sections."""
        for box in gone:
            section = self._sections.get(int(box.x // SECTION_WIDTH))
            if section is not None:
                section.boxes.pop(box.id, None)
                section.forget()
        for box in come:
            number = int(box.x // SECTION_WIDTH)
            section = self._sections.get(number)
            if section is None:
                section = self._sections[number] = _Section(number, self._ink)
                section.fade(self._faded)
                section.setVisible(self._shown)
                scene.addItem(section)
            section.boxes[box.id] = box
            section.forget()
        for number, section in list(self._sections.items()):
            if not section.boxes:
                scene.removeItem(self._sections.pop(number))
            else:
                section.reach(height)


class _Section(QGraphicsRectItem):
    """A stretch of the layer."""

    def __init__(self, number: int, ink: Ink) -> None:
        super().__init__(number * SECTION_WIDTH, 0, SECTION_WIDTH + 1_600, 1)
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setZValue(CARD_LEVEL)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.boxes: dict[str, CardBox] = {}
        self._ink = ink
        self._chosen: frozenset[str] = frozenset()
        self._faded: frozenset[str] = frozenset()
        self._fills: list[tuple[float, QBrush, list[QRectF]]] | None = None
        self._rings: list[QRectF] = []

    def take(self, ink: Ink, chosen: frozenset[str]) -> None:
        """Take colours and the chosen cards."""
        if ink is not self._ink:
            self._ink = ink
            self._fills = None
        self._chosen = chosen
        self._rings = self._ringed()
        self.update()

    def fade(self, cards: frozenset[str]) -> None:
        """Take the cards that fade."""
        self._faded = cards
        self.forget()

    def forget(self) -> None:
        """Some cards are other ones."""
        self._fills = None
        self.update()

    def reach(self, height: float) -> None:
        """Be as high as the map."""
        rect = self.rect()
        if rect.height() != height:
            rect.setHeight(height)
            self.setRect(rect)

    def _ringed(self) -> list[QRectF]:
        found = (self.boxes.get(one) for one in self._chosen)
        return [QRectF(box.x, box.y, box.width, box.height) for box in found if box is not None]

    def _filled(self) -> list[tuple[float, QBrush, list[QRectF]]]:
        """Return all rectangles by opacity and colour: cards first, then their coloured edges."""
        fills: defaultdict[tuple[float, str], list[QRectF]] = defaultdict(list)
        edges: defaultdict[tuple[float, str], list[QRectF]] = defaultdict(list)
        for box in self.boxes.values():
            fill, edge = far_styles(box)
            opacity = FADED if box.id in self._faded else 1.0
            fills[opacity, fill].append(QRectF(box.x, box.y, box.width, box.height))
            edges[opacity, edge].append(QRectF(box.x, box.y, STRIP_WIDTH, box.height))
        brush = self._ink.brush
        return [(opacity, brush(style), rects) for group in (fills, edges) for (opacity, style), rects in group.items()]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Fill all rectangles, colour by colour."""
        if self._fills is None:
            self._fills = self._filled()
            self._rings = self._ringed()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self._ink.pen(""))
        for opacity, brush, rects in self._fills:
            painter.setOpacity(opacity)
            painter.setBrush(brush)
            painter.drawRects(rects)
        painter.setOpacity(1.0)
        if self._rings:
            pen = QPen(self._ink.pen("selection", _RING))
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(self._ink.brush(""))
            painter.drawRects(self._rings)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
