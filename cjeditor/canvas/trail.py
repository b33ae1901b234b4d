"""Where somebody looked before a jump to another place of the map, to go back there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

_MOST = 50
_NEAR = 2.0
"""Screen pixels within which two places are the same."""


class Trail:
    """Remembers the places that were left by jumps, the last one first."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self._places: list[tuple[float, QPointF]] = []

    def keep(self) -> None:
        """Remember the present place: a jump is about to come."""
        self._places = [*self._places, self._here()][-_MOST:]

    def forget(self) -> None:
        """Know of no place: another map is shown."""
        self._places = []

    def go_back(self) -> None:
        """Look where one looked before the last jump; without one nothing happens."""
        while self._places:
            place = self._places.pop()
            if not self._is_here(place):
                self._view.show_from(*place)
                return

    def _here(self) -> tuple[float, QPointF]:
        self._view.sharpen()
        return self._view.zoom, self._view.scene_point(QPointF(0, 0))

    def _is_here(self, place: tuple[float, QPointF]) -> bool:
        zoom, corner = place
        away = (corner - self._view.scene_point(QPointF(0, 0))) * zoom
        return zoom == self._view.zoom and away.manhattanLength() <= _NEAR
