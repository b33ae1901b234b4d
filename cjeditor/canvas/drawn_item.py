"""An item that shows the layout's shapes of one part of a lane, drawn once and painted as often as Qt asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from cjeditor.canvas.ink import Ink, Picture
    from cjeditor.layout.primitives import Primitive


class DrawnItem(QGraphicsRectItem):
    """The item; kinds of it say in `shapes` what is drawn."""

    def __init__(self, ink: Ink, level: float) -> None:
        super().__init__()
        self.setPen(QPen(Qt.PenStyle.NoPen))
        self.setZValue(level)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._ink = ink
        self._picture: Picture | None = None

    def shapes(self) -> tuple[Primitive, ...]:
        """Return what is drawn."""
        raise NotImplementedError

    def show_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._ink = ink
        self.draw_anew()

    def draw_anew(self) -> None:
        """Draw other shapes the next time."""
        self._picture = None
        self.update()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Paint the shapes; from far away without words."""
        if self._picture is None:
            self._picture = self._ink.picture(self.shapes())
        self._picture.paint(painter, "full" if self._ink.detail == "full" else "middle")
