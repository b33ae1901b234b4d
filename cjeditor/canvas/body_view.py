"""The view as something to be touched: hands mouse and menu requests on to the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHelpEvent, QNativeGestureEvent, QTouchEvent

from cjeditor.canvas.doubled import is_touch_again
from cjeditor.canvas.view import MapView

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QTabletEvent
    from PySide6.QtWidgets import QWidget

    from cjeditor.canvas.ink import Ink
    from cjeditor.canvas.scene import MapScene


_PINCHING = 2
"""Fingers on a touch pad that pan while they zoom; more of them mean other things to the system."""


class BodyView(MapView):
    """The view of the map's body. Items take no part in events: whoever listens asks the arrangement what was hit.

    Signals:
        pressed(object), moved(object), released(object), double_clicked(object): a QMouseEvent.
        menu_wanted(object): a QContextMenuEvent.
        tip_wanted(object): a QHelpEvent.
        touched(object): a QTouchEvent.
        pen_used(object): a QTabletEvent.
    """

    pressed = Signal(object)
    moved = Signal(object)
    released = Signal(object)
    double_clicked = Signal(object)
    menu_wanted = Signal(object)
    tip_wanted = Signal(object)
    touched = Signal(object)
    pen_used = Signal(object)

    def __init__(self, scene: MapScene, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(scene, ink, parent)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        # Else Qt would scroll by two fingers, too.
        self.viewport().ungrabGesture(Qt.GestureType.PanGesture)

    def viewportEvent(self, event: QEvent) -> bool:
        """Take what fingers do on a touch pad for looking around; hand touches and requests for tips on."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self.tip_wanted.emit(event)
            return True
        if isinstance(event, QTouchEvent):
            self.touched.emit(event)
            return True
        if isinstance(event, QNativeGestureEvent):
            return self.take_gesture(event)
        return super().viewportEvent(event)

    def take_gesture(self, event: QNativeGestureEvent) -> bool:
        """Zoom and pan as fingers on a touch pad ask for it; False for gestures that mean nothing here."""
        match event.gestureType():
            case Qt.NativeGestureType.BeginNativeGesture:
                self.sharpen()
            case Qt.NativeGestureType.EndNativeGesture:
                self.sharpen()
            case Qt.NativeGestureType.ZoomNativeGesture:
                self.stretch_by(1.0 + event.value(), event.globalPosition())
            case Qt.NativeGestureType.PanNativeGesture if event.fingerCount() == _PINCHING:
                self.scroll_by(-event.delta().x(), -event.delta().y())
            case Qt.NativeGestureType.SmartZoomNativeGesture:
                self._zoom_smartly(event)
            case _:
                return False
        return True

    def _zoom_smartly(self, event: QNativeGestureEvent) -> None:
        """Show what lies there in its own size, or where it has that already, the whole map."""
        if self.zoom == 1.0:
            self.fit()
        else:
            self.zoom_to(1.0, event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hand it on; a press ends the zoom gesture."""
        if not is_touch_again(event):
            self.sharpen()
            self.pressed.emit(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hand it on."""
        if not is_touch_again(event):
            self.moved.emit(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Hand it on."""
        if not is_touch_again(event):
            self.released.emit(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Hand it on."""
        if not is_touch_again(event):
            self.double_clicked.emit(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Hand it on."""
        self.menu_wanted.emit(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Hand it on; a press ends the zoom gesture."""
        if event.type() == QEvent.Type.TabletPress:
            self.sharpen()
        self.pen_used.emit(event)
