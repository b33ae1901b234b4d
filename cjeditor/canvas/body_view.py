"""The view as something to be touched: hands mouse and menu requests on to the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHelpEvent, QNativeGestureEvent

from cjeditor.canvas.view import MapView

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QMouseEvent


class BodyView(MapView):
    """The view of the map's body. Items take no part in events: whoever listens asks the arrangement what was hit.

    Signals:
        pressed(object), moved(object), released(object), double_clicked(object): a QMouseEvent.
        menu_wanted(object): a QContextMenuEvent.
        tip_wanted(object): a QHelpEvent.
    """

    pressed = Signal(object)
    moved = Signal(object)
    released = Signal(object)
    double_clicked = Signal(object)
    menu_wanted = Signal(object)
    tip_wanted = Signal(object)

    def viewportEvent(self, event: QEvent) -> bool:
        """Take the pinch of a touch pad for a zoom; hand requests for tips on."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self.tip_wanted.emit(event)
            return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_to(self.zoom * (1.0 + event.value()), event.position())
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hand it on; a press ends the zoom gesture."""
        self.sharpen()
        self.pressed.emit(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hand it on."""
        self.moved.emit(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Hand it on."""
        self.released.emit(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Hand it on."""
        self.double_clicked.emit(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Hand it on."""
        self.menu_wanted.emit(event)
