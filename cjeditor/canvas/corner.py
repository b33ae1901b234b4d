"""The corner between the headers: the lead persona's card, or the invitation to add one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QWidget

from cjeditor.canvas.headers import header_scale
from cjeditor.layout.draw_persona import hypothesis_in_words, persona_card, persona_invitation

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QMouseEvent, QPaintEvent

    from cjeditor.canvas.ink import Ink, Picture
    from cjeditor.layout.arrangement import Arrangement
    from cjeditor.layout.primitives import Primitive
    from cjeditor.model.project import Persona
    from cjeditor.texts import Texts

_INSET = 4.0
_RADIUS = 7.0
_NAMED = 80
"""Characters of a name that a screen reader says."""


class PersonaCorner(QAbstractButton):
    """Shows the persona of an arrangement and can be clicked; keys go by the menu, for Tab belongs to the cards.

    Signals:
        edit_wanted(): it was double-clicked.
    """

    edit_wanted = Signal()

    def __init__(self, ink: Ink, top: int, parent: QWidget) -> None:
        """Make it; `top` is the air above the headers in pixels."""
        super().__init__(parent)
        self._ink = ink
        self._top = top
        self._persona: Persona | None = None
        self._size = (0.0, 0.0)
        self._zoom = 1.0
        self._picture: Picture | None = None
        self._shapes: tuple[Primitive, ...] = ()
        self.setObjectName("persona_corner")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def persona(self) -> Persona | None:
        """Who is shown."""
        return self._persona

    def show_arrangement(self, arrangement: Arrangement, labels: Texts, words: Texts) -> None:
        """Show the lead persona; the map speaks `labels`, the invitation the window's `words`."""
        self._persona = persona = arrangement.persona
        width, height = arrangement.lane_header_width, arrangement.header_height
        if persona is None:
            shapes = persona_invitation(width, height, words, arrangement.hypothesis)
            self.setAccessibleName(words.t("Add persona…"))
        else:
            shapes = persona_card(persona, width, height, labels, arrangement.hypothesis)
            self.setAccessibleName(words.t("Persona: {name}", name=persona.name[:_NAMED]))
        said = hypothesis_in_words(arrangement.hypothesis, words)
        self.setToolTip(said)
        self.setAccessibleDescription(said)
        self._size = (width, height)
        if shapes != self._shapes:
            self._shapes, self._picture = shapes, None
            self.update()

    def show_zoom(self, zoom: float) -> None:
        """Follow the zoom of the map."""
        self._zoom = zoom

    def set_ink(self, ink: Ink) -> None:
        """Take the colours of another theme."""
        self._ink, self._picture = ink, None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, raised where the pointer is over it."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._ink.brush("canvas"))
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            scale = header_scale(self._zoom)
            painter.translate(0, self._top)
            painter.scale(scale, scale)
            if self.underMouse():
                width, height = self._size
                painter.setPen(self._ink.pen("card.border"))
                painter.setBrush(self._ink.brush("card"))
                painter.drawRoundedRect(QRectF(_INSET, 0.5, width - 2 * _INSET, height - 1), _RADIUS, _RADIUS)
            if self._picture is None:
                self._picture = self._ink.picture(self._shapes)
            self._picture.paint(painter, "full")

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        super().enterEvent(event)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the editor; the first click has shown the card already."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.edit_wanted.emit()
