"""A card on the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.layout.theme import emotion_style, note_style
from cjeditor.model.cards import Touchpoint

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from cjeditor.canvas.ink import Ink, Picture
    from cjeditor.layout.arrangement import CardBox

CARD_LEVEL = 3.0
LIFTED_LEVEL = 6.0
FADED = 0.22
"""The opacity of what is not being looked for: still there, and out of the way."""
STRIP_WIDTH = 8.0
"""Of the coloured edge that a card has from far away."""
_RING = 2.5
_RING_RADIUS = 9.0


class CardItem(QGraphicsRectItem):
    """One touchpoint or note; the scene makes it, moves it and takes it away."""

    def __init__(self, box: CardBox, ink: Ink) -> None:
        # The rectangle's pen is never drawn: its width makes Qt's own bounding rectangle hold the selection ring.
        super().__init__(0, 0, box.width, box.height)
        self.setPen(QPen(Qt.GlobalColor.black, 2 * _RING + 3))
        self.setZValue(CARD_LEVEL)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.box = box
        self._ink = ink
        self._picture: Picture | None = None
        self._chosen = False
        self._rest = 1.0
        self._measure()
        self.setPos(box.x, box.y)

    def show_box(self, box: CardBox) -> None:
        """Take the card's new place and look; only what differs is repainted."""
        old, self.box = self.box, box
        if box.look is not old.look:
            self._picture = None
            self._measure()
            if (box.width, box.height) != (old.width, old.height):
                self.setRect(0, 0, box.width, box.height)
            self.update()
        self.setPos(box.x, box.y)  # Qt compares

    def show_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._ink = ink
        self._picture = None
        self._measure()
        self.update()

    def show_chosen(self, chosen: bool) -> None:
        """Draw the selection ring, or not."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def show_faded(self, faded: bool) -> None:
        """Fade while something else is looked for, or do not."""
        self._rest = FADED if faded else 1.0
        self.setOpacity(self._rest)  # Qt compares

    def lift(self, dx: float, dy: float) -> None:
        """Show the card being carried, so far from its place."""
        self.show()  # from far away the layer of all cards stands in for it
        self.setZValue(LIFTED_LEVEL)
        self.setCacheMode(QGraphicsRectItem.CacheMode.DeviceCoordinateCache)
        self.setOpacity(0.93)
        self.setPos(self.box.x + dx, self.box.y + dy)

    def put_back(self) -> None:
        """Show the card in its place again."""
        self.setZValue(CARD_LEVEL)
        self.setCacheMode(QGraphicsRectItem.CacheMode.NoCache)
        self.setOpacity(self._rest)
        self.setPos(self.box.x, self.box.y)

    def _measure(self) -> None:
        ink, box = self._ink, self.box
        self._ring = QRectF(-1.75, -1.75, box.width + 3.5, box.height + 3.5)
        self._area = QRectF(0, 0, box.width, box.height)
        fill, edge = far_styles(box)
        self._fill, self._edge = ink.brush(fill), ink.brush(edge)
        self._strip = QRectF(0, 0, STRIP_WIDTH, box.height)
        self._ring_pen = ink.pen("selection", _RING)
        self._no_pen, self._no_brush = ink.pen(""), ink.brush("")

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Paint the card with as much detail as the zoom is worth."""
        detail = self._ink.detail
        if detail == "far":
            painter.fillRect(self._area, self._fill)
            painter.fillRect(self._strip, self._edge)
        else:
            if self._picture is None:
                self._picture = self._ink.picture(self.box.look.primitives)
            self._picture.paint(painter, detail)
        if self._chosen:
            painter.setPen(self._ring_pen)
            painter.setBrush(self._no_brush)
            painter.drawRoundedRect(self._ring, _RING_RADIUS, _RING_RADIUS)


def far_styles(box: CardBox) -> tuple[str, str]:
    """Return the styles of fill and edge of a card seen from far away."""
    record = box.record
    if isinstance(record, Touchpoint):
        return "card.border", "rule.strong" if record.emotion is None else emotion_style(record.emotion)
    style = note_style(record.kind)
    return f"note.{style}", f"edge.{style}"
