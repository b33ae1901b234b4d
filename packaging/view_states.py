"""States of the gallery that show ways to look at a map: its order, its saved views."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QMenu

from cjeditor.analysis.finding import Sought
from cjeditor.window.main_window import MainWindow
from cjeditor.window.views.flow import SavedViews

_IN_THE_MIDDLE = 14
"""A card in the middle of the map, by its number."""


def _show_order(window: MainWindow) -> None:
    """Show the order of the touchpoints."""
    window.actions_of_window["views.order"].trigger()


def _show_order_near(window: MainWindow) -> None:
    """Show the order of the touchpoints from nearby, with links."""
    window.room.canvas.cards.go_to(_IN_THE_MIDDLE)
    window.room.canvas.view.zoom_to(1.0)
    window.actions_of_window["views.order"].trigger()


def _save_views(window: MainWindow) -> None:
    canvas = window.room.canvas
    (views,) = window.findChildren(SavedViews)
    window.actions_of_window["view.fit"].trigger()
    views.keep("Die ganze Reise")
    canvas.cards.go_to(_IN_THE_MIDDLE)
    canvas.looking.fit_phase()
    canvas.finding.seek(Sought(emotions=frozenset({-2, -1}), evidence=frozenset({"assumption"})))
    views.keep("Wo es wehtut & warum")
    canvas.finding.seek(None)
    canvas.looking.fit_lane()
    canvas.show_order(True)
    views.keep("Entlang der Touchpoints")


def _show_saved_views(window: MainWindow) -> None:
    """Open the list of saved views."""
    _save_views(window)
    window.actions_of_window["views.previous"].trigger()
    window.actions_of_window["views.manage"].trigger()


def _show_saved_views_menu(window: MainWindow) -> None:
    """Open the menu of saved views."""
    _save_views(window)
    menu = next(one for one in window.menuBar().findChildren(QMenu) if one.objectName() == "saved_views")
    menu.popup(window.mapToGlobal(window.rect().center()))


VIEW_STATES: Mapping[str, Callable[[MainWindow], None]] = MappingProxyType(
    {
        "order": _show_order,
        "order-near": _show_order_near,
        "saved-views": _show_saved_views,
        "saved-views-menu": _show_saved_views_menu,
    }
)
"""By the name of the state."""
