"""Keys that change what a drag means: pressed or let go while the pointer rests, they count at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cjeditor.canvas.tools.gesture import Stage
    from cjeditor.canvas.tools.hand import Hand

_MODIFIERS = {
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
}


class HeldKeys(QObject):
    """Watches the keyboard for the hand while it drags something."""

    def __init__(self, stage: Stage, hand: Hand, keyboard: QWidget) -> None:
        """Watch.

        Args:
            stage: where the hand is.
            hand: drags.
            keyboard: the widget that gets the keys; it owns this.
        """
        super().__init__(keyboard)
        self._stage = stage
        self._hand = hand
        keyboard.installEventFilter(self)

    def _take(self, event: QKeyEvent) -> None:
        modifier = _MODIFIERS.get(Qt.Key(event.key()))
        pointer = self._hand.last
        if modifier is None or pointer is None or not self._hand.active:
            return
        down = event.type() == QEvent.Type.KeyPress
        held = pointer.modifiers | modifier if down else pointer.modifiers & ~modifier
        # The view may have gone on below a pointer at its edge.
        self._hand.follow(pointer._replace(scene=self._stage.view.scene_point(pointer.view), modifiers=held))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that change a drag; everybody else gets them, too."""
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._take(event)
        return super().eventFilter(watched, event)
