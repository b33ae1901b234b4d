"""What every gesture is: begun with a press, updated with each move, then committed or cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QPointF, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.headers import ColumnHeader, LaneHeader
    from cjeditor.canvas.outlet import Outlet
    from cjeditor.canvas.scene import MapScene
    from cjeditor.canvas.view import MapView


Axes = tuple[bool, bool]
"""Whether the view may scroll sideways, and up and down, while the pointer is at its edge."""

BOTH: Axes = (True, True)
ACROSS: Axes = (True, False)
DOWN: Axes = (False, True)
NEITHER: Axes = (False, False)


class Pointer(NamedTuple):
    """Where the pointer is: on the map, and in the viewport's pixels; and whether it is a finger, which is broad."""

    scene: QPointF
    view: QPointF
    modifiers: Qt.KeyboardModifier
    finger: bool = False


@dataclass(frozen=True)
class Stage:
    """Where gestures play: what they may change and where they show their previews."""

    desk: Desk
    scene: MapScene
    view: MapView
    column_header: ColumnHeader
    lane_header: LaneHeader
    outlet: Outlet

    @property
    def canvas(self) -> QWidget:
        """The widget that holds all the parts. Asked, not kept: it owns everything here."""
        return self.view.parentWidget() or self.view


class Gesture(Protocol):
    """A gesture in progress. Its constructor takes the press; nothing is changed before `commit`.

    `cursor` is shown as long as it lasts and may change with an update; `scrolls` says which way the view follows a
    pointer at its edge.
    """

    cursor: Qt.CursorShape
    scrolls: Axes

    def update(self, pointer: Pointer) -> None:
        """Show what would happen if the button were released here."""

    def commit(self) -> None:
        """Do it."""

    def cancel(self) -> None:
        """Leave everything as it was."""
