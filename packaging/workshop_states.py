"""The states of a workshop that pictures are taken of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Final

from cjeditor.catalogue.agendas import plans
from cjeditor.window.main_window import MainWindow


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
}
"""By the name of the picture."""
