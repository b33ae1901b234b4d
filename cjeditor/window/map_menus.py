"""Menus that depend on the map: context menus, and those of the menu bar that are filled from it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMainWindow, QMenu

from cjeditor.canvas.map_canvas import MapCanvas
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import map_of
from cjeditor.window import menu_plan
from cjeditor.window.action_set import ActionSet
from cjeditor.window.block_menus import BlockMenu, WindowMenu
from cjeditor.window.house import House
from cjeditor.window.menus import Menus

_KINDS = ("notes", "framework_phases")


class MapMenus(QObject):
    """The menus of one window in which the map has a say."""

    def __init__(
        self, menus: Menus, actions: ActionSet, canvas: MapCanvas, house: House, window: QMainWindow, parent: QObject
    ) -> None:
        """Fill those of the menu bar.

        Args:
            menus: of the window.
            actions: of the window.
            canvas: shows the map.
            house: what windows share.
            window: where context menus belong.
            parent: the room.
        """
        super().__init__(parent)
        self._menus = menus
        self._actions = actions
        self._canvas = canvas
        self._house = house
        self._window = window
        self._windows = WindowMenu(menus.open_ended["windows"][0], house.windows)
        self._blocks = [self._filled(menu, kind) for kind in _KINDS for menu in menus.open_ended[kind]]

    def offer(self, journey_map: JourneyMap) -> None:
        """Offer in the menu bar what fits another map."""
        for menu in self._blocks:
            menu.offer(journey_map)

    def show(self, place: QPoint, kind: str, _record_id: str) -> None:
        """Show what can be done with the thing at `place` of the screen; the canvas has chosen it already."""
        self._actions.refresh()
        plan = menu_plan.CONTEXT_MENUS.get(kind, menu_plan.CONTEXT_MENUS["map"])
        menu = self._menus.build(plan, self._window)
        for open_menu in menu.findChildren(QMenu, "notes"):
            canvas = self._canvas
            self._filled(open_menu, "notes").offer(map_of(canvas.desk.document.project, canvas.map_id))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _filled(self, menu: QMenu, kind: str) -> BlockMenu:
        made = BlockMenu(menu, kind, self._house.words, self._house.icons)
        made.chosen.connect(self._canvas.add_block)
        return made
