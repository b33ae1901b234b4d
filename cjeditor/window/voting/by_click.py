"""Voting by clicks on the map: as long as it is on, a click on a card is a dot and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from cjeditor.canvas.hits import body_hit
from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.window.house import House

if TYPE_CHECKING:
    # Not before people vote by clicks.
    from cjeditor.window.voting.glass import VotingGlass

_MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseMove,
)


class VotingByClick(QObject):
    """Takes the mouse away from the canvas's own gestures; wheel, middle button and headers work as ever.

    Signals:
        dot_wanted(str): a dot on this card.
        dot_unwanted(str): one dot less on it.
        cast_wanted(): the ballot is complete.
        changed(): it was begun or ended.
    """

    dot_wanted = Signal(str)
    dot_unwanted = Signal(str)
    cast_wanted = Signal()
    changed = Signal()

    def __init__(self, canvas: MapCanvas, house: House, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._house = house
        self._glass: VotingGlass | None = None
        canvas.desk.map_left.connect(self.end)

    @property
    def is_on(self) -> bool:
        """Whether clicks are dots now."""
        return self._glass is not None

    def begin(self) -> None:
        """Let clicks be dots from now on."""
        if self._glass is not None or not self._canvas.finish_editing():
            return
        # Imported here: nobody waits for it to see the map.
        from cjeditor.window.voting.glass import VotingGlass  # noqa: PLC0415

        self._glass = glass = VotingGlass(self._canvas, self._house)
        glass.cast_wanted.connect(self.cast_wanted)
        glass.end_wanted.connect(self.end)
        self._canvas.view.viewport().installEventFilter(self)
        self._canvas.view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.changed.emit()

    def end(self) -> None:
        """Give the mouse back."""
        glass, self._glass = self._glass, None
        if glass is None:
            return
        viewport = self._canvas.view.viewport()
        viewport.removeEventFilter(self)
        viewport.unsetCursor()
        glass.hide()
        glass.deleteLater()
        self.changed.emit()

    def show_ballot(self, dots: tuple[str, ...], number: int, most: int) -> None:
        """Show on the map where the dots of the ballot lie.

        Args:
            dots: the ids of cards, one for each dot.
            number: of the ballot, from 1.
            most: how many dots people have.
        """
        if self._glass is not None:
            self._glass.show_ballot(dots, number, most)

    def _card_at(self, at: QPointF) -> str:
        view, arrangement = self._canvas.view, self._canvas.desk.arrangement
        point = view.scene_point(at)
        hit = body_hit(arrangement, point.x(), point.y(), view.zoom)
        return hit.id if hit.kind in ("card", "point") else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take left and right clicks, and let the map have all else."""
        if event.type() == QEvent.Type.ContextMenu:
            return True
        if event.type() not in _MOUSE or not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.MouseMove:
            return not event.buttons() & Qt.MouseButton.MiddleButton
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return False
        if event.type() != QEvent.Type.MouseButtonRelease:
            card = self._card_at(event.position())
            if card:
                (self.dot_wanted if event.button() == Qt.MouseButton.LeftButton else self.dot_unwanted).emit(card)
        return True
