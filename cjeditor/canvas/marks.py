"""Marks over the map: where the focus is, where a dragged thing will land, what value a dragged point has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.layout.measure import text_width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainter

    from cjeditor.canvas.ink import Ink, Picture
    from cjeditor.layout.primitives import Primitive

FOCUS_LEVEL = 4.0
CELL_LEVEL = 1.0
MARK_LEVEL = 6.5
LABEL_LEVEL = 7.0
_LABEL_SIZE = 13.0


class BoxMark(QGraphicsRectItem):
    """A rectangle in one colour: a cell that would take the card, the bar between two cards, a rubber band."""

    def __init__(self, level: float) -> None:
        super().__init__()
        self.setZValue(level)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self._shown: tuple[Ink, str, str, float] | None = None
        self.hide()

    def show_at(self, rect: QRectF, ink: Ink, *, fill: str, stroke: str = "", opacity: float = 1.0) -> None:
        """Show the mark there; `fill` and `stroke` are style names."""
        # A drag says this at each move of the mouse; Qt repaints what lies below even where nothing is new.
        if rect != self.rect():
            self.setRect(rect)
        if self._shown == (ink, fill, stroke, opacity):
            self.show()
            return
        self._shown = (ink, fill, stroke, opacity)
        pen = QPen(ink.pen(stroke, 1.5))
        pen.setCosmetic(True)
        self.setPen(pen)
        self.setBrush(ink.brush(fill))
        self.setOpacity(opacity)
        self.show()


class FocusMark(QGraphicsRectItem):
    """A dashed frame around the card or the empty place that the keys act on."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(FOCUS_LEVEL)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._radius = 7.0
        self._plus = False
        self.hide()

    def show_at(self, rect: QRectF, ink: Ink, *, plus: bool) -> None:
        """Show the frame; with a `plus` sign where typing makes a card."""
        pen = QPen(ink.pen("selection", 1.5))
        pen.setCosmetic(True)
        pen.setDashPattern([3.0, 2.0])
        self.setPen(pen)
        self._plus = plus and rect.height() > 16
        self._radius = min(7.0, rect.height() / 2)
        self.setRect(rect)
        self.update()
        self.show()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Paint the frame and the plus sign."""
        painter.setPen(self.pen())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect(), self._radius, self._radius)
        if self._plus:
            pen = QPen(self.pen())
            pen.setStyle(Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            middle = self.rect().center()
            painter.drawLine(middle - QPointF(5, 0), middle + QPointF(5, 0))
            painter.drawLine(middle - QPointF(0, 5), middle + QPointF(0, 5))


class ShapeMark(QGraphicsRectItem):
    """A few of the layout's shapes that follow the pointer, such as a point of the curve."""

    def __init__(self, level: float) -> None:
        super().__init__()
        self.setZValue(level)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self._picture: Picture | None = None
        self.hide()

    def show_shapes(self, shapes: Iterable[Primitive], bounds: QRectF, ink: Ink) -> None:
        """Show the shapes, all of which lie within `bounds`."""
        self._picture = ink.picture(shapes)
        self.setRect(bounds)
        self.update()
        self.show()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Paint the shapes."""
        if self._picture is not None:
            self._picture.paint(painter, "full")


class LabelMark(QGraphicsRectItem):
    """A short word or number in a filled pill beside the pointer; as large on screen at every zoom."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(LABEL_LEVEL)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setFlag(QGraphicsRectItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self._text = ""
        self._ink: Ink | None = None
        self._style = "primary"
        self.hide()

    def show_at(self, at: QPointF, words: str, ink: Ink, style: str = "primary") -> None:
        """Show `words` with the pill's left edge at `at`."""
        self._text, self._ink, self._style = words, ink, style
        self.setPos(at)
        self.setRect(0, -12, text_width(words, "semibold", _LABEL_SIZE) + 20, 24)
        self.update()
        self.show()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Paint the pill."""
        ink = self._ink
        if ink is None:
            return
        painter.setPen(ink.pen(""))
        painter.setBrush(ink.brush(self._style))
        painter.drawRoundedRect(self.rect(), 12, 12)
        painter.setPen(ink.pen("on.emotion" if self._style.startswith("emotion") else "on.primary"))
        painter.setFont(ink.fonts.full("semibold", _LABEL_SIZE))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
