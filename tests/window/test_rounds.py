"""Work that follows choices: one round after the other, each giving up the one before."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cjeditor.export.problems import ExportCancelled
from cjeditor.window.rounds import Rounds


@pytest.fixture
def owner(qapp: QApplication) -> QObject:
    """What the rounds belong to, kept while the test runs."""
    return QObject()


@pytest.fixture
def rounds(owner: QObject) -> Rounds:
    return Rounds(owner)


def test_a_round_begins_after_a_pause_and_tells_its_result(qtbot: QtBot, rounds: Rounds) -> None:
    with qtbot.waitSignals([rounds.begun, rounds.due]):
        rounds.renew()
        assert rounds.is_waiting
    with qtbot.waitSignal(rounds.done) as done:
        rounds.begin("sum", lambda: 1 + 1)
    assert done.args == ["sum", 2]
    assert not rounds.is_busy


def test_a_new_round_gives_up_the_one_before(qtbot: QtBot, rounds: Rounds) -> None:
    told: list[object] = []
    rounds.done.connect(lambda key, _result: told.append(key))
    with qtbot.waitSignal(rounds.due):
        rounds.renew(at_once=True)
    begun, cancelled = threading.Event(), rounds.cancelled

    def long() -> None:
        begun.set()
        while not cancelled():
            pass
        raise ExportCancelled

    rounds.begin("old", long)
    assert begun.wait(10)
    with qtbot.waitSignal(rounds.due):
        rounds.renew(at_once=True)
    assert cancelled()
    assert not rounds.cancelled()
    with qtbot.waitSignal(rounds.done):
        rounds.begin("new", lambda: None)
    assert told == ["new"]


def test_a_mistake_is_told_and_not_swallowed(qtbot: QtBot, rounds: Rounds) -> None:
    def wrong() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised, qtbot.waitSignal(rounds.failed):
        rounds.begin("wrong", wrong)
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
