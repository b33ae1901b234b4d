"""The states of a workshop that pictures are taken of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Final

from cjeditor.catalogue.agendas import plans
from cjeditor.window.main_window import MainWindow

_THOUGHTS = (
    "Der Berater ruft nicht zurück",
    "Unterlagen müssen dreimal eingereicht werden, jedes Mal in einer anderen Form",
    "Niemand erklärt die Zinsbindung",
    "Eine Checkliste vor dem ersten Termin",
    "Die Kinderbetreuung während des Termins fehlt",
    "der Berater ruft nicht zurück!",
    "Niemand erklärt die Zinsbindung.",
    "NIEMAND erklärt die Zinsbindung",
)


def _empty(window: MainWindow) -> None:
    """Have no plan yet."""
    edits = window.room.contents.agenda.edits
    for step in edits.steps:
        edits.delete(step.id)
    window.actions_of_window["view.agenda"].trigger()


def _agenda(window: MainWindow) -> None:
    """Take the plan of an hour and be in the middle of its fifth step."""
    _empty(window)
    agenda, timer = window.room.contents.agenda, window.room.timer
    agenda.edits.take_plan(plans()[0])
    timer.start_step(agenda.edits.steps[4].id)
    _let_pass(window, 95)


def _over(window: MainWindow) -> None:
    """Let the time of a step be over."""
    _agenda(window)
    _let_pass(window, 30 + timedelta(minutes=3).seconds)


def _persona(window: MainWindow) -> None:
    """Tell the room whose journey it is."""
    window.actions_of_window["view.room"].trigger()
    agenda = window.room.contents.agenda
    agenda.edits.take_plan(plans()[-1])
    window.room.timer.start_step(next(step.id for step in agenda.edits.steps if step.kind == "brief"))


def _inbox(window: MainWindow) -> None:
    """Take down some thoughts, some of them twice."""
    window.actions_of_window["view.inbox"].trigger()
    inbox = window.room.contents.inbox
    inbox.edits.take_lines("\n".join(_THOUGHTS), "inbox")
    inbox.edits.take_lines("Was kostet ein Umzug?", "parking_lot")
    ids = [card.id for card in inbox.edits.waiting("inbox")]
    inbox.edits.set_kind(ids[1:3], "pain_point")
    inbox.edits.set_kind(ids[3:4], "opportunity")
    inbox.list.setFocus()
    inbox.list.choose(ids[1:3], 0)


def _inbox_empty(window: MainWindow) -> None:
    window.actions_of_window["view.inbox"].trigger()


def _let_pass(window: MainWindow, seconds: int) -> None:
    timer = window.room.timer
    timer.pause()
    timer.take(replace(timer.state, spent=float(seconds)))
    timer.start()
    timer.tick()


WORKSHOP_STATES: Final[Mapping[str, Callable[[MainWindow], None]]] = {
    "agenda": _agenda,
    "agenda-over": _over,
    "agenda-empty": _empty,
    "inbox": _inbox,
    "inbox-empty": _inbox_empty,
    "room-view-persona": _persona,
}
"""By the name of the picture."""
