"""How each map of the project was looked at: zoom, scroll and what was chosen come back with the map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPointF

if TYPE_CHECKING:
    from cjeditor.canvas.desk import Desk
    from cjeditor.canvas.selection import Chosen
    from cjeditor.canvas.view import MapView


class Look(NamedTuple):
    """How a map was looked at; `corner` is the point of the map at the top left."""

    zoom: float
    corner: QPointF
    chosen: Chosen


class Looks(QObject):
    """Remembers the look of each map while the project is open; one seen for the first time begins at its top."""

    def __init__(self, desk: Desk, view: MapView) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._looks: dict[str, Look] = {}
        desk.map_left.connect(self._keep)
        desk.map_shown.connect(self._bring_back)

    def forget(self) -> None:
        """Know of no map: another project is here."""
        self._looks = {}

    def kept(self) -> dict[str, Look]:
        """Return the looks of the maps that were seen and are not on screen."""
        return {map_id: look for map_id, look in self._looks.items() if map_id != self._desk.map_id}

    def take(self, looks: Mapping[str, Look]) -> None:
        """Know again what another canvas with the same document `kept`."""
        self._looks = dict(looks)

    def _keep(self, map_id: str) -> None:
        self._view.sharpen()
        corner = self._view.scene_point(QPointF(0, 0))
        self._looks[map_id] = Look(self._view.zoom, corner, self._desk.selection.kept())

    def _bring_back(self, map_id: str) -> None:
        look = self._looks.get(map_id)
        if look is None:
            # A copy is seen as its original was; nothing but the ground would be seen of an empty map from far away.
            zoom = self._view.zoom if self._desk.arrangement.cards else 1.0
            self._view.show_from(zoom, QPointF(0, 0))
        else:
            self._desk.selection.put_back(look.chosen, self._desk.arrangement)
            self._view.show_from(look.zoom, look.corner)
