"""What tests of the properties stand on: a window with the small project, and ways to choose and type."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cjeditor.canvas.selection import Kind
from cjeditor.model.cards import Note, Touchpoint
from cjeditor.model.lookup import card, map_of
from cjeditor.window.main_window import MainWindow
from cjeditor.window.program import Program
from cjeditor.window.properties.pane import Properties
from tests.builders import MAP, small_project


@pytest.fixture
def small(qtbot: QtBot, program: Program) -> MainWindow:
    """Return an active window with the small project."""
    made = program.open_window(small_project())
    made.resize(1366, 768)
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def pane(small: MainWindow) -> Properties:
    """Return its properties."""
    return small.room.contents.properties


@pytest.fixture
def choose(small: MainWindow) -> Callable[..., None]:
    """Return what chooses things on the map."""

    def chosen(kind: Kind, *ids: str) -> None:
        small.room.canvas.selection.choose(kind, ids)
        QApplication.processEvents()

    return chosen


@pytest.fixture
def touchpoint(small: MainWindow) -> Callable[[str], Touchpoint]:
    """Return what gives a touchpoint as it is now."""

    def found(card_id: str) -> Touchpoint:
        one = card(map_of(small.room.document.project, MAP), card_id)
        assert isinstance(one, Touchpoint)
        return one

    return found


@pytest.fixture
def note(small: MainWindow) -> Callable[[str], Note]:
    """Return what gives a note as it is now."""

    def found(card_id: str) -> Note:
        one = card(map_of(small.room.document.project, MAP), card_id)
        assert isinstance(one, Note)
        return one

    return found


@pytest.fixture
def write(qtbot: QtBot, pane: Properties) -> Callable[[str, str], QWidget]:
    """Return what replaces the text of a field by typing."""

    def written(key: str, text: str) -> QWidget:
        field = pane.field(key)
        field.setFocus()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert field.isAncestorOf(focused)
        focused.selectAll()  # type: ignore[attr-defined]  # a text field
        qtbot.keyClicks(focused, text)
        return focused

    return written
