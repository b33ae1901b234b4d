"""Which events of the mouse are none: what fingers and pens did, told a second time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputDevice

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent


def is_touch_again(event: QMouseEvent) -> bool:
    """Return whether Qt or the system made a mouse's event out of a touch, for programs that know mice only."""
    by_finger = event.device().type() == QInputDevice.DeviceType.TouchScreen
    return by_finger or event.source() == Qt.MouseEventSource.MouseEventSynthesizedBySystem
