"""All that helps people to see their way on a map in one window."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.window.house import House
from cjeditor.window.seeing.flow import FindFlow


class Seeing(QObject):
    """Finding and filtering. It belongs to what the canvas lies in."""

    def __init__(self, canvas: MapCanvas, place: QWidget, house: House) -> None:
        """Make it.

        Args:
            canvas: shows the map.
            place: what the canvas lies in.
            house: what windows share.
        """
        super().__init__(place)
        self._canvas = canvas
        self.find = FindFlow(canvas, place, house)

    def targets(self) -> dict[str, object]:
        """Return what handlers in the actions table are methods of."""
        return {"find": self.find, "looking": self._canvas.looking, "folds": self._canvas.folds}
