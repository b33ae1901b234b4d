"""Fingers and a pen on a canvas. Touches go through the window system's door, as those of a screen do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEventPoint, QInputDevice, QPointingDevice, QPointingDeviceUniqueId, QTabletEvent, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cjeditor.canvas.touch.ring import HoldRing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cjeditor.canvas.touch.hold import Hold
    from tests.canvas.hands import Hands

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
NO_BUTTON = Qt.MouseButton.NoButton
_SCREEN = QTest.createTouchDevice()


class Skin:
    """What a person can do with bare hands and a pen. Points are layout pixels of the map's body."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.canvas = hands.canvas
        self._down: dict[int, QPoint] = {}

    @property
    def ring(self) -> HoldRing | None:
        return next((one for one in self.canvas.findChildren(HoldRing) if one.isVisible()), None)

    def place(self, point: QPointF) -> QPoint:
        """Return where a point of the map lies in the window."""
        return self.canvas.view.viewport().mapTo(self.canvas, self.hands.at(point))

    def down(self, at: QPoint, finger: int = 0) -> None:
        """Put a finger down at a point of the window."""
        self._down[finger] = at
        self._send("press", finger)

    def down_together(self, *places: QPoint) -> None:
        """Put several fingers down at once: the screen tells of them in one event."""
        window = self.canvas.windowHandle()
        assert window is not None
        sequence = QTest.touchEvent(window, _SCREEN, False)
        for finger, at in enumerate(places):
            self._down[finger] = at
            sequence.press(finger, at)
        sequence.commit()

    def slide(self, at: QPoint, finger: int = 0, *, steps: int = 4) -> None:
        start = self._down[finger]
        for step in range(1, steps + 1):
            self._down[finger] = start + (at - start) * step / steps
            self._send("move", finger)

    def up(self, finger: int = 0) -> None:
        self._send("release", finger)
        del self._down[finger]

    def tap(self, at: QPoint) -> None:
        self.down(at)
        self.up()

    def rest(self) -> None:
        """Let the finger rest for a moment: it has grasped."""
        self.hold._moment.stop()
        self.hold._moment.timeout.emit()

    def rest_long(self) -> None:
        """Let it rest until the menu is coming."""
        if not self.hold.has_grasped:
            self.rest()
        self.hold._while.stop()
        self.hold._while.timeout.emit()

    @property
    def hold(self) -> Hold:
        return self.canvas._touching._fingers._hold

    def cancel(self) -> None:
        """Let the system take the touch away, as it does for a gesture of its own."""
        event = QTouchEvent(QEvent.Type.TouchCancel, _SCREEN, NONE, [])
        QApplication.sendEvent(self.canvas.view.viewport(), event)
        self.lift_all()

    def lift_all(self) -> None:
        """Leave no finger down: the screen would remember it in the next test."""
        for finger in list(self._down):
            self.up(finger)

    def tell(self, kind: QEvent.Type, at: QPoint, when: int) -> None:
        """Tell of one finger at a time of the events' own clock."""
        states = {
            QEvent.Type.TouchBegin: QEventPoint.State.Pressed,
            QEvent.Type.TouchUpdate: QEventPoint.State.Updated,
            QEvent.Type.TouchEnd: QEventPoint.State.Released,
        }
        place = QPointF(self.canvas.mapToGlobal(at))
        event = QTouchEvent(kind, _SCREEN, NONE, [QEventPoint(7, states[kind], place, place)])
        event.setTimestamp(when)
        QApplication.sendEvent(self.canvas.view.viewport(), event)

    def _send(self, what: str, finger: int) -> None:
        window = self.canvas.windowHandle()
        assert window is not None
        sequence = QTest.touchEvent(window, _SCREEN, False)
        for one, at in self._down.items():
            if one == finger:
                getattr(sequence, what)(one, at)
            else:
                sequence.stationary(one)
        sequence.commit()


class Nib:
    """A pen, whose events go through the application."""

    def __init__(self, hands: Hands, *, eraser: bool = False) -> None:
        self.hands = hands
        kind = QPointingDevice.PointerType.Eraser if eraser else QPointingDevice.PointerType.Pen
        self._device = QPointingDevice(
            "pen", 99, QInputDevice.DeviceType.Stylus, kind, QInputDevice.Capability.Pressure, 1, 3, "",
            QPointingDeviceUniqueId.fromNumericId(5),
        )  # fmt: skip
        self._when = 1_000

    def down(self, at: QPointF, button: Qt.MouseButton = LEFT, part: QWidget | None = None) -> None:
        self._send(QEvent.Type.TabletPress, at, button, button, part)

    def move(self, at: QPointF, button: Qt.MouseButton = LEFT, part: QWidget | None = None) -> None:
        self._send(QEvent.Type.TabletMove, at, NO_BUTTON, button, part)

    def up(self, at: QPointF, button: Qt.MouseButton = LEFT, part: QWidget | None = None) -> None:
        self._send(QEvent.Type.TabletRelease, at, button, NO_BUTTON, part)

    def tap(self, at: QPointF) -> None:
        self.down(at)
        self.up(at)

    def drag(self, start: QPointF, end: QPointF) -> None:
        self.down(start)
        for part in (0.1, 0.5, 1.0):
            self.move(start + (end - start) * part)
        self.up(end)

    def _send(
        self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, buttons: Qt.MouseButton, part: QWidget | None
    ) -> None:
        """Send it to the body, where `at` is a point of the map, or to another part, where it is one of its pixels."""
        widget = part or self.hands.viewport
        place = QPointF(self.hands.at(at)) if part is None else at
        event = QTabletEvent(
            kind, self._device, place, widget.mapToGlobal(place), 0.7, 0, 0, 0, 0, 0, NONE, button, buttons
        )
        self._when += 20
        event.setTimestamp(self._when)
        QApplication.sendEvent(widget, event)
