"""A pen on the map: it chooses and drags as a mouse does; its other end deletes, its button brings the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QPointingDevice
from PySide6.QtWidgets import QApplication

from cjeditor.canvas.hits import NOTHING
from cjeditor.canvas.tools.reach import pointer_at
from cjeditor.canvas.touch.taps import Taps

if TYPE_CHECKING:
    from PySide6.QtGui import QTabletEvent

    from cjeditor.canvas.hits import Hit
    from cjeditor.canvas.tools.gesture import Stage
    from cjeditor.canvas.tools.hand import Hand
    from cjeditor.canvas.touch.hold import Hold


class Pen(QObject):
    """Hands what a pen does on to the hand. How hard it is pressed means nothing.

    Signals:
        acted(): the pen went down.
        erase_wanted(Hit): the other end of the pen was put on a card or a link and lifted there.
    """

    acted = Signal()
    erase_wanted = Signal(object)

    def __init__(self, stage: Stage, hand: Hand, hold: Hold, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._hand = hand
        self._hold = hold
        self._start = QPointF()
        self._hit: Hit = NOTHING
        self._taps = Taps()

    def take(self, event: QTabletEvent) -> None:
        """The pen went down, moved or went up over a part of the canvas."""
        event.accept()
        erases = event.pointerType() == QPointingDevice.PointerType.Eraser
        match event.type():
            case QEvent.Type.TabletPress:
                self._press(event, erases=erases)
            case QEvent.Type.TabletMove if not erases:
                if (event.globalPosition() - self._start).manhattanLength() >= QApplication.startDragDistance():
                    self._hold.end()
                    self._taps.forget()
                self._hand.move(event)
            case QEvent.Type.TabletRelease:
                self._release(event, erases=erases)

    def _press(self, event: QTabletEvent, *, erases: bool) -> None:
        self.acted.emit()
        at = event.globalPosition()
        self._start, self._hit = at, self._hand.hit(pointer_at(self._stage, at))
        if erases:
            self._hand.cancel()
        elif event.button() == Qt.MouseButton.RightButton:
            self._hold.end()
            self._hand.ask_for_menu(at.toPoint(), self._hit)
        else:
            if event.button() == Qt.MouseButton.LeftButton:
                self._hold.begin(at)
            self._hand.press(event)

    def _release(self, event: QTabletEvent, *, erases: bool) -> None:
        ripe = self._hold.ripe
        self._hold.end()
        at = event.globalPosition()
        if erases:
            if self._hit.kind in ("card", "link") and self._hand.hit(pointer_at(self._stage, at)) == self._hit:
                self.erase_wanted.emit(self._hit)
            return
        if ripe and not self._hand.active:
            self._hand.ask_for_menu(at.toPoint(), self._hit)
            return
        rested = not self._hand.active and event.button() == Qt.MouseButton.LeftButton
        self._hand.release(event)
        if rested and self._taps.is_second(event.timestamp(), at, self._hit):
            self._hand.edit(self._hit)
