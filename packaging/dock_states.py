"""The states of properties and outline that pictures are taken of: what is chosen, and which page is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, cast

from PySide6.QtWidgets import QApplication
from voting_states import VOTING_STATES
from workshop_states import WORKSHOP_STATES

from cjeditor.canvas.selection import Kind
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import map_of
from cjeditor.window.main_window import MainWindow
from cjeditor.window.room import Room

CHOSEN = 12
"""The card that is chosen in the pictures, by its number."""


def _room(window: MainWindow) -> Room:
    return cast(Room, window.room)


def _map(window: MainWindow) -> JourneyMap:
    return map_of(_room(window).document.project, _room(window).map_id())


def _choose(window: MainWindow, kind: Kind, ids: list[str]) -> None:
    """Choose things on the map and show their properties."""
    _room(window).canvas.selection.choose(kind, ids)
    _room(window).contents.properties.refresh()


def _touchpoint(window: MainWindow) -> None:
    _choose(window, "cards", [card.id for card in _map(window).touchpoints if card.number == CHOSEN])


def _several(window: MainWindow) -> None:
    _choose(window, "cards", [card.id for card in _map(window).touchpoints if card.drop_off_points][:3])
    _below(window, "drop_off_points")


def _links(window: MainWindow) -> None:
    _touchpoint(window)
    _below(window, "links")


def _phase(window: MainWindow) -> None:
    _choose(window, "phases", [_map(window).phases[0].id])


def _whole_map(window: MainWindow) -> None:
    _choose(window, "", [])


def _link(window: MainWindow) -> None:
    _choose(window, "links", [next(link.id for link in _map(window).links if link.hand_off == "broken")])


def _tree(window: MainWindow) -> None:
    _outline(window, 0)


def _table(window: MainWindow) -> None:
    _outline(window, 1)


def _below(window: MainWindow, key: str) -> None:
    """Scroll a field of the form to the top."""
    form = _room(window).contents.properties
    field = form.field(key)
    QApplication.processEvents()
    place = field.mapToGlobal(field.rect().topLeft()) - form.viewport().mapToGlobal(form.viewport().rect().topLeft())
    form.verticalScrollBar().setValue(form.verticalScrollBar().value() + place.y() - 40)


def _outline(window: MainWindow, page: int) -> None:
    window.actions_of_window["view.outline"].trigger()
    _room(window).contents.outline.turn_to(page)
    _room(window).canvas.cards.go_to(CHOSEN)


DOCK_STATES: Final[Mapping[str, Callable[[MainWindow], None]]] = {
    "properties-touchpoint": _touchpoint,
    "properties-links": _links,
    "properties-several": _several,
    "properties-phase": _phase,
    "properties-map": _whole_map,
    "properties-link": _link,
    "outline-tree": _tree,
    "outline-table": _table,
    **WORKSHOP_STATES,
    **VOTING_STATES,
}
