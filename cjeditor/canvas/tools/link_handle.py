"""The small handle at a card's right edge from which a link is drawn to another card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF

from cjeditor.canvas.hits import Hit
from cjeditor.canvas.selection import Spot
from cjeditor.layout.primitives import LineTo, Move, Path, circle

if TYPE_CHECKING:
    from cjeditor.canvas.tools.gesture import Stage

REACH = 9.0
"""How far from its middle the handle can be grasped, in screen pixels."""
_RADIUS = 6.5


class LinkHandle(QObject):
    """Shown for the card under the pointer, else for the one that is chosen alone; at every zoom as large on screen."""

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._under = ""
        self._hidden = False
        stage.desk.selection.changed.connect(self.follow)
        stage.desk.arranged.connect(self.follow)
        stage.view.zoom_changed.connect(self.follow)

    @property
    def card(self) -> str:
        """The card that has the handle now, or an empty string."""
        cards = self._stage.desk.arrangement.cards
        if self._hidden or self._stage.scene.ink.detail == "far":
            return ""
        if self._under in cards:
            return self._under
        chosen = self._stage.desk.selection.of("cards")
        return next(iter(chosen)) if len(chosen) == 1 and chosen <= cards.keys() else ""

    def hit(self, x: float, y: float, near: float = 0.0) -> Hit | None:
        """Return the handle if a point of the map lies on it, or not farther than `near` from its middle."""
        box = self._stage.desk.arrangement.cards.get(self.card)
        if box is None:
            return None
        reach = max(near, REACH / self._stage.view.zoom)
        if abs(x - box.x - box.width) > reach or abs(y - box.y - box.height / 2) > reach:
            return None
        return Hit("handle", box.id, Spot(box.step, box.lane, box.id))

    def point_at(self, hit: Hit) -> None:
        """The pointer is over something else now."""
        under = hit.id if hit.kind in ("card", "handle") else ""
        if under != self._under:
            self._under = under
            self.follow()

    def hide(self, hidden: bool) -> None:
        """Show no handle as long as a gesture goes on."""
        self._hidden = hidden
        self.follow()

    def follow(self) -> None:
        """Show the handle where its card is now."""
        scene = self._stage.scene
        box = self._stage.desk.arrangement.cards.get(self.card)
        if box is None:
            scene.handle_mark.hide()
            return
        size = 1.0 / self._stage.view.zoom
        x, y = box.x + box.width, box.y + box.height / 2
        arrow = Path(
            (
                Move(x - 3 * size, y),
                LineTo(x + 3 * size, y),
                Move(x + 0.5 * size, y - 2.5 * size),
                LineTo(x + 3 * size, y),
                LineTo(x + 0.5 * size, y + 2.5 * size),
            ),
            stroke="selection",
            stroke_width=1.5 * size,
        )
        ring = circle(x, y, _RADIUS * size, fill="card", stroke="selection", stroke_width=1.5 * size)
        half = REACH * size
        scene.handle_mark.show_shapes((ring, arrow), QRectF(x - half, y - half, 2 * half, 2 * half), scene.ink)
