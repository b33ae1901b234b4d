"""How long a finger has rested: after a moment it grasps what lies under it, after a while it asks for a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.touch.ring import HoldRing

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

_GRASP = 0.25
"""Of the time that the system calls press and hold: the part after which a finger has grasped."""


class Hold(QObject):
    """Counts one press at a time, and shows around the finger that a menu is coming.

    Signals:
        grasped(): the finger has rested for a moment; what it touches goes with it from now on.
        ripened(): it has rested so long that lifting it brings the menu.
    """

    grasped = Signal()
    ripened = Signal()

    def __init__(self, place: QWidget) -> None:
        """Show the ring over `place`, which owns this."""
        super().__init__(place)
        self._at: QPointF | None = None
        self._ring: HoldRing | None = None
        self._has_grasped = False
        self._ripe = False
        self._moment = QTimer(self)
        self._while = QTimer(self)
        for timer, slot in ((self._moment, self._grasp), (self._while, self._ripen)):
            timer.setSingleShot(True)
            timer.timeout.connect(slot)

    @property
    def has_grasped(self) -> bool:
        """Whether the finger has rested for a moment."""
        return self._has_grasped

    @property
    def ripe(self) -> bool:
        """Whether it has rested long enough for the menu."""
        return self._ripe

    def begin(self, at: QPointF) -> None:
        """A finger went down at a point of the screen."""
        self.end()
        whole = QGuiApplication.styleHints().mousePressAndHoldInterval()
        self._at = at
        self._moment.start(round(whole * _GRASP))
        self._while.start(whole)

    def end(self) -> None:
        """It moved on, or went up."""
        self._moment.stop()
        self._while.stop()
        self._has_grasped = self._ripe = False
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None

    def _grasp(self) -> None:
        self._has_grasped = True
        place = self.parent()  # asked, not kept: it owns this
        if self._at is not None and isinstance(place, QWidget):
            self._ring = HoldRing(place, place.mapFromGlobal(self._at), max(1, self._while.remainingTime()))
        self.grasped.emit()

    def _ripen(self) -> None:
        self._ripe = True
        if self._ring is not None:
            self._ring.close_up()
        self.ripened.emit()
