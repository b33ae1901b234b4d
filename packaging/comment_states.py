"""The states of comments that pictures are taken of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from cjeditor.model.ids import new_id
from cjeditor.model.lookup import cell_cards, map_of, ordered, ordered_steps
from cjeditor.window.main_window import MainWindow

_SAID = (
    "Stimmt das noch? Seit August ruft der Service zurück.",
    "Zahlen kommen am Freitag aus dem Kreditservice.",
    "Wer übernimmt das?\nBitte bis zum nächsten Termin klären, sonst nehmen wir die Karte wieder heraus.",
)


def _comments(window: MainWindow) -> None:
    """Have comments on cards, a phase, a step and a lane, one of them resolved, and write another one."""
    room = window.room
    pane = room.contents.comments
    journey = map_of(room.document.project, room.map_id())
    touchpoints = next(lane for lane in ordered(journey.lanes) if lane.kind == "touchpoints")
    steps = ordered_steps(journey)
    first = cell_cards(journey, steps[0].id, touchpoints.id)[0]
    goals = next(lane for lane in ordered(journey.lanes) if lane.kind == "notes")
    note = cell_cards(journey, steps[0].id, goals.id)[0]
    subjects = (first.id, first.id, ordered(journey.phases)[0].id, touchpoints.id, steps[1].id, note.id)
    for at, about in enumerate(subjects):
        pane.edits.write(new_id("cm"), about, _SAID[at % len(_SAID)])
    window.actions_of_window["card.comment"].trigger()
    room.canvas.cards.go_to(first.number)
    pane.take_focus()
    pane.refresh()
    pane.list.choose([pane.edits.map.comments[0].id])
    pane.turn_to("all")


def _empty(window: MainWindow) -> None:
    """Have no comment at all."""
    pane = window.room.contents.comments
    pane.edits.delete([each.id for each in pane.edits.map.comments])
    window.actions_of_window["view.comments"].trigger()


def _about(window: MainWindow) -> None:
    """Show what is said on one card."""
    _comments(window)
    pane = window.room.contents.comments
    pane.show_about(pane.composer.about)


COMMENT_STATES: Final[Mapping[str, Callable[[MainWindow], None]]] = {
    "comments": _comments,
    "comments-empty": _empty,
    "comments-about": _about,
}
"""As in `dock_states`."""
