"""What happens away from the focus is said to a screen reader, once, and only where one listens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from pytestqt.qtbot import QtBot

from cjeditor.analysis.finding import Sought
from cjeditor.canvas import announcing
from cjeditor.window.main_window import MainWindow
from cjeditor.window.seeing.flow import FindFlow


class _Listener:
    """Stands in for Qt's accessibility and keeps what it was told."""

    AnnouncementPoliteness = QAccessible.AnnouncementPoliteness

    def __init__(self) -> None:
        self.said: list[str] = []
        self.listens = True

    def isActive(self) -> bool:  # noqa: N802 - Qt's name
        return self.listens

    def updateAccessibility(self, event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802 - Qt's name
        QAccessible.updateAccessibility(event)
        self.said.append(event.message())


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Listener]:
    made = _Listener()
    monkeypatch.setattr(announcing, "QAccessible", made)
    return made


def test_a_hint_is_said(window: MainWindow, listener: _Listener) -> None:
    window.show_hint("The time of this step is over.")
    window.statusBar().clearMessage()
    assert listener.said == ["The time of this step is over."]


def test_how_much_was_found_is_said_when_it_changes(qtbot: QtBot, window: MainWindow, listener: _Listener) -> None:
    find = window.room.target("find")
    assert isinstance(find, FindFlow)
    bar = find.bar
    bar.show_sought(Sought(text="x"), [], "")
    for place, count in ((0, 0), (1, 3), (1, 3), (2, 3)):
        bar.show_count(place, count, 40)
    assert listener.said == ["Nothing found", "1 of 3 (40 cards)", "2 of 3 (40 cards)"]


def test_nothing_is_said_where_nobody_listens(window: MainWindow, listener: _Listener) -> None:
    listener.listens = False
    window.show_hint("A hint")
    assert listener.said == []
