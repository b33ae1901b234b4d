"""The states of dot voting that pictures are taken of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, cast

from cjeditor.catalogue.agendas import plans
from cjeditor.model.lookup import cards, map_of
from cjeditor.window.main_window import MainWindow
from cjeditor.window.voting.flow import VotingFlow

_BALLOTS = ("12 12 9", "9 14 38", "12 38 38", "14 12 9", "9 9 12", "38 12 14", "20 9")
_IN_THE_ROOM = 14
"""The card whose phase the room sees."""


def _new(window: MainWindow) -> None:
    """Fill in the form of a new round."""
    window.actions_of_window["vote.start"].trigger()
    window.room.contents.voting.form.question.setText("Was ärgert Mia am meisten?")


def _open(window: MainWindow) -> None:
    """Let seven of twelve have voted, and type the next ballot."""
    _new(window)
    form, ballots = window.room.contents.voting.form, window.room.contents.voting.ballots
    form.most.setValue(2)
    form.voters.setValue(12)
    form.start.click()
    numbers = _numbers(window)
    for ballot in _BALLOTS:
        ballots.field.setText(" ".join(number for number in ballot.split() if number in numbers))
        ballots.cast.click()
    ballots.field.setText("12 12")


def _wrong(window: MainWindow) -> None:
    """Type a number that no card has."""
    _open(window)
    window.room.contents.voting.ballots.field.setText("12 999")


def _clicks(window: MainWindow) -> None:
    """Vote by clicks."""
    window.room.canvas.cards.go_to(12)
    _open(window)
    window.actions_of_window.refresh()
    window.actions_of_window["vote.click"].trigger()


def _ranking(window: MainWindow) -> None:
    """Close the round."""
    _open(window)
    window.room.contents.voting.ballots.field.clear()
    cast(VotingFlow, window.room.target("voting")).close()


def _room(window: MainWindow) -> None:
    """Show the room how many have voted, in the agenda's step of voting."""
    window.room.canvas.cards.go_to(_IN_THE_ROOM)
    window.actions_of_window["view.room"].trigger()
    agenda = window.room.contents.agenda
    agenda.edits.take_plan(plans()[0])
    window.room.timer.start_step(next(step.id for step in agenda.edits.steps if step.kind == "vote"))
    _open(window)


def _room_ranking(window: MainWindow) -> None:
    """Show the room what people chose."""
    _room(window)
    cast(VotingFlow, window.room.target("voting")).close()


def _numbers(window: MainWindow) -> set[str]:
    journey_map = map_of(window.room.document.project, window.room.map_id())
    return {str(card.number) for card in cards(journey_map)}


VOTING_STATES: Final[Mapping[str, Callable[[MainWindow], None]]] = {
    "voting-new": _new,
    "voting-open": _open,
    "voting-wrong": _wrong,
    "voting-clicks": _clicks,
    "voting-ranking": _ranking,
    "voting-room": _room,
    "voting-room-ranking": _room_ranking,
}
"""By the name of the picture."""
