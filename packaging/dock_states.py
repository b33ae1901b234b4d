"""The states of properties and outline that pictures are taken of: what is chosen, and which page is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, cast

from check_states import CHECK_STATES
from comment_states import COMMENT_STATES
from compare_states import COMPARE_STATES
from file_states import FILE_STATES
from keeping_states import KEEPING_STATES
from PySide6.QtWidgets import QApplication
from voting_states import VOTING_STATES
from workshop_states import WORKSHOP_STATES

from cjeditor.canvas.selection import Kind
from cjeditor.model.cards import Card
from cjeditor.model.edits.cards import set_touchpoint
from cjeditor.model.journey_map import JourneyMap
from cjeditor.model.lookup import in_journey_order, map_of
from cjeditor.window.main_window import MainWindow
from cjeditor.window.room import Room

_RATED = (
    (1, (1, 2, 1, 0)),
    (None, (-2, -1, 1, 2)),
    (-1, (-2, -2, 1, 0, -1)),
    (2, (1,)),
    (None, (-1, 0)),
    (0, ()),
)
"""Emotions and ratings of touchpoints that stand one after the other."""

CHOSEN = 12
"""The card that is chosen in the pictures, by its number."""


def _room(window: MainWindow) -> Room:
    return cast(Room, window.room)


def _map(window: MainWindow) -> JourneyMap:
    return map_of(_room(window).document.project, _room(window).map_id())


def _in_order(journey: JourneyMap) -> list[Card]:
    """Return the touchpoints along the journey."""
    return in_journey_order(journey, journey.touchpoints)


def _choose(window: MainWindow, kind: Kind, ids: list[str]) -> None:
    """Choose things on the map and show their properties."""
    _room(window).canvas.selection.choose(kind, ids)
    _room(window).contents.properties.refresh()


def _touchpoint(window: MainWindow) -> None:
    _choose(window, "cards", [card.id for card in _map(window).touchpoints if card.number == CHOSEN])


def _ratings(window: MainWindow) -> None:
    """Look at the curve: some touchpoints are rated by a group, one by nobody, one only by the group."""
    room = _room(window)
    some = _in_order(_map(window))
    for card, (emotion, ratings) in zip(some[4:], _RATED, strict=False):
        edit = partial(set_touchpoint, map_id=room.map_id(), ids=[card.id], emotion=emotion, ratings=ratings)
        room.document.apply("", edit)
    lane = next(lane.id for lane in _map(window).lanes if lane.kind == "emotion")
    room.canvas.selection.choose("lanes", [lane])
    window.actions_of_window["view.fit_lane"].trigger()
    room.canvas.view.zoom_to(1.0)
    _choose(window, "cards", [some[6].id])
    room.canvas.cards.go_to(some[6].number)
    room.canvas.view.scroll_by(0, 300)


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
    "ratings": _ratings,
    "properties-phase": _phase,
    "properties-map": _whole_map,
    "properties-link": _link,
    "outline-tree": _tree,
    "outline-table": _table,
    **WORKSHOP_STATES,
    **CHECK_STATES,
    **COMMENT_STATES,
    **COMPARE_STATES,
    **VOTING_STATES,
    **KEEPING_STATES,
    **FILE_STATES,
}
